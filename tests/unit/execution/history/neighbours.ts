import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Farewells } from "#src/conversations/farewells.ts";
import type { DiscordClient } from "#src/discord/discord-client.ts";
import type { Message } from "#src/discord/messages.ts";
import { TransientError } from "#src/errors.ts";
import type { Outcome, Publisher } from "#src/publishing/publisher.ts";
import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { MemoryFarewells } from "#tests/support/conversations/memory-farewells.ts";
import type { MemorySite } from "#tests/support/conversations/memory-site.ts";
import type { MemoryTable } from "#tests/support/conversations/memory-table.ts";
import type { SimulatedClock } from "#tests/support/simulated-clock.ts";
import type { DiscordTrouble, Trouble, Troubles } from "./troubles.ts";

/** What the neighbours need to know of the town. */
export interface Around {
  clock: SimulatedClock;
  /** Of a conversation, by its id. */
  troublesOf(conversationId: string): Troubles;
  /** Of the conversation that a token or a message's id is of. */
  conversationOf(tokenOrMessage: string): string;
}

/** As the client of Discord: tries, waits between them and what a try takes at most, in milliseconds. */
const WAITS = [300, 900, 2700];
const TIMEOUT = 8000;
const ANSWER = 120;

type Answer = { status: number; body?: unknown; retryAfter?: number } | "broken";

const original = (token: string) => `/webhooks/1/${token}/messages/@original`;

/** Discord by the clock: the stand-in, what goes wrong before it, and the patience that our client has with it. */
export function clientInTown(
  around: Around,
  standIn: DiscordStandIn,
  { bot, singleTry }: { bot: (conversationId: string) => boolean; singleTry?: number },
): DiscordClient {
  const { clock } = around;
  const once = async (method: string, path: string, body?: Message): Promise<Answer> => {
    const id = around.conversationOf(path);
    const trouble = around.troublesOf(id).discord;
    const authorization = path.startsWith("/channels/") ? "Bot token" : undefined;
    const answer = () =>
      standIn.answer({ method, path, authorization, body: body ? JSON.stringify(body) : "" });
    // What is wrong for good is wrong with the tokens alone.
    const isFelt = trouble?.isOn(clock.time) && (Number.isFinite(trouble.until) || !authorization);
    if (trouble && isFelt) return befallen(clock, trouble, { answer, timeout: singleTry ?? TIMEOUT });
    await clock.pause(ANSWER);
    return answer();
  };
  const send = async (
    method: string,
    path: string,
    how: { body?: Message; once?: boolean; believed?: number } = {},
  ) => {
    const waits = how.once || singleTry !== undefined ? [] : WAITS;
    for (const [at, wait] of [...waits, null].entries()) {
      const answer = await once(method, path, how.body);
      if (answer !== "broken" && answer.status < 300) return answer.body as { id: string };
      const status = answer === "broken" ? 500 : answer.status;
      if (status === 401 || status === 403) return null;
      if (answer !== "broken" && answer.retryAfter !== undefined)
        throw new TransientError("Discord is limiting our requests", {
          retryAfterSeconds: answer.retryAfter,
        });
      if (status === 400) throw new Error(`Discord refused a message: ${JSON.stringify(answer)}`);
      if (status === 404 && (wait === null || at + 1 >= (how.believed ?? 4))) return null;
      if (wait === null) throw new TransientError(`Discord answered ${status} after ${at + 1} tries`);
      await clock.pause(wait);
    }
    return null;
  };
  return {
    originalMessageId: async (token, isOnce = false) =>
      (await send("GET", original(token), { once: isOnce }))?.id ?? null,
    editOriginal: async ({ token, isAnswered }, body) =>
      (await send("PATCH", original(token), { body, believed: isAnswered ? 2 : 4 })) !== null,
    attachments: async () => null,
    post: async () => false,
    messagesSince: async () => null,
    editMessage: async ({ channel_id, message_id }, body) =>
      bot(around.conversationOf(message_id)) &&
      (await send("PATCH", `/channels/${channel_id}/messages/${message_id}`, { body })) !== null,
  };
}

async function befallen(
  clock: SimulatedClock,
  trouble: Trouble<DiscordTrouble>,
  { answer, timeout }: { answer: () => Answer; timeout: number },
): Promise<Answer> {
  const takes = trouble.kind === "slow" ? Math.min(10_000, timeout) : ANSWER;
  await clock.pause(takes);
  trouble.felt = clock.time;
  switch (trouble.kind) {
    case "limited":
      return { status: 429, retryAfter: Math.ceil((trouble.until - clock.time) / 1000) };
    case "500":
      return { status: 500 };
    case "404":
      return { status: 404 };
    case "401":
      return { status: 401 };
    case "applied-then-reset":
      answer();
      return "broken";
    case "slow":
    case "reset":
      return "broken";
  }
}

const lost = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

/** The table: what a request to it comes to, when both tries of the client have gone the same way. */
export function tableInTown(around: Around, table: MemoryTable): ConversationRepository {
  const { writes, reads } = befallenIn(around);
  return {
    start: (one) => writes(one.conversation_id, () => table.start(one)),
    apply: (event) => writes(event.conversation_id, () => table.apply(event)),
    find: (id) => reads(id, () => table.find(id)),
    archive: (one) => writes(one.conversation_id, () => table.archive(one)),
    parse: table.parse,
  };
}

export function farewellsInTown(around: Around, farewells: MemoryFarewells): Farewells {
  const { writes, reads } = befallenIn(around);
  return {
    keep: (removed) => writes(removed.conversation_id, () => farewells.keep(removed)),
    find: (id) => reads(id, () => farewells.find(id)),
    drop: (id) => writes(id, () => farewells.drop(id)),
  };
}

function befallenIn(around: Around) {
  const { clock } = around;
  const befall = async <T>(id: string, { isRead, act }: { isRead: boolean; act: () => Promise<T> }) => {
    const trouble = around.troublesOf(id).dynamodb;
    if (!trouble?.isOn(clock.time)) return act();
    trouble.felt = clock.time;
    if (trouble.kind === "throttled") throw lost();
    if (isRead && trouble.kind === "lost") return act();
    await act();
    throw lost();
  };
  return {
    writes: <T>(id: string, act: () => Promise<T>) => befall(id, { isRead: false, act }),
    reads: <T>(id: string, act: () => Promise<T>) => befall(id, { isRead: true, act }),
  };
}

const READ = 250;
const WRITE = 900;
/** What our client of GitHub takes until it gives up on a server that fails. */
const GIVES_UP = 2600;

/** A site's repository on GitHub, by the clock. */
export function publisherInTown(around: Around, id: string, site: MemorySite): Publisher {
  const { clock } = around;
  const befall = async <T extends Outcome<object>>(takes: number, act: () => Promise<T>): Promise<T> => {
    const trouble = around.troublesOf(id).github;
    const isOn = trouble?.isOn(clock.time) === true;
    await clock.pause(isOn && trouble.kind === "unavailable" ? GIVES_UP : takes);
    if (!trouble || !isOn) return act();
    trouble.felt = clock.time;
    if (trouble.kind === "lost-answer") await act();
    const limit = { retry_after_seconds: Math.ceil((trouble.until - clock.time) / 1000) };
    const failure = {
      code: trouble.kind === "limit" ? "rate-limited" : "unavailable",
      message: "GitHub has trouble. Please try again.",
      transient: true,
      ...(trouble.kind === "limit" ? limit : {}),
    };
    return { ok: false, failure } as never;
  };
  return {
    readFile: (path) => befall(READ, () => site.readFile(path)),
    readVersion: (version) => befall(READ, () => site.readVersion(version)),
    publish: (publication, prepare) => befall(WRITE, () => site.publish(publication, prepare)),
    withdraw: (published) => befall(WRITE, () => site.withdraw(published)),
  };
}
