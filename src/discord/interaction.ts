import { type Target, readCustomId } from "./custom-id.ts";
import {
  type attachment,
  autocomplete,
  type clicked,
  command,
  component,
  modal,
  type origin,
  other,
} from "./interaction-body.ts";
import { type Locale, localeOf } from "#src/words/locale.ts";
import { type Opening, readOpeningId } from "./opening.ts";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from "./protocol.ts";
import { type ObjectOf, type Read, type Shape, unfit } from "#src/shape.ts";

export type Attachment = Read<typeof attachment>;

/** The person who sent an interaction, and how to answer them. */
export interface Origin {
  interaction_id: string;
  user: { id: string; name: string };
  /** Discord's permission bit set in that channel; none in a direct message. */
  permissions: bigint;
  role_ids: string[];
  guild_id?: string;
  channel_id?: string;
  /** In which they are answered. */
  locale: Locale;
  /** The most that Discord takes of each file of an answer, in bytes. */
  attachment_size_limit?: number;
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

/** The message that a command is about, and who wrote it. */
export interface Targeted {
  id: string;
  channel_id: string;
  content: string;
  author: { id: string; name: string };
  attachments: Attachment[];
}

/** An interaction in our words. `unknown`: well formed, but nothing that we offered. */
export type Interaction =
  | { kind: "ping" }
  | (Origin & { kind: "command"; name: string; options: Record<string, string>; attachments: Attachment[] })
  /** A command in the menu of a message. */
  | (Origin & { kind: "message-command"; name: string; message: Targeted })
  /** A command that is not sent yet: `focused` is the option that is being typed. */
  | (Origin & { kind: "autocomplete"; options: Record<string, string>; focused: string })
  | (Origin & {
      kind: "button";
      target: Target | null;
      /** Of a select that begins a request. */
      opening?: Opening | null;
      message: Clicked;
      /** Of a select: what was chosen. */
      values?: string[];
    })
  | (Origin & {
      kind: "modal";
      target: Target | null;
      /** Of a form that begins a request. */
      opening?: Opening | null;
      message?: Clicked;
      inputs: Record<string, string>;
    })
  | { kind: "unknown"; locale: Locale };

/** Parses the body of a request; null when it is not an interaction at all. */
export function readInteraction(body: unknown): Interaction | null {
  const base = other(body);
  if (base === unfit) return null;
  switch (base.type) {
    case InteractionType.Ping:
      return { kind: "ping" };
    case InteractionType.ApplicationCommand:
      return parsed(command, body, commandOf);
    case InteractionType.ApplicationCommandAutocomplete:
      return parsed(autocomplete, body, typingOf);
    case InteractionType.MessageComponent:
      return parsed(component, body, buttonOf);
    case InteractionType.ModalSubmit:
      return parsed(modal, body, modalOf);
    default:
      return { kind: "unknown", locale: localeOf(base.locale) };
  }
}

function parsed<T>(shape: Shape<T>, body: unknown, as: (data: T) => Interaction | null): Interaction | null {
  const data = shape(body);
  return data === unfit ? null : as(data);
}

function originOf(from: ObjectOf<typeof origin>): Origin | null {
  const user = senderOf(from);
  if (!user) return null;
  return {
    interaction_id: from.id,
    user,
    permissions: BigInt(from.member?.permissions ?? 0),
    role_ids: from.member?.roles ?? [],
    ...(from.guild_id ? { guild_id: from.guild_id } : {}),
    ...(from.channel_id ? { channel_id: from.channel_id } : {}),
    locale: localeOf(from.locale),
    ...(from.attachment_size_limit === undefined
      ? {}
      : { attachment_size_limit: from.attachment_size_limit }),
    token: from.token,
  };
}

/** A server names its member, by the nickname they have there; a direct message names a user. */
function senderOf({ member, user }: ObjectOf<typeof origin>): Origin["user"] | null {
  const who = member?.user ?? user;
  if (!who) return null;
  const name = member?.nick ?? who.global_name ?? who.username;
  // Half of a character has no place in UTF-8, in which the name is stored.
  return { id: who.id, name: name.toWellFormed() };
}

function commandOf(data: Read<typeof command>): Interaction | null {
  const origin = originOf(data);
  if (data.data.type === ApplicationCommandType.Message) return origin && messageCommandOf(data, origin);
  if (data.data.type !== ApplicationCommandType.ChatInput)
    return { kind: "unknown", locale: localeOf(data.locale) };
  return (
    origin && {
      ...origin,
      kind: "command",
      name: data.data.name,
      options: valuesOf(data.data.options),
      attachments: data.data.options.flatMap(
        ({ type, value }) =>
          (type === ApplicationCommandOptionType.Attachment &&
            data.data.resolved.attachments[String(value)]) ||
          [],
      ),
    }
  );
}

function messageCommandOf({ data }: Read<typeof command>, origin: Origin): Interaction {
  const message = data.resolved.messages[data.target_id ?? ""];
  if (!message) return { kind: "unknown", locale: origin.locale };
  const { id, channel_id, content, author, attachments } = message;
  const name = (author.global_name ?? author.username).toWellFormed();
  return {
    ...origin,
    kind: "message-command",
    name: data.name,
    message: {
      id,
      channel_id,
      content: content.toWellFormed(),
      author: { id: author.id, name },
      attachments,
    },
  };
}

function typingOf(data: Read<typeof autocomplete>): Interaction | null {
  const origin = originOf(data);
  const { options } = data.data;
  const focused = options.find((option) => option.focused === true)?.name ?? "";
  return origin && { ...origin, kind: "autocomplete", options: valuesOf(options), focused };
}

const valuesOf = (options: { name: string; value?: string | number | boolean | undefined }[]) =>
  Object.fromEntries(options.map(({ name, value }) => [name, String(value ?? "")]));

function buttonOf(data: Read<typeof component>): Interaction | null {
  const origin = originOf(data);
  return (
    origin && {
      ...origin,
      kind: "button",
      target: readCustomId(data.data.custom_id),
      opening: readOpeningId(data.data.custom_id),
      message: clickedOf(data.message),
      values: data.data.values,
    }
  );
}

const clickedOf = ({ id, content, attachments }: Read<typeof clicked>): Clicked => ({
  id,
  content,
  attachment_ids: attachments.map((attachment) => attachment.id),
});

function modalOf(data: Read<typeof modal>): Interaction | null {
  const origin = originOf(data);
  const inputs = data.data.components.flatMap(({ component, components }) => component ?? components ?? []);
  return (
    origin && {
      ...origin,
      kind: "modal",
      target: readCustomId(data.data.custom_id),
      opening: readOpeningId(data.data.custom_id),
      ...(data.message ? { message: clickedOf(data.message) } : {}),
      inputs: Object.fromEntries(
        inputs.map(({ custom_id, value, values }) => [custom_id, value ?? values?.[0] ?? ""]),
      ),
    }
  );
}
