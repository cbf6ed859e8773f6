import { ComponentType, InteractionType, ApplicationCommandType } from "./protocol.ts";
import {
  dictionary,
  either,
  exactly,
  list,
  matching,
  nullish,
  number,
  object,
  optional,
  text,
  truth,
  usually,
} from "#src/shape.ts";

// The parts of an interaction's body that we read, as Discord's reference describes them.

const snowflake = matching(/^\d{1,20}$/);
const user = object({
  id: snowflake,
  username: text,
  global_name: nullish(text),
});

/** Who and where; in a server the user is inside `member`, in a direct message beside it. */
export const origin = {
  id: snowflake,
  application_id: snowflake,
  token: matching(/./s),
  guild_id: optional(snowflake),
  channel_id: optional(snowflake),
  /** The language that the person has set, like `en-US` or `es-419`. */
  locale: optional(text),
  /** Of each file of an answer, in bytes. */
  attachment_size_limit: optional(number),
  member: optional(
    object({
      user,
      nick: nullish(text),
      roles: usually(list(snowflake), []),
      /** A bit set as a decimal string. */
      permissions: usually(matching(/^\d+$/), "0"),
    }),
  ),
  user: optional(user),
};

export const attachment = object({
  id: snowflake,
  filename: text,
  size: number,
  url: text,
  content_type: optional(text),
  width: nullish(number),
  height: nullish(number),
});

/** A message that a command is about. */
const targeted = object({
  id: snowflake,
  channel_id: snowflake,
  content: usually(text, ""),
  author: user,
  attachments: usually(list(attachment), []),
});

export const command = object({
  ...origin,
  type: exactly(InteractionType.ApplicationCommand),
  data: object({
    type: usually(number, ApplicationCommandType.ChatInput),
    name: text,
    options: usually(
      list(
        object({
          name: text,
          type: number,
          value: optional(either(text, number, truth)),
        }),
      ),
      [],
    ),
    resolved: usually(
      object({
        attachments: usually(dictionary(attachment), {}),
        messages: usually(dictionary(targeted), {}),
      }),
      {},
    ),
    /** The message in whose menu the command was chosen. */
    target_id: optional(snowflake),
  }),
});

/** A command that is being typed; Discord marks the option that has the focus. */
export const autocomplete = object({
  ...origin,
  type: exactly(InteractionType.ApplicationCommandAutocomplete),
  data: object({
    name: text,
    options: usually(
      list(
        object({
          name: text,
          value: optional(either(text, number, truth)),
          focused: optional(truth),
        }),
      ),
      [],
    ),
  }),
});

/** The message that was clicked, as Discord keeps it now. */
export const clicked = object({
  id: snowflake,
  content: usually(text, ""),
  attachments: usually(list(object({ id: snowflake })), []),
});

export const component = object({
  ...origin,
  type: exactly(InteractionType.MessageComponent),
  /** `values` are those that were chosen in a select. */
  data: object({ custom_id: text, values: usually(list(text), []) }),
  message: clicked,
});

/** A modal's inputs come inside labels, or inside action rows from older clients. */
const input = object({
  type: either(exactly(ComponentType.TextInput), exactly(ComponentType.StringSelect)),
  custom_id: text,
  value: optional(text),
  values: optional(list(text)),
});

export const modal = object({
  ...origin,
  type: exactly(InteractionType.ModalSubmit),
  data: object({
    custom_id: text,
    components: list(object({ component: optional(input), components: optional(list(input)) })),
  }),
  message: optional(clicked),
});

export const other = object({ type: number, locale: optional(text) });
