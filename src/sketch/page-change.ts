import * as z from "zod/mini";

const text = z.string();
const selector = z.optional(text);
const item = z.record(text, text);

/**
 * One change as it can be seen on a page, whatever file it is made in: what stands there now and what will. A `selector` is
 * that of the file; it decides where the page shows the same in several places.
 */
export const pageChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), before: text, after: text, selector }),
  z.object({ kind: z.literal("attribute"), name: text, before: text, after: text, selector }),
  z.object({ kind: z.literal("style"), name: text, before: z.nullable(text), after: text, selector: text }),
  z.object({ kind: z.literal("class"), before: text, after: text, selector: text }),
  z.object({ kind: z.literal("rule"), name: text, before: text, after: text, selector: text }),
  z.object({ kind: z.literal("variable"), name: text, before: text, after: text }),
  /** All items before and after; the first field of an item is what it is called. */
  z.object({ kind: z.literal("list"), before: z.array(item), after: z.array(item), selector }),
  /** `before` is an address, `after` the new picture as a `data:` URL. */
  z.object({ kind: z.literal("picture"), before: text, after: text, selector }),
]);

export type PageChange = z.infer<typeof pageChange>;

/** What the function is asked for. */
export const sketchRequest = z.object({
  /** The live page. */
  url: text,
  changes: z.array(pageChange).check(z.minLength(1), z.maxLength(50)),
});

export type SketchRequest = z.infer<typeof sketchRequest>;

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A place on a picture, in pixels from its top left corner. */
export type Box = z.infer<typeof box>;

/** What it answers: two pictures of the same part of the page, as PNG in base64, or why there are none. */
export const sketchAnswer = z.discriminatedUnion("drawn", [
  z.object({
    drawn: z.literal(true),
    before: text,
    after: text,
    /** What is marked in the second picture: nothing outside of it was changed by us. */
    box,
    /** How many of the changes the page shows, and so the pictures. */
    shown: z.int(),
  }),
  z.object({ drawn: z.literal(false), why: text }),
]);

export type SketchAnswer = z.infer<typeof sketchAnswer>;
