import { replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import type { Input } from "#src/conversations/events.ts";
import type { Target } from "#src/discord/custom-id.ts";
import type { Interaction } from "#src/discord/interaction.ts";

/** A person's click or filled-in modal; how long the conversation then lives follows from what was clicked. */
export type Click = Omit<Input, "ttl">;

/** @param at when it came */
export const clickOf = (
  from: Extract<Interaction, { kind: "button" | "modal" }>,
  { conversation_id, revision }: Target,
  at: Date,
): Click => ({
  conversation_id,
  revision,
  by: from.user.id,
  guild_id: from.guild_id ?? null,
  interaction_id: from.interaction_id,
  ...(from.message ? { message_id: from.message.id } : {}),
  reply: { token: from.token, expires_at: replyTokenExpiry(at) },
  at,
});
