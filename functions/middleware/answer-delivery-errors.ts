import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ErrorLog } from "./reply-to-errors.ts";
import { isUnreadableBody } from "./is-unreadable-body.ts";
import { response } from "./raw-request.ts";

/**
 * Answers an error of a delivery. A body that is not JSON is a webhook that was set up otherwise. Any other error is ours: GitHub
 * shows the answer to the repository's owner, who can have it delivered again.
 */
export const answerDeliveryErrors = (
  log: () => Promise<ErrorLog>,
): MiddlewareObj<unknown, APIGatewayProxyStructuredResultV2> => ({
  onError: async (request) => {
    if (isUnreadableBody(request.error)) {
      request.response = response(400, "Set the webhook's content type to application/json.");
      return;
    }
    (await log()).error("A delivery of GitHub failed", { error: request.error ?? new Error("unknown") });
    request.response = response(503, "This cannot be taken at the moment. Please deliver it again.");
  },
});
