import {
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  TextInputStyle,
} from "discord-api-types/v10";
import * as z from "zod/mini";

/** Discord counts characters. UTF-16 units are never fewer, so text that passes here passes there. */
const text = (most: number, least = 0) =>
  z.string().check(z.minLength(least, "empty"), z.maxLength(most, `longer than ${most} characters`));
const customId = text(100, 1);

const EMBED_TOTAL = 6000;

const embed = z.object({
  title: z.optional(text(256)),
  description: z.optional(text(4096)),
  fields: z.optional(z.array(z.object({ name: text(256), value: text(1024) })).check(z.maxLength(25))),
  footer: z.optional(z.object({ text: text(2048) })),
  author: z.optional(z.object({ name: text(256) })),
});

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    style: z.enum(ButtonStyle),
    label: z.optional(text(80)),
    emoji: z.optional(z.looseObject({})),
    custom_id: z.optional(customId),
    url: z.optional(text(512)),
  })
  .check(
    z.refine(
      ({ style, custom_id, url }) =>
        style === ButtonStyle.Link ? Boolean(url) && !custom_id : Boolean(custom_id) && !url,
      "a link button needs a url, any other a custom_id, and none both",
    ),
    z.refine(({ label, emoji }) => Boolean(label ?? emoji), "a button needs a label or an emoji"),
  );

const select = z.object({
  type: z.literal(ComponentType.StringSelect),
  custom_id: customId,
  placeholder: z.optional(text(150)),
  options: z
    .array(z.object({ label: text(100, 1), value: text(100, 1), description: z.optional(text(100)) }))
    .check(
      z.minLength(1),
      z.maxLength(25),
      z.refine((options) => isUnique(options.map(({ value }) => value)), "two options have the same value"),
    ),
});

/** Up to five buttons, or one select alone. */
const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  components: z.array(z.discriminatedUnion("type", [button, select])).check(
    z.minLength(1),
    z.maxLength(5),
    z.refine(
      (parts) => parts.length < 2 || parts.every(({ type }) => type === ComponentType.Button),
      "a select stands alone in its row",
    ),
  ),
});

const message = z
  .object({
    content: z.nullish(text(2000)),
    embeds: z.nullish(z.array(embed).check(z.maxLength(10))),
    components: z.nullish(z.array(row).check(z.maxLength(5))),
  })
  .check(
    z.refine(
      ({ embeds }) => lengthOf(embeds ?? []) <= EMBED_TOTAL,
      `embeds hold more than ${EMBED_TOTAL} characters`,
    ),
    z.refine(({ components }) => isUnique(idsIn(components ?? [])), "two components have the same custom_id"),
  );

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  style: z.enum(TextInputStyle),
  min_length: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  max_length: z.optional(z.int().check(z.minimum(1), z.maximum(4000))),
  value: z.optional(text(4000, 1)),
  placeholder: z.optional(text(100)),
});

/** The current form of a modal. The older one, with inputs in action rows, is not used here. */
const modal = z.object({
  custom_id: customId,
  title: text(45, 1),
  components: z
    .array(
      z.object({
        type: z.literal(ComponentType.Label),
        label: text(45, 1),
        description: z.optional(text(100)),
        component: z.discriminatedUnion("type", [textInput, select]),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(5),
      z.refine(
        (labels) => isUnique(labels.map(({ component }) => component.custom_id)),
        "two inputs have the same custom_id",
      ),
    ),
});

const lengthOf = (embeds: z.infer<typeof embed>[]) =>
  embeds
    .flatMap(({ title, description, fields = [], footer, author }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, part) => sum + (part?.length ?? 0), 0);

const idsIn = (rows: z.infer<typeof row>[]): string[] =>
  rows
    .flatMap(({ components }) => components.map(({ custom_id }) => custom_id))
    .filter((id) => id !== undefined);

const isUnique = (names: string[]): boolean => new Set(names).size === names.length;

/** What Discord would refuse about a message, each problem with its path; empty when it would accept the message. */
export const messageProblems = (data: unknown): string[] => problemsOf(message, data);

interface Whole {
  content?: unknown;
  embeds?: unknown[];
  components?: unknown[];
}

/** The problem of a whole message that has nothing to show; empty when it has something. */
export const emptyProblems = ({ content, embeds, components }: Whole): string[] =>
  content || embeds?.length || components?.length ? [] : ["a message needs content, embeds or components"];

const { Ping, MessageComponent, ModalSubmit } = InteractionType;
const { Pong, Modal, UpdateMessage, DeferredMessageUpdate } = InteractionResponseType;

interface Answered {
  type: InteractionType;
  message?: unknown;
}

/** The problem with this type of response to that interaction; empty when Discord accepts it. */
export function typeProblems({ type, message: on }: Answered, response: InteractionResponseType): string[] {
  const isOnMessage = type === MessageComponent || on !== undefined;
  const fits: Partial<Record<InteractionResponseType, boolean>> = {
    [Pong]: false,
    [Modal]: type !== ModalSubmit,
    [UpdateMessage]: isOnMessage,
    [DeferredMessageUpdate]: isOnMessage,
  };
  if (type === Ping ? response === Pong : (fits[response] ?? true)) return [];
  return [`${InteractionResponseType[response]} is no response to ${InteractionType[type]}`];
}

const dataOf: Partial<Record<InteractionResponseType, z.ZodMiniType>> = {
  [InteractionResponseType.ChannelMessageWithSource]: message,
  [InteractionResponseType.UpdateMessage]: message,
  [InteractionResponseType.Modal]: modal,
};

/** The problems of a response's data; empty for the types of response that carry none. */
export function responseProblems(type: InteractionResponseType, data: unknown): string[] {
  const schema = dataOf[type];
  return schema ? problemsOf(schema, data) : [];
}

const problemsOf = (schema: z.ZodMiniType, data: unknown): string[] =>
  (schema.safeParse(data).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
