import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Metrics } from "#src/metrics.ts";
import { type About, aboutBody } from "./about-interaction.ts";

/** The part of the logger that takes answers. */
export interface AnswerLog {
  info(message: string, details: About & { milliseconds?: number }): void;
}

interface Options {
  metrics: () => Promise<Pick<Metrics, "milliseconds">>;
  now: () => Date;
  log: () => Promise<AnswerLog>;
}

type Event = Omit<APIGatewayProxyEventV2, "body"> & { body?: unknown };

/** Logs every answered interaction except a PING, and measures how long Discord waited for the answer. */
export const noteAnswer = ({
  metrics,
  now,
  log,
}: Options): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> => ({
  after: async ({ event }) => {
    const about = aboutBody(event.body);
    if (!about.interaction_id) return;
    const waited = waitedFor(event, now());
    (await log()).info("An interaction was answered", {
      ...about,
      ...(waited === null ? {} : { milliseconds: waited }),
    });
    if (waited !== null) (await metrics()).milliseconds("AcknowledgeMilliseconds", waited);
  },
});

/** Measured from the moment API Gateway received the request, so that a cold start counts. */
function waitedFor({ requestContext }: Partial<Event>, now: Date): number | null {
  const since = requestContext?.timeEpoch;
  return since === undefined ? null : Math.max(0, now.getTime() - since);
}
