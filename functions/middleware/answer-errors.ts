import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { NewerShapeError } from "#src/errors.ts";
import type { ErrorLog } from "./reply-to-errors.ts";
import { response } from "./raw-request.ts";

/** Turns an error into an HTTP 500 that gives nothing away. The error and its cause go to the log. */
export const answerErrors = (log: ErrorLog): MiddlewareObj<unknown, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    if (request.error instanceof NewerShapeError) {
      request.response = response(503, request.error.message);
      return;
    }
    log.error("An admin request failed", { error: request.error ?? new Error("unknown") });
    request.response = response(500, "Something went wrong: the function's log says what.");
  },
});
