import type { ConversationRepository } from "./conversation-repository.ts";
import { type Result, isExpired, isForgotten, phaseOf } from "./conversation.ts";
import type { Stored } from "./transitions.ts";

/** Who wants to take what back, where. */
export interface UndoWish {
  /** The published conversation. */
  conversation_id: string;
  /** The conversation that is to take it back. */
  undone_by: string;
  user_id: string;
  guild_id: string | undefined;
  site: string;
  at: Date;
}

export type UndoRefusal =
  /** There is no such conversation here, or no longer. */
  | { refused: "not-found" }
  /** It is there, and not published. */
  | { refused: "not-published" | "withdrawn" }
  /** This server has another site now. */
  | { refused: "other-site" }
  /** Another conversation is taking it back; null when that one is just being written. */
  | { refused: "being-undone"; by: Stored | null }
  | { refused: "undone"; result: Result | undefined };

export type Claimed = { claimed: true; result: Result } | ({ claimed: false } & UndoRefusal);

/**
 * Makes sure that one conversation at a time takes a published one back. The published item says which, and that is the
 * condition of the write, so that of two presses at the same moment one is told of the other:
 *
 *     press 1   ── if undone_by is absent ──▶ ✓ undone_by 1 ── start 1 ──▶ preview
 *     press 2   ──────── if undone_by is absent ──▶ ✕ returns the item ── find 1 ──▶ "It is being undone already."
 *
 * A conversation that ended without taking it back gives way to the next: the condition is then that it still is this one.
 * One that never was stored does so after ten seconds, by when its function has ended.
 */
export interface UndoClaims {
  claim(wish: UndoWish): Promise<Claimed>;
}

/** What the item of a published conversation is: after the write, or as it refused it. */
export type Written = { ok: boolean; stored: Stored | null };

/**
 * Writes down in a published item which conversation takes it back, with one conditional write.
 * @param instead the conversation whose place this one takes; null when there was none before
 */
export type WriteClaim = (wish: UndoWish, instead: string | null) => Promise<Written>;

interface Ports {
  write: WriteClaim;
  find: ConversationRepository["find"];
}

/** In milliseconds. */
const BEING_STORED = 10_000;

export function createUndoClaims({ write, find }: Ports): UndoClaims {
  return {
    async claim(wish) {
      const first = await write(wish, null);
      if (first.ok) return claimedOf(first.stored);
      const by = undoneBy(first.stored);
      if (by?.conversation_id === wish.undone_by) return claimedOf(first.stored);
      const refusal = undoRefusalOf(first.stored, wish);
      if (refusal || !by) return { claimed: false, ...(refusal ?? { refused: "not-found" }) };
      const other = await find(by.conversation_id);
      const ahead = refusalBy(other, wish.at, new Date(by.at));
      if (ahead) return { claimed: false, ...ahead };
      const second = await write(wish, by.conversation_id);
      return second.ok ? claimedOf(second.stored) : { claimed: false, refused: "being-undone", by: null };
    },
  };
}

const itemIn = (stored: Stored | null) =>
  stored && ("record" in stored ? stored.record : stored.conversation);

const undoneBy = (stored: Stored | null) => itemIn(stored)?.undone_by;

function claimedOf(stored: Stored | null): Claimed {
  const result = itemIn(stored)?.result;
  return result ? { claimed: true, result } : { claimed: false, refused: "not-published" };
}

/** Why it cannot be taken back by anyone who acts here. */
export function undoRefusalOf(stored: Stored | null, wish: UndoWish): UndoRefusal | null {
  if (!stored || !isKnownHere(stored, wish)) return { refused: "not-found" };
  const status = "record" in stored ? stored.record.outcome : stored.conversation.status;
  if (status === "withdrawn" || status === "withdrawing") return { refused: "withdrawn" };
  if (status !== "published") return { refused: "not-published" };
  return itemIn(stored)?.site === wish.site ? null : { refused: "other-site" };
}

/** In another server nothing is told of it; in direct messages it is its owner's alone. */
function isKnownHere(stored: Stored, { guild_id, user_id, at }: UndoWish): boolean {
  if ("record" in stored && isForgotten(stored.record, at)) return false;
  const item = itemIn(stored);
  return item?.guild_id === guild_id && (guild_id !== undefined || item?.user_id === user_id);
}

/** Whether the conversation that was first is still about to take it back, or has; null when it ended otherwise. */
function refusalBy(other: Stored | null, at: Date, since: Date): UndoRefusal | null {
  if (!other)
    return at.getTime() - since.getTime() < BEING_STORED ? { refused: "being-undone", by: null } : null;
  if ("record" in other) {
    const { outcome, result } = other.record;
    return outcome === "published" ? { refused: "undone", result } : null;
  }
  const { conversation } = other;
  const phase = phaseOf(conversation);
  if (phase === "published") return { refused: "undone", result: conversation.result };
  const isOver = phase === "withdrawn" || phase === "undrafted" || isExpired(conversation, at);
  return isOver ? null : { refused: "being-undone", by: other };
}
