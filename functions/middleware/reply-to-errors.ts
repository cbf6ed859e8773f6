import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Reply, choices, onlyYou, perhapsStored, taken } from "#src/discord/replies.ts";
import type { Say } from "#src/words/say.ts";
import { NewerShapeError, UnknownOutcomeError } from "#src/errors.ts";
import { type About, aboutBody, isInteraction } from "./about-interaction.ts";

/** The part of the logger that takes errors. */
export interface ErrorLog {
  error(message: string, details: About & { error: Error }): void;
}

interface Options {
  log: () => Promise<ErrorLog>;
  /** Speaks a person's language; undefined is that of most. */
  speech: (locale: string | undefined) => Promise<Say>;
}

/**
 * Answers an error, which is ours: it is logged with its cause and answered in words, because Discord shows nothing useful
 * for a 5xx.
 */
export const replyToErrors = ({
  log,
  speech,
}: Options): MiddlewareObj<{ body?: unknown }, APIGatewayProxyStructuredResultV2> => ({
  onError: async (request) => {
    const { error, event } = request;
    if (error instanceof NewerShapeError) {
      request.response = json(onlyYou((await speech(localeIn(event.body)))("error.newer")));
      return;
    }
    if (isInteraction(event.body) && event.body.kind === "autocomplete") {
      (await log()).error("Nothing can be offered while a command is typed", {
        error: error ?? new Error("unknown"),
      });
      request.response = json(choices([]));
      return;
    }
    (await log()).error("An interaction failed", {
      ...aboutBody(event.body),
      error: error ?? new Error("unknown"),
    });
    request.response =
      error instanceof UnknownOutcomeError
        ? json(await replyToUnknown(event.body, speech))
        : json(onlyYou((await speech(localeIn(event.body)))("error.unexpected")));
  },
});

/**
 * The answer when it is unknown whether the write was made. If it was, the conversation now has this interaction's reply
 * token, and `execution` will edit the message that the token answers with. So a click is accepted silently, which keeps
 * the token on the public message, and a request is answered with the message that its preview will replace. An undo is a
 * request, too: the message that was clicked is not its own.
 */
async function replyToUnknown(body: unknown, speech: Options["speech"]): Promise<Reply> {
  const asked = isInteraction(body) ? body : null;
  const isRequest = asked?.kind === "button" && asked.target?.action === "undo";
  const isClick = asked?.kind === "button" || (asked?.kind === "modal" && asked.message);
  if (isClick && !isRequest) return taken();
  return perhapsStored(await speech(localeIn(body)));
}

/** The language of the person who acted. */
const localeIn = (body: unknown): string | undefined =>
  isInteraction(body) && body.kind !== "ping" ? body.locale : undefined;

const json = (reply: Reply): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(reply),
});
