import { ButtonStyle, ComponentType, InteractionResponseType } from "discord-api-types/v10";
import * as z from "zod/mini";

/** Discord counts characters; UTF-16 units are the stricter reading, so what passes here passes there. */
const text = (most: number) => z.string().check(z.maxLength(most));
const customId = z.string().check(z.minLength(1), z.maxLength(100));

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
    custom_id: z.optional(customId),
    url: z.optional(text(512)),
  })
  .check(
    z.refine(
      ({ style, custom_id, url }) => (style === ButtonStyle.Link ? Boolean(url) : Boolean(custom_id)),
      "a link button needs a url, any other a custom_id",
    ),
  );

const select = z.object({
  type: z.literal(ComponentType.StringSelect),
  custom_id: customId,
  options: z
    .array(z.object({ label: text(100), value: text(100), description: z.optional(text(100)) }))
    .check(
      z.minLength(1),
      z.maxLength(25),
      z.refine(
        (options) => new Set(options.map(({ value }) => value)).size === options.length,
        "two options have the same value",
      ),
    ),
});

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  value: z.optional(text(4000).check(z.minLength(1))),
});

const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  components: z.array(z.union([button, select])).check(z.minLength(1), z.maxLength(5)),
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
    z.refine(({ components }) => areUnique(components ?? []), "two components have the same custom_id"),
  );

const modal = z.object({
  custom_id: customId,
  title: z.string().check(z.minLength(1), z.maxLength(45)),
  components: z
    .array(
      z.object({
        type: z.number(),
        label: z.optional(text(45)),
        component: z.optional(z.union([textInput, select])),
      }),
    )
    .check(z.minLength(1), z.maxLength(5)),
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

function areUnique(rows: z.infer<typeof row>[]): boolean {
  const ids = rows.flatMap((each) => each.components).flatMap(({ custom_id }) => custom_id ?? []);
  return new Set(ids).size === ids.length;
}

/** What Discord would refuse of a message, each with the place it is at; nothing when it would take it. */
export const messageProblems = (data: unknown): string[] => problemsOf(message, data);

const dataOf: Partial<Record<InteractionResponseType, z.ZodMiniType>> = {
  [InteractionResponseType.ChannelMessageWithSource]: message,
  [InteractionResponseType.UpdateMessage]: message,
  [InteractionResponseType.Modal]: modal,
};

/** The same for the data of a response to an interaction, whichever type it is of; most types have none. */
export function responseProblems(type: InteractionResponseType, data: unknown): string[] {
  const schema = dataOf[type];
  return schema ? problemsOf(schema, data) : [];
}

const problemsOf = (schema: z.ZodMiniType, data: unknown): string[] =>
  (schema.safeParse(data).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
