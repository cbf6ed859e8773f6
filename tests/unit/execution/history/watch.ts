import { expect } from "vitest";
import { isWaiting, phaseOf } from "#src/conversations/conversation.ts";
import { endMessage, messageOf, perhapsAskedMessage } from "#src/discord/messages.ts";
import { english } from "#src/words/english.ts";
import { linesOf } from "#tests/support/conversations/memory-site.ts";
import type { Person } from "./person.ts";
import type { Town } from "./town.ts";
import { endOf } from "./troubles.ts";

const LOOK = 1000;

/** Whether the message says how the conversation stands, and nothing is under way. What was never stored has no message. */
export function isTrue({ table, lives, discord }: Town, id: string): boolean {
  const messageId = lives.get(id)?.messageId;
  const message = messageId === undefined ? undefined : discord.channel.message(messageId);
  const stored = table.items.get(id);
  if (!message || (!stored && !table.stream.some((told) => told.conversation_id === id))) return true;
  if (!stored) return false;
  if ("record" in stored) return message.content === endMessage(english, stored.record).content;
  const { conversation } = stored;
  if (isWaiting(conversation)) return false;
  const due = [messageOf(english, conversation), perhapsAskedMessage(english, conversation)].map(
    ({ content }) => content,
  );
  return (conversation.status === "clarifying" ? due : due.slice(0, 1)).includes(message.content);
}

/** Whether there is a way to edit the message: the bot is there and knows which it is, or a token works for it. */
export function canBeEdited({ lives, table }: Town, id: string): boolean {
  const { troubles, bot } = lives.get(id) ?? { troubles: {}, bot: false };
  const stored = table.items.get(id);
  const known = stored && ("record" in stored ? stored.record : stored.conversation).message_id;
  if (troubles.discord === undefined || (bot && known !== undefined)) return true;
  return Number.isFinite(troubles.discord.until);
}

/** What is stored of a conversation, what befell it, and what its message says. */
export function told(town: Town, id: string): object {
  const { troubles, bot } = town.lives.get(id) ?? {};
  const stored = town.table.items.get(id);
  const { history } = stored && "record" in stored ? stored.record : (stored?.conversation ?? {});
  return { id, bot, troubles, history, says: town.messageOf(id)?.content };
}

/** When a person last changed the conversation: from then on its message has something new to say. */
function lastAct({ table }: Town, id: string): number {
  const stored = table.items.get(id);
  const { history = [] } = stored && "record" in stored ? stored.record : (stored?.conversation ?? {});
  return Date.parse(history.findLast(({ by }) => by !== "execution")?.at ?? "") || 0;
}

/** How long after the end of its troubles each untrue message became true, in milliseconds, until told to end. */
export async function watch(town: Town, { id }: Person, until: () => boolean): Promise<number[]> {
  const late: number[] = [];
  let since: number | null = null;
  while (!until() || (since !== null && canBeEdited(town, id))) {
    const now = town.clock.time;
    const ok = isTrue(town, id);
    if (!ok) since ??= now;
    if (ok && since !== null) {
      const due = Math.max(since, endOf(town.lives.get(id)?.troubles ?? {}), lastAct(town, id));
      if (canBeEdited(town, id)) late.push(Math.max(0, now - due));
      since = null;
    }
    await town.clock.pause(LOOK);
  }
  return late;
}

/** One commit at most, of what its owner confirmed while looking at it, and none that is told otherwise. */
export function checkCommit({ table }: Town, { id, site, confirmed }: Person): void {
  const [commit, ...more] = site.commits;
  expect(more, `${id} publishes at most once`).toEqual([]);
  const stored = table.items.get(id);
  const phase = stored && ("record" in stored ? stored.record.outcome : phaseOf(stored.conversation));
  if (phase === "published") expect(commit?.state, id).toMatch(/^(published|merged)$/);
  if (phase === "withdrawn") expect(commit?.state, id).toBe("withdrawn");
  if (phase !== "published" && phase !== "failed") expect(commit?.state ?? "none", id).not.toBe("published");
  if (!commit) return;
  const lines = linesOf(commit);
  expect(confirmed.map(linesIn), `${id} was confirmed by its owner`).toContainEqual(lines);
}

const linesIn = (diff: string): string[] =>
  diff.split("\n").filter((line) => /^[-+]/.test(line) && !/^(--- a|\+\+\+ b)\//.test(line));
