import * as z from "zod/mini";
import type { Deed } from "./wire.ts";

const attached = z.object({
  name: z.string(),
  type: z.string(),
  size: z.number(),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
});

const deed = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("command"),
    name: z.string(),
    options: z.record(z.string(), z.string()),
    attachments: z.record(z.string(), attached),
  }),
  z.object({ do: z.literal("press"), message: z.string(), customId: z.string() }),
  z.object({
    do: z.literal("submit"),
    message: z.nullable(z.string()),
    customId: z.string(),
    inputs: z.array(z.object({ id: z.string(), value: z.string(), select: z.boolean() })),
  }),
]);

const deedOfSomebody = z.object({ by: z.string(), deed });

/**
 * What the page sends for somebody who did something.
 * @throws Error when the page sent something else
 */
export const readDeed = (body: unknown): { by: string; deed: Deed } => deedOfSomebody.parse(body);
