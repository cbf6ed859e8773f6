import type { APIMessage } from "discord-api-types/v10";
import type { DiscordClient } from "#src/discord/discord-client.ts";
import type { PostedBody } from "#src/discord/posting.ts";
import { type Target, readCustomId } from "#src/discord/custom-id.ts";
import type { Message } from "#src/discord/messages.ts";
import type { Reply } from "#src/discord/replies.ts";
import { TransientError } from "#src/errors.ts";

/** A button as it was shown at some time, with what the message said of the change beside it. */
export interface ShownButton extends Target {
  message_id: string;
  diff: string[];
}

/** Discord looks for the same nonce in "the past few minutes". */
const UNIQUE_FOR = 3 * 60_000;

type Shown = Pick<Message, "content" | "embeds" | "components">;

/** One channel of Discord in memory: the messages as people see them, and every button they ever saw. */
export class MemoryDiscord implements DiscordClient {
  readonly messages = new Map<string, Shown>();
  readonly buttons: ShownButton[] = [];
  /** The messages that the bot posted by itself, in which channel and when, in milliseconds. */
  readonly posts: (PostedBody & { channel_id: string; at: number })[] = [];
  down = false;
  /** The messages that were pressed, or will be there, by the token of the interaction. */
  readonly #opened = new Map<string, string>();
  /** Which message a reply token answers with; of an answer that never came there is none. */
  readonly #now: () => number;
  readonly #tokens = new Map<string, string>();

  originalMessageId: DiscordClient["originalMessageId"] = async (token) => {
    this.#check();
    return this.#messageOf(token);
  };

  editOriginal: DiscordClient["editOriginal"] = async ({ token }, message) => {
    this.#check();
    const id = this.#messageOf(token);
    if (id !== null && this.messages.has(id)) this.#show(id, message);
    return id !== null;
  };

  editMessage: DiscordClient["editMessage"] = async ({ message_id: id }, message) => {
    this.#check();
    this.#show(id, message);
    return this.messages.has(id);
  };

  /** No picture is attached here. */
  attachments: DiscordClient["attachments"] = async () => null;

  post: DiscordClient["post"] = async (channel_id, body) => {
    this.#check();
    const isNew = ({ at }: { at: number }) => at > this.#now() - UNIQUE_FOR;
    if (!this.posts.some((one) => one.nonce === body.nonce && isNew(one)))
      this.posts.push({ ...body, channel_id, at: this.#now() });
    return true;
  };

  messagesSince: DiscordClient["messagesSince"] = async (channel_id, since) => {
    this.#check();
    const found = this.posts.filter((one) => one.channel_id === channel_id && one.at >= since.getTime());
    return found.map((one) => ({ ...one, author: { bot: true } }) as unknown as APIMessage);
  };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The message that an interaction is about; its token stands for it once the reply came. */
  open(token: string, messageId: string): void {
    this.#opened.set(token, messageId);
  }

  /** Does with a reply what Discord does. */
  receive(token: string, reply: Reply): void {
    const id = this.#opened.get(token) ?? "";
    const data = "data" in reply && reply.data ? reply.data : {};
    const ephemeral = "flags" in data && data.flags === 64;
    // The id of a message is no secret, and must not look like one: it may be kept.
    if (reply.type !== 9)
      this.#tokens.set(token, ephemeral ? `only for one: ${token.replace("token", "reply")}` : id);
    if (reply.type === 5) this.#show(id, { content: "", embeds: [], components: [] });
    if ((reply.type === 4 && !ephemeral) || reply.type === 7) this.#show(id, data as Partial<Shown>);
  }

  #show(id: string, message: Partial<Shown>): void {
    const before = this.messages.get(id) ?? { content: "", embeds: [], components: [] };
    const { content, embeds, components } = { ...before, ...message };
    this.messages.set(id, { content, embeds, components });
    this.buttons.push(...buttonsOf(id, { content, embeds, components }));
  }

  #messageOf(token: string): string | null {
    return this.#tokens.get(token) ?? null;
  }

  #check(): void {
    if (this.down) throw new TransientError("Discord could not be reached");
  }
}

const buttonsOf = (message_id: string, { components, embeds }: Shown): ShownButton[] =>
  components.flatMap((row) =>
    row.components.flatMap((button) => {
      const target = "custom_id" in button ? readCustomId(button.custom_id) : null;
      return target ? [{ ...target, message_id, diff: diffLines(embeds[0]?.description ?? "") }] : [];
    }),
  );

/** The removed and added lines that a preview shows. */
const diffLines = (description: string): string[] =>
  (/```diff\n([^]*?)\n```/.exec(description)?.[1] ?? "")
    .split("\n")
    .filter((line) => /^[-+]/.test(line) && !/^(--- a|\+\+\+ b)\//.test(line));
