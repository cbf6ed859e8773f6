import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Interaction, readInteraction } from "#src/discord/interaction.ts";
import { response } from "./raw-request.ts";

/** The event after this middleware: its body is an interaction in our own types. */
export type InteractionEvent = Omit<APIGatewayProxyEventV2, "body"> & { body: Interaction };

/** Parses the JSON body into an interaction. Any other body is answered with HTTP 400. */
export const parseInteraction = (): MiddlewareObj<
  Omit<APIGatewayProxyEventV2, "body"> & { body: unknown },
  APIGatewayProxyStructuredResultV2
> => ({
  before: ({ event }) => {
    const interaction = readInteraction(event.body);
    if (!interaction) return response(400, "The body is not an interaction.");
    event.body = interaction;
    return undefined;
  },
});
