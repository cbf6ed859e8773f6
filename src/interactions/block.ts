import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import type { BlockedPeople } from "#src/sites/blocked-people.ts";
import { type SitePorts, administers } from "#src/sites/permissions.ts";
import type { Spoken } from "./spoken.ts";

export interface BlockPorts extends Spoken {
  blockedPeople: Pick<BlockedPeople, "block" | "unblock">;
  sites: SitePorts["sites"];
  now: () => Date;
}

type Button = Extract<Interaction, { kind: "button" }>;

/** What the buttons below a person's requests do; their custom id names the person in place of a conversation. */
export type Blocking = "block" | "unblock";

export const isBlocking = (action: string): action is Blocking => action === "block" || action === "unblock";

/** Blocks or unblocks a person in the server of the click, for those who look after it, with one write. */
export async function blockBy(
  { blockedPeople, sites, now, say }: BlockPorts,
  { user, guild_id, ...member }: Button,
  { action, userId }: { action: Blocking; userId: string },
): Promise<Reply> {
  if (guild_id === undefined) return onlyYou(say("block.server-only"));
  if (!(await administers({ ...member, user, guild_id }, sites)))
    return onlyYou(say("access.no-administrator"));
  const who = `<@${userId}>`;
  if (action === "unblock") {
    const unblocked = await blockedPeople.unblock(guild_id, userId);
    return onlyYou(say(unblocked ? "block.unblocked" : "block.not-blocked", { who }));
  }
  if (userId === user.id) return onlyYou(say("block.yourself"));
  await blockedPeople.block(guild_id, { user_id: userId, at: now().toISOString(), by: user.id });
  return onlyYou(say("block.blocked", { who }));
}
