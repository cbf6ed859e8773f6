import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Metrics } from "#src/metrics.ts";
import { type About, aboutBody } from "./about-interaction.ts";

interface Options {
  metrics: () => Promise<Pick<Metrics, "milliseconds">>;
  now: () => Date;
  log: { info(message: string, details: About & { milliseconds?: number }): void };
}

type Event = Omit<APIGatewayProxyEventV2, "body"> & { body?: unknown };

/** Notes every interaction that was answered, and how long Discord waited for it; a PING is not worth it. */
export const noteAnswer = ({
  metrics,
  now,
  log,
}: Options): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> => ({
  after: async ({ event }) => {
    const about = aboutBody(event.body);
    if (!about.interaction_id) return;
    const waited = waitedFor(event, now());
    log.info("An interaction was answered", {
      ...about,
      ...(waited === null ? {} : { milliseconds: waited }),
    });
    if (waited !== null) (await metrics()).milliseconds("AcknowledgeMilliseconds", waited);
  },
});

/** Since API Gateway got the request, so that the start of a container counts. */
function waitedFor({ requestContext }: Partial<Event>, now: Date): number | null {
  const since = requestContext?.timeEpoch;
  return since === undefined ? null : Math.max(0, now.getTime() - since);
}
