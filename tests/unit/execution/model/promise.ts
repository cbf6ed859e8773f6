import { expect } from "vitest";
import {
  type Conversation,
  type ConversationRecord,
  isExpired,
  phaseOf,
} from "#src/conversations/conversation.ts";
import { endMessage, expiredMessage, messageOf } from "#src/discord/messages.ts";
import { english } from "#src/words/english.ts";
import { type MemoryCommit, linesOf } from "#tests/support/conversations/memory-site.ts";
import type { Reference } from "./reference.ts";
import type { Confirmation, Session } from "./session.ts";

/** What has to hold whenever nothing is running. */
export function checkPromise(reference: Reference, session: Session): void {
  for (const id of reference.conversations.keys())
    expect(reference.follow(id, session.world.conversation(id))).toBeNull();
  checkCommits(session);
  checkUndos(session);
}

const isOver = ({ status }: Conversation): boolean => status === "failed" || status === "withdrawn";

/** One conversation at a time takes a published one back. */
function checkUndos({ world }: Session): void {
  const undone = world.table.conversations
    .filter((one) => !isOver(one) && !isExpired(one, world.now()))
    .flatMap(({ undo_of }) => undo_of?.conversation_id ?? []);
  expect(new Set(undone).size, "a publication is undone by one conversation at a time").toBe(undone.length);
}

/** One commit for a conversation, and only of what its owner confirmed while looking at it. */
export function checkCommits(session: Session): void {
  const { commits } = session.world.site;
  const ids = commits.map(({ conversation_id }) => conversation_id);
  expect(new Set(ids).size, "a conversation publishes at most once").toBe(ids.length);
  for (const commit of commits)
    expect(confirmed(session, commit), "what is published was confirmed by its owner").toContainEqual(
      linesOf(commit),
    );
  for (const commit of commits)
    expect(approved(session, commit), "what is published was approved by as many others as it needed").toBe(
      true,
    );
  const nonces = session.world.discord.posts.map(({ nonce }) => nonce);
  expect(new Set(nonces).size, "those who may approve are told once").toBe(nonces.length);
}

/**
 * What has to hold once everything outside works again and the stream is empty: whatever was acknowledged is carried out or
 * its owner was told, and what is said is what is.
 */
export function checkEnd(session: Session): void {
  for (const [id, stored] of session.world.table.items) {
    if ("record" in stored) continue;
    const { conversation } = stored;
    expect(["drafting", "confirmed", "withdrawing"], "nothing waits any more").not.toContain(
      conversation.status,
    );
    checkCommit(session, id, phaseOf(conversation));
    checkMessage(session, id);
  }
}

/** Each conversation that began has left exactly one record in the end, and the message says how it ended. */
export function checkArchive(reference: Reference, session: Session): void {
  for (const id of reference.conversations.keys()) {
    const stored = session.world.table.items.get(id);
    if (!stored || !("record" in stored)) throw new Error(`${id} left no record`);
    const { record } = stored;
    expect(JSON.stringify(record)).not.toContain("token-of-");
    if (record.outcome === "expired" || record.outcome === "cancelled") checkEndMessage(session, record);
    checkCommit(session, id, record.outcome);
  }
}

function checkCommit(session: Session, id: string, phase: string): void {
  const commit = session.world.site.commits.find(({ conversation_id }) => conversation_id === id);
  switch (phase) {
    case "published":
      expect(commit?.state).toMatch(/^(published|merged)$/);
      if (commit?.state === "merged") return;
      expect(commit && linesOf(commit)).toEqual(
        session.confirmations.findLast((one) => one.conversation_id === id)?.diff,
      );
      return;
    case "withdrawn":
      expect(commit?.state).toBe("withdrawn");
      return;
    case "failed":
      // A failure says that it is not known to be published: trying again finds out.
      return;
    default:
      expect(commit?.state ?? "withdrawn", `nothing is published while it is ${phase}`).not.toBe("published");
  }
}

/** The message is as it follows from what is stored, wherever there is a message and a way to edit it. */
function checkMessage({ world }: Session, id: string): void {
  const conversation = world.conversation(id);
  const message = world.discord.messages.get(`9${id}`);
  if (!conversation?.message_id || !message || world.unshown.has(id)) return;
  const expected = [
    messageOf(english, conversation),
    ...(isExpired(conversation, world.now())
      ? [expiredMessage(english, phaseOf(conversation) === "failed")]
      : []),
  ];
  const shown = expected.map(({ content, components }) => ({ content, components }));
  expect(shown).toContainEqual({ content: message.content, components: message.components });
}

/** By then every reply token is long worthless, so that only the bot can edit, and only a message that it knows. */
function checkEndMessage({ world }: Session, record: ConversationRecord): void {
  const { conversation_id: id, message_id } = record;
  const message = world.discord.messages.get(`9${id}`);
  if (!message || !message_id || world.unshown.has(id)) return;
  expect(message).toMatchObject({ content: endMessage(english, record).content, components: [] });
}

const confirmed = (session: Session, { conversation_id }: MemoryCommit): string[][] =>
  session.confirmations
    .filter((one: Confirmation) => one.conversation_id === conversation_id)
    .map(({ diff }) => diff);

/** Whether, of one confirmation of exactly these lines, as many different people as it needed approved the same. */
const approved = (session: Session, commit: MemoryCommit): boolean =>
  session.confirmations.some(({ conversation_id, revision, diff, owner, approvals }) => {
    const isSame = (one: { conversation_id: string; revision: number; diff: string[] }) =>
      one.conversation_id === conversation_id &&
      one.revision === revision &&
      JSON.stringify(one.diff) === JSON.stringify(linesOf(commit));
    if (conversation_id !== commit.conversation_id || !isSame({ conversation_id, revision, diff }))
      return false;
    const people = new Set(session.approvals.filter(isSame).map(({ by }) => by));
    people.delete(owner);
    return people.size >= approvals;
  });
