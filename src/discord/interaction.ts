import * as z from "zod/mini";
import { type Target, readCustomId } from "./custom-id.ts";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from "./protocol.ts";

const snowflake = z.string().check(z.regex(/^\d{1,20}$/));
const user = z.object({
  id: snowflake,
  username: z.string(),
  global_name: z.nullish(z.string()),
});

/** Who and where; in a server the user is inside `member`, in a direct message beside it. */
const origin = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().check(z.minLength(1)),
  guild_id: z.optional(snowflake),
  channel_id: z.optional(snowflake),
  member: z.optional(
    z.object({
      user,
      nick: z.nullish(z.string()),
      roles: z._default(z.array(snowflake), []),
      /** A bit set as a decimal string. */
      permissions: z._default(z.string().check(z.regex(/^\d+$/)), "0"),
    }),
  ),
  user: z.optional(user),
};

const attachment = z.object({
  id: snowflake,
  filename: z.string(),
  size: z.number(),
  url: z.string(),
  content_type: z.optional(z.string()),
  width: z.nullish(z.number()),
  height: z.nullish(z.number()),
});

const command = z.object({
  ...origin,
  type: z.literal(InteractionType.ApplicationCommand),
  data: z.object({
    type: z._default(z.number(), ApplicationCommandType.ChatInput),
    name: z.string(),
    options: z._default(
      z.array(
        z.object({
          name: z.string(),
          type: z.number(),
          value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
        }),
      ),
      [],
    ),
    resolved: z._default(
      z.object({
        attachments: z._default(z.record(z.string(), attachment), {}),
      }),
      { attachments: {} },
    ),
  }),
});

/** The message that was clicked, as Discord keeps it now. */
const clicked = z.object({
  id: snowflake,
  content: z._default(z.string(), ""),
  attachments: z._default(z.array(z.object({ id: snowflake })), []),
});

const component = z.object({
  ...origin,
  type: z.literal(InteractionType.MessageComponent),
  data: z.object({ custom_id: z.string() }),
  message: clicked,
});

/** A modal's inputs come inside labels, or inside action rows from older clients. */
const input = z.object({
  type: z.union([z.literal(ComponentType.TextInput), z.literal(ComponentType.StringSelect)]),
  custom_id: z.string(),
  value: z.optional(z.string()),
  values: z.optional(z.array(z.string())),
});

const modal = z.object({
  ...origin,
  type: z.literal(InteractionType.ModalSubmit),
  data: z.object({
    custom_id: z.string(),
    components: z.array(z.object({ component: z.optional(input), components: z.optional(z.array(input)) })),
  }),
  message: z.optional(clicked),
});

const other = z.object({ type: z.number() });

export type Attachment = z.infer<typeof attachment>;

/** Whoever sent an interaction, and how to answer them. */
export interface Origin {
  interaction_id: string;
  user: { id: string; name: string };
  /** Discord's permission bit set in that channel; none in a direct message. */
  permissions: bigint;
  role_ids: string[];
  guild_id?: string;
  channel_id?: string;
  /** A secret: it lets anyone write as the bot for 15 minutes. */
  token: string;
}

/** The message whose button was pressed, as it is now: a person may look at an older state of it. */
export interface Clicked {
  id: string;
  content: string;
  /** What is attached to it, by Discord's ids. */
  attachment_ids: string[];
}

/** An interaction in our words. `unknown`: well formed, but nothing that we offered. */
export type Interaction =
  | { kind: "ping" }
  | (Origin & { kind: "command"; name: string; options: Record<string, string>; attachments: Attachment[] })
  | (Origin & {
      kind: "button";
      target: Target | null;
      message: Clicked;
    })
  | (Origin & { kind: "modal"; target: Target | null; message?: Clicked; inputs: Record<string, string> })
  | { kind: "unknown" };

/** Parses the body of a request; null when it is not an interaction at all. */
export function readInteraction(body: unknown): Interaction | null {
  const { data: base } = other.safeParse(body);
  switch (base?.type) {
    case undefined:
      return null;
    case InteractionType.Ping:
      return { kind: "ping" };
    case InteractionType.ApplicationCommand:
      return parsed(command, body, commandOf);
    case InteractionType.MessageComponent:
      return parsed(component, body, buttonOf);
    case InteractionType.ModalSubmit:
      return parsed(modal, body, modalOf);
    default:
      return { kind: "unknown" };
  }
}

function parsed<S extends z.ZodMiniType>(
  schema: S,
  body: unknown,
  as: (data: z.infer<S>) => Interaction | null,
): Interaction | null {
  const result = schema.safeParse(body);
  return result.success ? as(result.data) : null;
}

function originOf(from: z.infer<z.ZodMiniObject<typeof origin>>): Origin | null {
  const who = from.member?.user ?? from.user;
  if (!who) return null;
  const name = from.member?.nick ?? who.global_name ?? who.username;
  return {
    interaction_id: from.id,
    // Half of a character has no place in UTF-8, in which the name is stored.
    user: { id: who.id, name: name.toWellFormed() },
    permissions: BigInt(from.member?.permissions ?? 0),
    role_ids: from.member?.roles ?? [],
    ...(from.guild_id ? { guild_id: from.guild_id } : {}),
    ...(from.channel_id ? { channel_id: from.channel_id } : {}),
    token: from.token,
  };
}

function commandOf(data: z.infer<typeof command>): Interaction | null {
  const origin = originOf(data);
  if (data.data.type !== ApplicationCommandType.ChatInput) return { kind: "unknown" };
  return (
    origin && {
      ...origin,
      kind: "command",
      name: data.data.name,
      options: Object.fromEntries(data.data.options.map(({ name, value }) => [name, String(value ?? "")])),
      attachments: data.data.options.flatMap(
        ({ type, value }) =>
          (type === ApplicationCommandOptionType.Attachment &&
            data.data.resolved.attachments[String(value)]) ||
          [],
      ),
    }
  );
}

function buttonOf(data: z.infer<typeof component>): Interaction | null {
  const origin = originOf(data);
  return (
    origin && {
      ...origin,
      kind: "button",
      target: readCustomId(data.data.custom_id),
      message: clickedOf(data.message),
    }
  );
}

const clickedOf = ({ id, content, attachments }: z.infer<typeof clicked>): Clicked => ({
  id,
  content,
  attachment_ids: attachments.map((attachment) => attachment.id),
});

function modalOf(data: z.infer<typeof modal>): Interaction | null {
  const origin = originOf(data);
  const inputs = data.data.components.flatMap(({ component, components }) => component ?? components ?? []);
  return (
    origin && {
      ...origin,
      kind: "modal",
      target: readCustomId(data.data.custom_id),
      ...(data.message ? { message: clickedOf(data.message) } : {}),
      inputs: Object.fromEntries(
        inputs.map(({ custom_id, value, values }) => [custom_id, value ?? values?.[0] ?? ""]),
      ),
    }
  );
}
