import * as z from "zod";
import { common, id, pointer, selector, valueRules } from "./property-fields.ts";

/** A list that is only made of links, written by a template. */
export const linkProperty = z
  .strictObject({
    ...common,
    kind: z.literal("link"),
    selector: selector.describe("A CSS selector that matches the element that holds the links."),
    template: z
      .string()
      .refine((text) => text.includes("{label}") && text.includes("{href}"), {
        error: 'must contain {label} and {href}, for example <li><a href="{href}">{label}</a></li>',
      })
      .describe("One item of the list, with {label} and {href} where the text and the target go."),
  })
  .describe("A list that links can be added to.");

const fieldRules = {
  value: valueRules.value,
  pattern: valueRules.pattern,
  oneOf: valueRules.oneOf,
  maxLength: common.maxLength,
  optional: z.literal(true).optional().describe("Whether an item may be without it."),
};

const at = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .describe(
    "Where it is in an item. In markup a selector (`h3`), with `@` an attribute (`a@href`, `@href`); in data a name (`url`, `link/url`); `.` is the item itself.",
  );

const ruledField = z.strictObject({ at, ...fieldRules });

const field = z.union([at.transform((text): z.output<typeof ruledField> => ({ at: text })), ruledField], {
  error: "must be a place like “a@href”, or an object with “at”",
});

/** A list in markup or data. */
export const listProperty = z
  .strictObject({
    ...common,
    kind: z.literal("list"),
    selector: selector
      .optional()
      .describe("In markup: a CSS selector that matches the element that holds the items."),
    item: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .optional()
      .describe("In markup: a selector for its items; without it, all that have the first field."),
    pointer: z
      .union([pointer, z.literal("")], { error: "must be a JSON pointer, for example “/menu/main”" })
      .optional()
      .describe("In data: the way to the list, for example `/menu/main`; empty for a file that is a list."),
    fields: z
      .record(id, field)
      .refine((fields) => Object.keys(fields).length > 0, "must name at least one field")
      .refine((fields) => Object.keys(fields).length <= 10, "must name at most 10 fields")
      .default({ text: { at: "." } })
      .describe(
        "What an item is made of: a name for people, and where it is. The first one is what an item is called.",
      ),
  })
  .describe("A list whose items can be added, changed, removed and moved.");
