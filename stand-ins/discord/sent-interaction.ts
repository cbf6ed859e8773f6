import { InteractionType } from "discord-api-types/v10";
import * as z from "zod/mini";

const sender = z.object({ id: z.string(), username: z._default(z.string(), "") });

/** The parts of an interaction that decide what its response does. */
export const sentInteraction = z.object({
  id: z.string(),
  type: z.enum(InteractionType),
  token: z.string(),
  application_id: z.string(),
  channel_id: z._default(z.string(), "0"),
  member: z.optional(z.object({ user: sender })),
  user: z.optional(sender),
  message: z.optional(z.object({ id: z.string() })),
  attachment_size_limit: z.optional(z.number()),
});
export type SentInteraction = z.infer<typeof sentInteraction>;
