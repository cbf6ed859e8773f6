import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import type { BlockedPeople } from "#src/sites/blocked-people.ts";
import { type SitePorts, administers } from "#src/sites/permissions.ts";
import { NOT_AN_ADMINISTRATOR } from "./decide-for.ts";

export interface BlockPorts {
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
  { blockedPeople, sites, now }: BlockPorts,
  { user, guild_id, ...member }: Button,
  { action, userId }: { action: Blocking; userId: string },
): Promise<Reply> {
  if (guild_id === undefined) return onlyYou("People can be blocked in a server only.");
  if (!(await administers({ ...member, user, guild_id }, sites))) return onlyYou(NOT_AN_ADMINISTRATOR);
  if (action === "unblock") {
    const unblocked = await blockedPeople.unblock(guild_id, userId);
    return onlyYou(
      unblocked
        ? `✅ <@${userId}> is no longer blocked in this server. It counts within a minute.`
        : `<@${userId}> is not blocked in this server.`,
    );
  }
  if (userId === user.id) return onlyYou("You cannot block yourself.");
  await blockedPeople.block(guild_id, { user_id: userId, at: now().toISOString(), by: user.id });
  return onlyYou(
    `🚫 <@${userId}> is blocked in this server: nothing more of theirs is published, and within a minute every step is refused. They can still cancel and withdraw.`,
  );
}
