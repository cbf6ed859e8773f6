import { setTimeout } from "node:timers/promises";
import { type APIMessage, Routes } from "discord-api-types/v10";
import pRetry, { AbortError } from "p-retry";
import { TransientError } from "#src/errors.ts";
import type { Message } from "./messages.ts";

/** The part of Discord's REST API that edits messages. No error of it repeats a token. */
export interface DiscordClient {
  /** The id of the message that a reply token answers with; null when Discord no longer knows it. */
  originalMessageId(token: string): Promise<string | null>;
  /** Puts a message in place of the one a reply token answers with. False: Discord no longer takes the token. */
  editOriginal(token: string, message: Message): Promise<boolean>;
  /** Puts a message in place of one of the bot's own. False: the message or the permission is gone. */
  editMessage(channelId: string, messageId: string, message: Message): Promise<boolean>;
}

interface Options {
  apiUrl: string;
  applicationId: string;
  botToken?: string | undefined;
  /** Waits between tries, in milliseconds, the first and the factor of each next; the queue tries again after that. */
  backoff?: { first: number; factor: number };
  /** Where nothing may wait: one try, which is given up after so many milliseconds. */
  singleTry?: number;
}

/** Longer waits are left to the queue, in seconds. */
const LONGEST_WAIT = 5;
/** Discord answers in milliseconds; a request that takes this long has failed. In milliseconds. */
const TIMEOUT = 8000;
const TRIES = 4;

/** Discord does not know the token or the message, yet or any more. */
class NotThere extends Error {}

type Send = (method: "GET" | "PATCH", route: `/${string}`, body?: Message) => Promise<APIMessage | null>;

/**
 * @throws TransientError when Discord is limiting us or not answering; the caller may try the same again later
 */
export function createDiscordClient(options: Options): DiscordClient {
  const { applicationId, botToken, singleTry, backoff = { first: 300, factor: 3 } } = options;
  const send: Send = (method, route, body) =>
    pRetry(() => request(options, method, route, body), {
      retries: singleTry === undefined ? TRIES - 1 : 0,
      minTimeout: backoff.first,
      factor: backoff.factor,
      onFailedAttempt: ({ error, retriesLeft }) => (retriesLeft > 0 ? waitAsTold(error) : undefined),
    }).catch((error: unknown) => {
      if (error instanceof NotThere) return null;
      throw error;
    });
  const original = (token: string) => Routes.webhookMessage(applicationId, token);
  return {
    originalMessageId: async (token) => (await send("GET", original(token)))?.id ?? null,
    editOriginal: async (token, message) => (await send("PATCH", original(token), message)) !== null,
    editMessage: async (channelId, messageId, message) =>
      botToken !== undefined &&
      (await send("PATCH", Routes.channelMessage(channelId, messageId), message)) !== null,
  };
}

async function request(
  { apiUrl, botToken, singleTry = TIMEOUT }: Options,
  method: string,
  route: `/${string}`,
  body?: Message,
): Promise<APIMessage | null> {
  const answer = await fetch(`${apiUrl}${route}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(route.startsWith("/channels/") ? { authorization: `Bot ${botToken}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(singleTry),
  }).catch((cause: unknown) => {
    throw new TransientError("Discord could not be reached", { cause });
  });
  return read(answer).catch((error: unknown) => {
    // An answer that breaks off in the middle of its body fails when it is read, as an error of fetch's or JSON's own.
    if (error instanceof TransientError || error instanceof NotThere || error instanceof AbortError)
      throw error;
    throw new TransientError("Discord's answer broke off", { cause: error });
  });
}

/** The message of an answer, or null when Discord says for good that it will not. */
async function read(answer: Response): Promise<APIMessage | null> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord's own description of the answer
  if (answer.ok) return (await answer.json()) as APIMessage;
  const { status } = answer;
  if (status === 429) throw await rateLimited(answer);
  // Right after an interaction its message may not exist yet, so that a 404 is worth another try.
  if (status === 404) throw new NotThere();
  if (status >= 500) throw new TransientError(`Discord answered ${status}`);
  if (status === 401 || status === 403) return null;
  throw new AbortError(`Discord refused a message: ${status} ${await answer.text()}`);
}

async function rateLimited(answer: Response): Promise<Error> {
  const seconds = Number(answer.headers.get("retry-after") ?? 1);
  await answer.body?.cancel();
  const error = new TransientError("Discord is limiting our requests", { retryAfterSeconds: seconds });
  return seconds > LONGEST_WAIT ? new AbortError(error) : error;
}

async function waitAsTold(error: Error): Promise<void> {
  if (error instanceof TransientError && error.retryAfterSeconds)
    await setTimeout(error.retryAfterSeconds * 1000);
}
