import type { APIEmbed, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { InteractionResponseType, InteractionType, MessageFlags } from "discord-api-types/v10";
import type { Upload } from "./attachments.ts";
import type { SentInteraction } from "./sent-interaction.ts";

/** Discord's own limits: a response is due in three seconds, and a token can be used for a quarter of an hour. */
const RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
/** Links to attachments are signed for a day. */
const LINK_MS = 24 * 60 * 60_000;
/** "The past few minutes", in which a nonce is unique. */
const NONCE_MS = 3 * 60_000;
const DISCORD_EPOCH = 1_420_070_400_000;

/** A file of a message, as Discord's API shows it. */
export interface Attachment {
  id: string;
  filename: string;
  size: number;
  content_type: string;
  /** Signed, until a day after it was given out. */
  url: string;
  /** Of a picture, in pixels. */
  width?: number | undefined;
  height?: number | undefined;
}

/** A message as Discord's API returns it, reduced to what a bot or a reader uses. */
export interface Message {
  id: string;
  channel_id: string;
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  attachments: Attachment[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  author: { id: string; username: string; global_name?: string; bot: boolean };
  interaction_metadata: { id: string; type: number; user: { id: string; username: string } } | null;
  /** Which message it answers to. */
  message_reference?: { message_id?: string | undefined } | undefined;
}

/** Attachments are named by the id that they have, or by the number of an uploaded file. */
export type Written = Partial<
  Pick<Message, "content" | "embeds" | "components" | "flags" | "message_reference">
> & {
  nonce?: string | number | undefined;
  enforce_nonce?: boolean | undefined;
  attachments?: { id: string | number; filename?: string | undefined }[] | undefined;
};

/** What a member writes. */
interface Said {
  content: string;
  attachments: Attachment[];
}

type Files = ReadonlyMap<string, Upload>;
const none: Files = new Map();

export interface SentResponse {
  type: InteractionResponseType;
  data?: Written | undefined;
}

/** Keeps what a channel consists of; without one, everything is in memory. */
export interface ChannelKeep {
  map<V>(name: string): Map<string, V>;
}

/** The channel that people look at: what a bot's responses and edits make of it. */
export class Channel {
  readonly #messages: Map<string, Message>;
  readonly #files: Map<string, Upload>;
  readonly #tokens: Map<string, { messageId: string; sent: number }>;
  readonly #nonces: Map<string, { id: string; sent: number }>;
  /** What people upload with a command; no message has it. */
  readonly #uploads: Map<string, Upload>;
  /** What the addresses of attachments begin with; Discord has a host of its own for them. */
  filesAt = "";
  readonly #now: () => number;
  #count = 0n;

  constructor(now: () => number = Date.now, keep: ChannelKeep = { map: () => new Map() }) {
    this.#now = now;
    this.#messages = keep.map("messages");
    this.#files = keep.map("files");
    this.#tokens = keep.map("tokens");
    this.#nonces = keep.map("nonces");
    this.#uploads = keep.map("uploads");
  }

  /** Applies a response to the channel; returns whether it came in time. */
  respond(interaction: SentInteraction, response: SentResponse, sent: number): boolean {
    if (this.#now() - sent > RESPONSE_MS) return false;
    const message = this.#messageAfter(interaction, response);
    if (message) this.#tokens.set(interaction.token, { messageId: message.id, sent });
    return true;
  }

  /** The message that an interaction's token stands for once it is responded to; none after a modal or a pong. */
  #messageAfter(interaction: SentInteraction, { type, data = {} }: SentResponse): Message | undefined {
    const pressed = interaction.message && this.#messages.get(interaction.message.id);
    if (type === InteractionResponseType.ChannelMessageWithSource) return this.#add(interaction, data);
    if (type === InteractionResponseType.DeferredChannelMessageWithSource)
      return this.#add(interaction, { flags: MessageFlags.Loading | (data.flags ?? 0) });
    if (type === InteractionResponseType.UpdateMessage) return pressed && this.write(pressed, data);
    return type === InteractionResponseType.DeferredMessageUpdate ? pressed : undefined;
  }

  /** Adds a message that follows a response, or that the bot writes by itself. */
  followUp({ channel_id, author }: Message, data: Written, files: Files = none): Message {
    const message = this.#add({ channel_id, application_id: author.id }, data);
    return this.#changed(message, { attachments: this.#attachedTo(message, data, files) });
  }

  /** Adds a message that the bot writes by itself, unless it has written one with the same nonce just before. */
  post(channel_id: string, data: Written): Message {
    const { nonce, enforce_nonce } = data;
    const before = nonce === undefined ? undefined : this.#nonces.get(String(nonce));
    const known = before && before.sent > this.#now() - NONCE_MS ? this.message(before.id) : undefined;
    if (known && enforce_nonce) return known;
    const message = this.#add({ channel_id, application_id: "0" }, data);
    if (nonce !== undefined) this.#nonces.set(String(nonce), { id: message.id, sent: this.#now() });
    return message;
  }

  /** Changes the given parts of a message. The first edit ends "thinking…". */
  write(message: Message, data: Written, files: Files = none): Message {
    const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    const flags = message.flags & ~MessageFlags.Loading;
    const attachments = this.#attachedTo(message, data, files);
    return this.#changed(message, { ...given, attachments, flags, edited_timestamp: this.#time() });
  }

  #changed(message: Message, parts: Partial<Message>): Message {
    Object.assign(message, parts);
    if (this.#messages.has(message.id)) this.#messages.set(message.id, message);
    return message;
  }

  /** Takes what a person uploads with a command, and answers as what the command names it. */
  upload(file: Upload): Attachment {
    return this.#kept(file, this.#uploads);
  }

  /** What is at an address that was given out; nothing once it has ended, or its message is gone. */
  download(address: string): Upload | undefined {
    const { pathname, searchParams } = new URL(address, "http://127.0.0.1");
    const id = /\/attachments\/(\d+)\//.exec(pathname)?.[1] ?? "";
    const ends = Number.parseInt(searchParams.get("ex") ?? "0", 16) * 1000;
    if (ends <= this.#now()) return undefined;
    return this.#uploads.get(id) ?? this.file(id);
  }

  /** Adds what a member writes in the channel, with files that they have uploaded. */
  say(channel_id: string, { id, name }: { id: string; name: string }, said: Said): Message {
    const message = this.#add({ channel_id, application_id: id }, { content: said.content });
    return this.#changed(message, {
      author: { id, username: name.toLowerCase(), global_name: name, bot: false },
      attachments: said.attachments.filter((one) => this.#uploads.has(one.id)),
    });
  }

  /** The message as Discord shows it to who asks: the addresses of its attachments are new ones. */
  withNewAddresses(message: Message): Message {
    const attachments = message.attachments.map((one) => ({ ...one, url: this.#addressOf(one) }));
    return { ...message, attachments };
  }

  #addressOf({ id, filename }: Pick<Attachment, "id" | "filename">): string {
    const ends = Math.floor((this.#now() + LINK_MS) / 1000).toString(16);
    return `${this.filesAt}/attachments/${id}/${encodeURIComponent(filename)}?ex=${ends}&is=0&hm=${id}`;
  }

  /** The content of an attachment of a message that is there. */
  file(id: string): Upload | undefined {
    return this.messages().some(({ attachments }) => attachments.some((one) => one.id === id))
      ? this.#files.get(id)
      : undefined;
  }

  /** The attachments after an edit: those it names or, when it names none, the old ones and the new. */
  #attachedTo({ attachments: before }: Message, { attachments: named }: Written, files: Files): Attachment[] {
    const all = [...before, ...files.keys().map((id) => ({ id, filename: undefined }))];
    return (named ?? all).flatMap(({ id, filename }) => {
      const file = files.get(String(id));
      if (file) return [this.#kept({ ...file, filename: filename ?? file.filename }, this.#files)];
      return before.filter((one) => one.id === String(id));
    });
  }

  #kept(file: Upload, among: Map<string, Upload>): Attachment {
    const id = this.#snowflake();
    among.set(id, file);
    const { filename, content_type, content } = file;
    return { id, filename, content_type, size: content.length, url: this.#addressOf({ id, filename }) };
  }

  message(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** The message that a token stands for; `expired` when its quarter of an hour has passed. */
  ofToken(token: string): Message | "unknown" | "expired" {
    const known = this.#tokens.get(token);
    if (!known) return "unknown";
    if (this.#now() - known.sent > TOKEN_MS) return "expired";
    return this.#messages.get(known.messageId) ?? "unknown";
  }

  remove(id: string): void {
    this.#messages.delete(id);
  }

  /** Everything in the channel, oldest first. */
  messages(): Message[] {
    return [...this.#messages.values()];
  }

  #add(
    from: Pick<SentInteraction, "channel_id" | "application_id"> & Partial<SentInteraction>,
    data: Written,
  ): Message {
    const user = from.member?.user ?? from.user;
    const message: Message = {
      id: this.#snowflake(),
      channel_id: from.channel_id,
      content: data.content ?? "",
      embeds: data.embeds ?? [],
      components: data.components ?? [],
      attachments: [],
      flags: data.flags ?? 0,
      timestamp: this.#time(),
      edited_timestamp: null,
      author: { id: from.application_id, username: "ux-agent", bot: true },
      interaction_metadata:
        from.id && user ? { id: from.id, type: from.type ?? InteractionType.ApplicationCommand, user } : null,
      ...(data.message_reference ? { message_reference: data.message_reference } : {}),
    };
    this.#messages.set(message.id, message);
    return message;
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }

  #snowflake(): string {
    this.#count += 1n;
    return ((BigInt(this.#now() - DISCORD_EPOCH) << 22n) + this.#count).toString();
  }
}
