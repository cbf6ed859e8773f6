import * as z from "zod";

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What the parts of a site are called by in requests. */
export const id = z
  .string()
  .regex(ID, "must be lower-case words joined by hyphens, for example “hero-text”")
  .max(32, "must have at most 32 characters");
/** What people see. */
export const label = z.string().trim().min(1, "must not be empty").max(60, "must have at most 60 characters");
/** What else people call a part of the site; lower case, whatever the case in the file. */
export const names = z
  .array(
    z.string().trim().min(1, "must not be empty").max(60, "must have at most 60 characters").toLowerCase(),
  )
  .max(30, "must have at most 30 names");
const selector = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .describe(
    "A CSS selector that matches exactly one element of the file. Component names are element names.",
  );

const common = {
  id: id.describe("What people write before the colon: lower-case words joined by hyphens."),
  label: label.optional().describe("What people see; made from the id when it is left out."),
  names: names.default([]).describe("What else people call it."),
  hint: z
    .string()
    .trim()
    .max(200, "must have at most 200 characters")
    .optional()
    .describe("A sentence shown to people beside the property."),
  maxLength: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(4000, "must be at most 4000")
    .optional()
    .describe("The longest value, in characters as people count them."),
};

const valueRules = {
  value: z
    .enum(["text", "color", "url"])
    .optional()
    .describe("What the value is; known from the kind for colours and addresses, otherwise text."),
  pattern: z
    .string()
    .max(200, "must have at most 200 characters")
    .optional()
    .describe("A regular expression that the whole value must match."),
  oneOf: z
    .array(z.string().min(1, "must not be empty"))
    .min(1, "must list at least one value")
    .optional()
    .describe("The only values the property may have."),
};

const textProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("text"),
    selector,
    run: z
      .int("must be a whole number")
      .min(1, "must be at least 1")
      .max(100, "must be at most 100")
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

const linkProperty = z
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

const variableProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("variable"),
    variable: z
      .string()
      .regex(/^--[^\s:;{}()!]+$/, "must be the name of a custom property, for example “--brand-color”")
      .describe("The custom property, for example `--brand-color`."),
    selector: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .default(":root")
      .describe("The rule the custom property stands in, as it is written in the file."),
    media: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .optional()
      .describe("The condition of the @media rule around it, for example `(prefers-color-scheme: dark)`."),
  })
  .describe("One custom property of a style sheet.");

const valueProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("value"),
    pointer: z
      .string()
      .regex(/^(?:\/(?:[^~/]|~[01])*)+$/, "must be a JSON pointer, for example “/hero/title”")
      .describe(
        "Names and places on the way to the value, for example `/hero/title` or `/links/0/label`. In a script it begins with a variable, a function, an export or `default`.",
      ),
    call: z
      .string()
      .regex(/^[A-Za-z_$][\w$]*$/, "must be the name of a function, for example “t”")
      .optional()
      .describe('The function that the text is given to in a script, for example `t` for `t("Home")`.'),
  })
  .describe("One value of JSON, YAML, TOML, front matter, or a literal in a script.");

const place = z.int("must be a whole number").min(1, "must be at least 1");

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
  linkProperty,
  variableProperty,
  valueProperty,
  markdownProperty,
]);
