// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { readConfig } from "#src/config.ts";
import type { Hints } from "#src/conversations/hints.ts";
import { once } from "#src/once.ts";
import { type About, readDelivery } from "#src/publishing/github/delivery.ts";
import { whileFresh } from "#src/while-fresh.ts";
import { answerDeliveryErrors } from "./middleware/answer-delivery-errors.ts";
import { header, response } from "./middleware/raw-request.ts";
import type { ErrorLog } from "./middleware/reply-to-errors.ts";
import { repositoryOf, verifyDelivery } from "./middleware/verify-delivery.ts";

interface Parts {
  /** The secret from which those of the repositories are made; undefined when there is none. */
  secret: () => Promise<string | undefined>;
  /** Loaded for the first delivery that is about something of ours. */
  openHints: () => Promise<Hints>;
  log: () => Promise<ErrorLog>;
}

/** `POST /github/webhook`: verify, parse, note that GitHub may have news. */
export const createHandler = ({ secret, openHints, log }: Parts) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answerDeliveryErrors(log))
    .use(verifyDelivery(secret))
    .use(httpJsonBodyParser({ disableContentTypeCheck: true }))
    .handler(async (event) => {
      const repository = repositoryOf(event);
      const delivered = readDelivery(header(event, "x-github-event"), event.body, repository);
      if (!delivered.read)
        return delivered.why === "not-ours"
          ? response(403, "This delivery is of another repository than its webhook.")
          : response(400, "This is not a delivery of a GitHub webhook.");
      const noted = await note(openHints, repository, delivered.about);
      return response(200, noted ? "Noted." : "Nothing here is followed.");
    });

/** One delivery is about one conversation, but for a commit that several branches of ours have. */
async function note(open: Parts["openHints"], repository: string, about: About[]): Promise<boolean> {
  if (about.length === 0) return false;
  const hints = await open();
  const given = await Promise.all(about.map((one) => hints.give({ repository, ...one })));
  return given.includes(true);
}

const config = once(() => readConfig());

const currentSecret = whileFresh(async () => {
  const { SECRETS_PATH: path, GITHUB_WEBHOOK_SECRET: local } = config();
  if (!path) return local;
  const { WEBHOOK_SECRET, readSecret } = await import("#src/secret.ts");
  return readSecret(path, WEBHOOK_SECRET);
});

export const handler = createHandler({
  secret: currentSecret,
  openHints: once(async () => {
    const [{ openClient }, { createHints }] = await Promise.all([
      import("#src/open-client.ts"),
      import("#src/conversations/hints.ts"),
    ]);
    return createHints({ table: config().TABLE_NAME, client: openClient(), now: () => new Date() });
  }),
  log: once(async () => {
    const { Logger } = await import("@aws-lambda-powertools/logger");
    return new Logger({ serviceName: "ux-agent" });
  }),
});
