import type { APIEmbed, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { InteractionResponseType, InteractionType, MessageFlags } from "discord-api-types/v10";
import * as z from "zod/mini";

/** Discord's own limits: a response is due in three seconds, and a token can be used for a quarter of an hour. */
const RESPONSE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
const DISCORD_EPOCH = 1_420_070_400_000;

/** A message as Discord's API shows it, as far as a bot or a reader looks. */
export interface Message {
  id: string;
  channel_id: string;
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  author: { id: string; username: string; bot: true };
  interaction_metadata: { id: string; type: number; user: { id: string; username: string } } | null;
}

const sender = z.object({ id: z.string(), username: z._default(z.string(), "") });

/** The parts of an interaction that decide what its response does. */
export const sentInteraction = z.object({
  id: z.string(),
  type: z.enum(InteractionType),
  token: z.string(),
  application_id: z.string(),
  channel_id: z._default(z.string(), "0"),
  member: z.optional(z.object({ user: sender })),
  user: z.optional(sender),
  message: z.optional(z.object({ id: z.string() })),
});
export type SentInteraction = z.infer<typeof sentInteraction>;

export type Written = Partial<Pick<Message, "content" | "embeds" | "components" | "flags">>;

export interface SentResponse {
  type: InteractionResponseType;
  data?: Written | undefined;
}

/** The channel that people look at: what a bot's responses and edits make of it. Everything is in memory. */
export class Channel {
  readonly #messages = new Map<string, Message>();
  readonly #tokens = new Map<string, { messageId: string; sent: number }>();
  readonly #now: () => number;
  #count = 0n;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Does to the channel what a response to an interaction does; answers whether it came in time. */
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
  followUp(channelId: string, applicationId: string, data: Written): Message {
    return this.#add({ channel_id: channelId, application_id: applicationId }, data);
  }

  /** Changes the given parts of a message. The first edit ends "thinking…". */
  write(message: Message, data: Written): Message {
    const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    const flags = message.flags & ~MessageFlags.Loading;
    return Object.assign(message, given, { flags, edited_timestamp: this.#time() });
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
      flags: data.flags ?? 0,
      timestamp: this.#time(),
      edited_timestamp: null,
      author: { id: from.application_id, username: "ux-agent", bot: true },
      interaction_metadata:
        from.id && user ? { id: from.id, type: from.type ?? InteractionType.ApplicationCommand, user } : null,
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
