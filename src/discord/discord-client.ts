import { setTimeout } from "node:timers/promises";
import type { APIMessage } from "discord-api-types/v10";
import pRetry, { AbortError } from "p-retry";
import { TransientError } from "#src/errors.ts";
import type { Message } from "./messages.ts";
import type { PostedBody } from "./posting.ts";
import { type Attached, type MessageFile, isSketch } from "./preview-files.ts";

/** The part of Discord's REST API that edits messages. No error of it repeats a token. */
export interface DiscordClient {
  /**
   * The id of the message that a reply token answers with; null when Discord does not know it.
   * @param once whether to ask no second time
   */
  originalMessageId(token: string, once?: boolean): Promise<string | null>;
  /**
   * Puts a message in place of the one a reply token answers with. False: Discord no longer takes the token.
   * @throws MessageRefused when Discord does not take the message or what is attached to it
   */
  editOriginal(by: EditToken, message: Message, attached?: Attached): Promise<boolean>;
  /** Puts a message in place of one of the bot's own. False: the message or the permission is gone. */
  editMessage(at: MessageAddress, message: Message, attached?: Attached): Promise<boolean>;
  /** What is attached to the message of a token or of the bot's own, with addresses of now; null when it is not there. */
  attachments(of: EditToken | MessageAddress): Promise<{ name: string; url: string }[] | null>;
  /** Posts a message as the bot. False: there is no bot token, or the permission is missing. */
  post(channelId: string, body: PostedBody): Promise<boolean>;
  /** The first hundred messages of a channel since a moment; null when the bot may not read them. */
  messagesSince(channelId: string, since: Date): Promise<APIMessage[] | null>;
}

/** A reply token to edit a message by. */
export interface EditToken {
  token: string;
  /** Whether Discord has the answer to the token's interaction, or waits for it no more: it will not learn of the token. */
  isAnswered: boolean;
}

/** Where a message is, by Discord's ids. */
export interface MessageAddress {
  channel_id: string;
  message_id: string;
}

/** Discord does not take a message as it is, now or later. */
export class MessageRefused extends Error {
  override readonly name = "MessageRefused";
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
/** Of an answer that is written down, in characters: it may repeat the whole message. */
const MOST_WORDS = 500;

/** As many messages as Discord gives out at once. */
export const MOST_MESSAGES = 100;
/** The first millisecond of Discord's ids. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Discord does not know the token or the message, yet or any more. */
class NotThere extends Error {}

interface Sent {
  message: Message;
  attached: Attached;
}

interface Target {
  route: `/${string}`;
  /** How many 404s are believed. */
  believed?: number;
}

type Send = (
  method: "GET" | "PATCH" | "POST",
  route: `/${string}`,
  how?: { sent?: Sent; posted?: PostedBody; once?: boolean; believed?: number },
) => Promise<APIMessage | null>;

/**
 * @throws TransientError when Discord is limiting us or not answering; the caller may try the same again later
 */
export function createDiscordClient(options: Options): DiscordClient {
  const { applicationId, botToken, singleTry, backoff = { first: 300, factor: 3 } } = options;
  const send: Send = (method, route, how = {}) => {
    const { sent, posted, once = singleTry !== undefined, believed = TRIES } = how;
    const body = () => (sent ? bodyOf(sent) : posted && JSON.stringify(posted));
    return pRetry(() => request(options, { method, route, body: body() }), {
      retries: once ? 0 : TRIES - 1,
      minTimeout: backoff.first,
      factor: backoff.factor,
      shouldRetry: ({ error, attemptNumber }) => !(error instanceof NotThere) || attemptNumber < believed,
      onFailedAttempt: ({ error, retriesLeft }) => (retriesLeft > 0 ? waitAsTold(error) : undefined),
    }).catch((error: unknown) => {
      if (error instanceof NotThere) return null;
      throw error;
    });
  };
  const edit = async ({ route, ...how }: Target, message: Message, attached: Attached = []) => {
    if (attached !== "kept")
      return isShown(await send("PATCH", route, { ...how, sent: { message, attached } }), attached);
    const now = await send("GET", route, how);
    const attachments = (now?.attachments ?? []).filter(isKept).map(({ id }) => ({ id }));
    const sent = { message: { ...message, attachments }, attached: [] };
    return (await send("PATCH", route, { ...how, sent })) !== null;
  };
  // Written out, because the routes of discord-api-types bring 90 kB of constants into every start.
  const original = (token: string) =>
    `/webhooks/${encodeURIComponent(applicationId)}/${encodeURIComponent(token)}/messages/@original` as const;
  return {
    originalMessageId: async (token, once = false) =>
      (await send("GET", original(token), { once }))?.id ?? null,
    editOriginal: ({ token, isAnswered }, message, attached) =>
      edit({ route: original(token), believed: isAnswered ? 2 : TRIES }, message, attached),
    editMessage: async ({ channel_id, message_id }, message, attached) =>
      botToken !== undefined && edit({ route: routeOf({ channel_id, message_id }) }, message, attached),
    attachments: async (of) => {
      const route = "token" in of ? original(of.token) : routeOf(of);
      if (!("token" in of) && botToken === undefined) return null;
      const message = await send("GET", route, { believed: 2 });
      return message && (message.attachments ?? []).map(({ filename, url }) => ({ name: filename, url }));
    },
    // A channel that is gone stays gone.
    post: async (channelId, posted) =>
      botToken !== undefined &&
      (await send("POST", `/channels/${channelId}/messages`, { posted, believed: 1 })) !== null,
    messagesSince: async (channelId, since) => {
      if (botToken === undefined) return null;
      const route =
        `/channels/${channelId}/messages?limit=${MOST_MESSAGES}&after=${snowflakeAt(since)}` as const;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord's own description of the answer
      return (await send("GET", route, { believed: 1 })) as APIMessage[] | null;
    },
  };
}

/** The id of a message that would have been written at a moment. */
const snowflakeAt = (time: Date): bigint => BigInt(time.getTime() - DISCORD_EPOCH) << 22n;

/** What a preview showed of the live page goes with the preview. */
const isKept = ({ filename }: { filename: string }): boolean => !isSketch(filename);

const routeOf = ({ channel_id, message_id }: MessageAddress) =>
  `/channels/${channel_id}/messages/${message_id}` as const;

/** Whether the message is there as it was sent; Discord may take a message and leave out a file of it. */
function isShown(shown: APIMessage | null, files: MessageFile[]): boolean {
  if (!shown) return false;
  const sizes = new Map((shown.attachments ?? []).map(({ filename, size }) => [filename, size]));
  const missing = files.filter(({ name, content }) => sizes.get(name) !== Buffer.byteLength(content));
  if (missing.length === 0) return true;
  throw new MessageRefused(`Discord did not attach ${missing.map(({ name }) => name).join(" and ")}`);
}

/** A message as JSON, or as a form when files are uploaded with it. */
function bodyOf({ message, attached }: Sent): string | FormData {
  if (attached === "kept" || attached.length === 0) return JSON.stringify(message);
  const attachments = attached.map((file, id) => ({
    id: String(id),
    filename: file.name,
    ...("description" in file ? { description: file.description } : {}),
  }));
  const form = new FormData();
  form.append("payload_json", JSON.stringify({ ...message, attachments }));
  for (const [id, file] of attached.entries()) {
    const type = "content_type" in file ? file.content_type : "text/plain; charset=utf-8";
    form.append(`files[${id}]`, new Blob([file.content], { type }), file.name);
  }
  return form;
}

async function request(
  { apiUrl, botToken, singleTry = TIMEOUT }: Options,
  { method, route, body }: { method: string; route: `/${string}`; body: string | FormData | undefined },
): Promise<APIMessage | null> {
  const answer = await fetch(`${apiUrl}${route}`, {
    method,
    headers: {
      // The boundary of a form is known to `fetch` alone.
      ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
      ...(route.startsWith("/channels/") ? { authorization: `Bot ${botToken}` } : {}),
    },
    ...(body ? { body } : {}),
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
  throw new AbortError(
    new MessageRefused(`Discord refused a message: ${status} ${(await answer.text()).slice(0, MOST_WORDS)}`),
  );
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
