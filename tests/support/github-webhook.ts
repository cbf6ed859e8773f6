import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { createHandler } from "#functions/github.ts";
import { createHints } from "#src/conversations/hints.ts";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { type Delivery, deliveryHeaders } from "#stand-ins/github/deliveries.ts";
import type { TestSystem } from "./system.ts";

/** The secret from which those of the repositories are made. */
const MASTER = "master-secret-of-the-test-0123456789abcdef";
const REPOSITORY = "4711";

interface Sent {
  headers: Record<string, string>;
  body: string;
  isBase64Encoded?: boolean;
}

/** `POST /github/webhook` of a test's system, on its table and by its clock. */
export function openWebhook(system: TestSystem, master: string | null = MASTER) {
  const { table, functions } = system;
  const handler = createHandler({
    secret: async () => master ?? undefined,
    openHints: async () => createHints({ table: table.name, client: table.client, now: () => system.now }),
    log: async () => ({ error: (_, { error }) => void functions.errors.push(error) }),
  });
  const post = async (sent: Sent): Promise<APIGatewayProxyStructuredResultV2> => {
    const event = { version: "2.0", isBase64Encoded: false, ...sent } as never;
    return handler(event, {} as Context);
  };
  return {
    post,
    /** As GitHub sends it, signed for its repository. */
    send: ({ event, body }: Delivery, repository = REPOSITORY) => {
      const text = JSON.stringify(body);
      const headers = deliveryHeaders(event, text, webhookSecret(MASTER, repository));
      return post({
        headers: { ...headers, "x-github-hook-installation-target-id": repository },
        body: text,
      });
    },
  };
}

export type Webhook = ReturnType<typeof openWebhook>;
