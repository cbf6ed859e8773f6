import * as z from "zod";
import { imageProperty } from "./image-schema.ts";
import { linkProperty, listProperty } from "./list-schema.ts";
import { classProperty, ruleProperty, variableProperty } from "./style-schema.ts";
import { common, pointer, selector, valueRules } from "./property-fields.ts";

const place = z.int("must be a whole number").min(1, "must be at least 1");

const textProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("text"),
    selector,
    run: place
      .optional()
      .describe(
        "Which of the texts directly in the element, from 1, where other elements or code stand between them.",
      ),
  })
  .describe("The text of an element, or one run of it.");

const attributeProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("attribute"),
    selector,
    attribute: z
      .string()
      .regex(/^[A-Za-z_][\w.:-]*$/, "must be the name of an attribute, for example “href”")
      .describe("The name of the attribute, as it is written in the file."),
    run: place
      .optional()
      .describe("Which of the texts in the value, from 1, where code stands between them."),
  })
  .describe("One attribute of an element.");

const styleProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("style"),
    selector,
    style: z
      .string()
      .regex(/^(?:--[\w-]+|-?[A-Za-z][A-Za-z-]*)$/, "must be the name of a CSS property, for example “color”")
      .describe("The CSS property, for example `background-color`."),
  })
  .describe("One property of an element's inline style.");

const valueProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("value"),
    pointer: pointer.describe(
      "Names and places on the way to the value, for example `/hero/title` or `/links/0/label`. In a script it begins with a variable, a function, an export or `default`.",
    ),
    run: place
      .optional()
      .describe("Which of the texts in the value, from 1, where code or tags stand between them."),
    call: z
      .string()
      .regex(/^[A-Za-z_$][\w$]*$/, "must be the name of a function, for example “t”")
      .optional()
      .describe('The function that the text is given to in a script, for example `t` for `t("Home")`.'),
  })
  .describe("One value of JSON, YAML, TOML, front matter, or a literal in a script.");

const markdownProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("markdown"),
    heading: z
      .array(z.string().trim().min(1, "must not be empty"))
      .min(1, "must list at least one heading")
      .optional()
      .describe(
        "The headings above it, the outermost first, each by its text or as `#2` for the second; without it the whole page counts.",
      ),
    block: z.enum(["heading", "paragraph", "item", "cell"]).describe("What is changed."),
    at: place.default(1).describe("Which heading, paragraph or item, or which row of a table, from 1."),
    in: place.default(1).describe("Which list or table, from 1."),
    column: place.default(1).describe("Which column of the table, from 1."),
    run: place
      .optional()
      .describe("Which run of text, from 1, where emphasis, a link or code stands in between."),
  })
  .describe("The text of a heading, paragraph, item or cell of a page of Markdown.");

/** One thing that may be changed, by its kind. */
export const property = z.discriminatedUnion("kind", [
  textProperty,
  attributeProperty,
  styleProperty,
  classProperty,
  linkProperty,
  listProperty,
  ruleProperty,
  variableProperty,
  valueProperty,
  markdownProperty,
  imageProperty,
]);
