import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { onlyYou } from "#src/discord/replies.ts";
import { NewerShapeError } from "#src/errors.ts";
import { type About, aboutBody } from "./about-interaction.ts";
import { response } from "./verify-signature.ts";

/** Where a failure is written down. */
export interface ErrorLog {
  error(message: string, details: About & { error: Error }): void;
}

/**
 * Answers what was thrown: a body that is not JSON is the sender's mistake; anything else is ours, is logged with its
 * cause, and is answered in words, since Discord shows a person nothing useful for a 5xx.
 */
export const replyToErrors = (
  log: ErrorLog,
): MiddlewareObj<{ body?: unknown }, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { error, event } = request;
    if (isUnreadableBody(error)) {
      request.response = response(400, "The body is not JSON.");
      return;
    }
    if (error instanceof NewerShapeError) {
      request.response = inWords(error.message);
      return;
    }
    log.error("An interaction failed", { ...aboutBody(event.body), error: error ?? new Error("unknown") });
    request.response = inWords("Something went wrong, nothing was changed, please try again.");
  },
});

const inWords = (words: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(onlyYou(words)),
});

/** What the JSON body parser throws: 415 for the content type, 422 for the body. */
const isUnreadableBody = (error: unknown): boolean =>
  error instanceof Error && "statusCode" in error && (error.statusCode === 415 || error.statusCode === 422);
