import * as z from "zod/mini";
import { once } from "#src/once.ts";
import { ComponentType, InteractionType, ApplicationCommandType } from "./protocol.ts";

/*
 * The parts of an interaction's body that we read, as Discord's reference describes them. Each schema is built for the first
 * interaction of its kind: a new container answers one, and building all of them takes longer than reading it.
 */

const snowflake = once(() => z.string().check(z.regex(/^\d{1,20}$/)));
const user = once(() =>
  z.object({
    id: snowflake(),
    username: z.string(),
    global_name: z.nullish(z.string()),
  }),
);

/** Who and where; in a server the user is inside `member`, in a direct message beside it. */
export const origin = once(() => ({
  id: snowflake(),
  application_id: snowflake(),
  token: z.string().check(z.minLength(1)),
  guild_id: z.optional(snowflake()),
  channel_id: z.optional(snowflake()),
  /** The language that the person has set, like `en-US` or `es-419`. */
  locale: z.optional(z.string()),
  /** Of each file of an answer, in bytes. */
  attachment_size_limit: z.optional(z.number()),
  member: z.optional(
    z.object({
      user: user(),
      nick: z.nullish(z.string()),
      roles: z._default(z.array(snowflake()), []),
      /** A bit set as a decimal string. */
      permissions: z._default(z.string().check(z.regex(/^\d+$/)), "0"),
    }),
  ),
  user: z.optional(user()),
}));

export const attachment = once(() =>
  z.object({
    id: snowflake(),
    filename: z.string(),
    size: z.number(),
    url: z.string(),
    content_type: z.optional(z.string()),
    width: z.nullish(z.number()),
    height: z.nullish(z.number()),
  }),
);

/** A message that a command is about. */
const targeted = once(() =>
  z.object({
    id: snowflake(),
    channel_id: snowflake(),
    content: z._default(z.string(), ""),
    author: user(),
    attachments: z._default(z.array(attachment()), []),
  }),
);

export const command = once(() =>
  z.object({
    ...origin(),
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
          attachments: z._default(z.record(z.string(), attachment()), {}),
          messages: z._default(z.record(z.string(), targeted()), {}),
        }),
        { attachments: {}, messages: {} },
      ),
      /** The message in whose menu the command was chosen. */
      target_id: z.optional(snowflake()),
    }),
  }),
);

/** A command that is being typed; Discord marks the option that has the focus. */
export const autocomplete = once(() =>
  z.object({
    ...origin(),
    type: z.literal(InteractionType.ApplicationCommandAutocomplete),
    data: z.object({
      name: z.string(),
      options: z._default(
        z.array(
          z.object({
            name: z.string(),
            value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
            focused: z.optional(z.boolean()),
          }),
        ),
        [],
      ),
    }),
  }),
);

/** The message that was clicked, as Discord keeps it now. */
export const clicked = once(() =>
  z.object({
    id: snowflake(),
    content: z._default(z.string(), ""),
    attachments: z._default(z.array(z.object({ id: snowflake() })), []),
  }),
);

export const component = once(() =>
  z.object({
    ...origin(),
    type: z.literal(InteractionType.MessageComponent),
    /** `values` are those that were chosen in a select. */
    data: z.object({ custom_id: z.string(), values: z._default(z.array(z.string()), []) }),
    message: clicked(),
  }),
);

/** A modal's inputs come inside labels, or inside action rows from older clients. */
const input = once(() =>
  z.object({
    type: z.union([z.literal(ComponentType.TextInput), z.literal(ComponentType.StringSelect)]),
    custom_id: z.string(),
    value: z.optional(z.string()),
    values: z.optional(z.array(z.string())),
  }),
);

export const modal = once(() =>
  z.object({
    ...origin(),
    type: z.literal(InteractionType.ModalSubmit),
    data: z.object({
      custom_id: z.string(),
      components: z.array(
        z.object({ component: z.optional(input()), components: z.optional(z.array(input())) }),
      ),
    }),
    message: z.optional(clicked()),
  }),
);

export const other = z.object({ type: z.number(), locale: z.optional(z.string()) });
