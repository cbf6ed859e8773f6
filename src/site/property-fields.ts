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
export const selector = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .describe(
    "A CSS selector that matches exactly one element of the file. Component names are element names.",
  );

export const common = {
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

export const valueRules = {
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

export const pointer = z
  .string()
  .regex(/^(?:\/(?:[^~/]|~[01])*)+$/, "must be a JSON pointer, for example “/hero/title”");
