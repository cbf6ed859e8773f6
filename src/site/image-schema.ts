import * as z from "zod";
import { common, id, pointer } from "./property-fields.ts";

const { maxLength: _maxLength, ...named } = common;

const rule = z.string().trim().min(1, "must not be empty");

/** The formats that a picture can be written in. */
const FORMATS = ["webp", "jpeg", "png", "avif"] as const;

/** A picture, by the one place that holds its address. */
export const imageProperty = z
  .strictObject({
    ...named,
    kind: z.literal("image"),
    selector: rule
      .optional()
      .describe(
        "In markup: a CSS selector that matches the element that shows the picture. In a style sheet: the rule, as it is written.",
      ),
    attribute: z
      .string()
      .regex(/^[A-Za-z_][\w.:-]*$/, "must be the name of an attribute, for example “src”")
      .optional()
      .describe("In markup: the attribute that holds the address; `src` without it."),
    pointer: pointer
      .optional()
      .describe("In data and front matter: the way to the address, for example `/hero/image`."),
    declaration: z
      .string()
      .regex(/^-?[A-Za-z][A-Za-z-]*$/, "must be the name of a CSS property, for example “background-image”")
      .optional()
      .describe("In a style sheet: the CSS property whose value has the address in `url()`."),
    variable: z
      .string()
      .regex(
        /^(?:--[^\s:;{}()!]+|[$@][A-Za-z_][\w-]*)$/,
        "must be the name of a variable, for example “--hero”",
      )
      .optional()
      .describe("In a style sheet: the variable whose value has the address in `url()`."),
    media: rule.optional().describe("In a style sheet: the condition of the @media rule around it."),
    folder: z
      .string()
      .min(1, "must not be empty")
      .describe("Where the site keeps such pictures, from the root of the repository: `public/images`."),
    address: z
      .string()
      .regex(/^[\w\-./~%]*\/$/, "must be what stands before the name of a file, for example “/images/”")
      .optional()
      .describe(
        "What stands before the name of a file in an address: `/images/`. Without it, what the address of today begins with.",
      ),
    maxBytes: z
      .int("must be a whole number")
      .min(1000, "must be at least 1000")
      .max(5_000_000, "must be at most 5000000")
      .default(500_000)
      .describe("The most bytes that the picture may have once it is written for the site."),
    maxWidth: z
      .int("must be a whole number")
      .min(16, "must be at least 16")
      .max(8000, "must be at most 8000")
      .default(1600)
      .describe("The widest it may be, in pixels: a wider one is scaled down."),
    formats: z
      .array(z.enum(FORMATS))
      .min(1, "must list at least one format")
      .optional()
      .describe("What it may be written in, the first one unless today's picture is in another of them."),
    alt: id
      .optional()
      .describe("The property of the same section that says in words what the picture shows."),
  })
  .describe("A picture: an attached one is put into the repository, and the site points to it.");
