import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Interaction, readInteraction } from "#src/discord/interaction.ts";
import { jsonIn } from "#src/json-in.ts";
import { rawBody, response } from "./raw-request.ts";

/** The event after this middleware: its body is an interaction in our own types. */
export type InteractionEvent = Omit<APIGatewayProxyEventV2, "body"> & { body: Interaction };

/**
 * Parses the body into an interaction. Any other body is answered with HTTP 400. Not with Middy's parser: it calls a function
 * for each key, for names that the reading leaves out anyway.
 */
export const parseInteraction = (): MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2
> => ({
  before: (request) => {
    const body = jsonIn(rawBody(request.event)?.toString() ?? "");
    if (body === undefined) return response(400, "The body is not JSON.");
    const interaction = readInteraction(body);
    if (!interaction) return response(400, "The body is not an interaction.");
    Object.assign(request.event, { body: interaction });
    return undefined;
  },
});
