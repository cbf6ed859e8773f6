import * as z from "zod";
import { common, selector, valueRules } from "./property-fields.ts";

const rule = z.string().trim().min(1, "must not be empty");
const media = rule
  .optional()
  .describe("The condition of the @media rule around it, for example `(prefers-color-scheme: dark)`.");

export const variableProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("variable"),
    variable: z
      .string()
      .regex(
        /^(?:--[^\s:;{}()!]+|[$@][A-Za-z_][\w-]*)$/,
        "must be the name of a variable, for example “--brand-color”, “$brand” or “@brand”",
      )
      .describe(
        "The custom property (`--brand-color`), or the variable of Sass (`$brand`) or Less (`@brand`).",
      ),
    selector: rule
      .default(":root")
      .describe(
        "The rule it stands in, as it is written in the file; a variable of Sass or Less stands outside of all rules without it.",
      ),
    media,
  })
  .describe("One custom property of a style sheet, or one variable of Sass or Less.");

export const ruleProperty = z
  .strictObject({
    ...common,
    ...valueRules,
    kind: z.literal("rule"),
    selector: rule.describe("The selector of the rule, as it is written in the file."),
    declaration: z
      .string()
      .regex(/^-?[A-Za-z][A-Za-z-]*$/, "must be the name of a CSS property, for example “color”")
      .describe("The CSS property that the rule sets, for example `background-color`."),
    media,
  })
  .describe("What one rule of a style sheet sets one property to.");

export const classProperty = z
  .strictObject({
    ...common,
    kind: z.literal("class"),
    selector,
    oneOf: z
      .record(
        z.string().trim().min(1, "must not be empty").max(60, "must have at most 60 characters"),
        z.string().regex(/^[^\s"'`<>&{}\\]+$/, "must be one class, for example “bg-green-600”"),
      )
      .refine((classes) => Object.keys(classes).length > 1, { error: "must list at least two classes" })
      .describe(
        'The classes that can stand there, each by what people call it: `{"green": "bg-green-600"}`.',
      ),
  })
  .describe("One class of an element, swapped for another one of a list.");
