import * as z from "zod/mini";
import type { Action } from "./wire.ts";

const attached = z.object({
  id: z.string(),
  url: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
});

const action = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("command"),
    name: z.string(),
    options: z.record(z.string(), z.string()),
    attachments: z.record(z.string(), attached),
  }),
  z.object({ do: z.literal("press"), message: z.string(), customId: z.string() }),
  z.object({
    do: z.literal("select"),
    message: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    do: z.literal("typing"),
    name: z.string(),
    options: z.record(z.string(), z.string()),
    focused: z.string(),
  }),
  z.object({ do: z.literal("say"), content: z.string(), attachments: z.array(attached) }),
  z.object({ do: z.literal("menu"), message: z.string(), name: z.string() }),
  z.object({
    do: z.literal("submit"),
    message: z.nullable(z.string()),
    customId: z.string(),
    inputs: z.array(z.object({ id: z.string(), value: z.string(), select: z.boolean() })),
  }),
]);

const sent = z.object({ by: z.string(), action });

/**
 * What a member did, as the page sends it.
 * @throws Error when the page sent something else
 */
export const readAction = (body: unknown): { by: string; action: Action } => sent.parse(body);
