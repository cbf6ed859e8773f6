import { type Waiting, isWaiting } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { newEndsOf } from "#src/conversations/ends.ts";
import type { Farewells } from "#src/conversations/farewells.ts";
import { tokensAfter } from "#src/conversations/reply-tokens.ts";
import type { ExecutionEvent, Report } from "#src/conversations/events.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { Look, MessageBoard } from "#src/discord/message-board.ts";
import { TransientError } from "#src/errors.ts";
import type { CountName, Metrics } from "#src/metrics.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords, toldBy } from "#src/words/words.ts";
import { announce } from "./announce.ts";
import { ENOUGH, inTime } from "./deadline.ts";
import { type Finding, LIMIT, withoutWords } from "./finding.ts";
import { BLOCKED, isUnwanted, mayHaveLeftSomething } from "./leftover.ts";
import type { FollowPorts } from "./follow.ts";
import { logEnds } from "./log-ends.ts";
import type { LimitPorts } from "./preview-within-limits.ts";
import type { UnlessBlockedPorts } from "./publish-unless-blocked.ts";
import { isTooLate } from "./retry.ts";
import { showStored } from "./show-stored.ts";
import type { SketchPorts } from "./sketch-preview.ts";
import type { ConversationTask, Task } from "./task.ts";

export interface ExecutionPorts
  extends
    Omit<UnlessBlockedPorts, "sites">,
    Omit<LimitPorts, "sites">,
    Pick<FollowPorts, "publications" | "followings"> {
  sites: UnlessBlockedPorts["sites"] & LimitPorts["sites"];
  sketch: SketchPorts["sketch"];
  conversations: Pick<ConversationRepository, "apply" | "find">;
  farewells: Pick<Farewells, "find" | "drop">;
  board: Pick<MessageBoard, "look" | "show" | "attachments" | "announce">;
  metrics: Metrics;
  /** Writes down what was done. */
  tell(message: string, details: { conversation_id: string; revision: number; outcome: string }): void;
  /** Writes down what went wrong without stopping anything. */
  warn(message: string, details: { error: unknown; conversation_id?: string; site?: string }): void;
}

/**
 * Reads the conversation that a task names, does what it waits for, writes down what came of it, and shows it. The task is
 * only a hint: the item decides. So a task that comes late, or again, finds the work done and only shows it.
 * @throws TransientError when the same should be tried again later
 */
export async function carryOut(app: ExecutionPorts, task: Task): Promise<void> {
  const ports: ExecutionPorts = { ...app, files: new Map() };
  if ("site" in task) {
    const { refreshCatalogue } = await import("#src/sites/refresh-catalogue.ts");
    return refreshCatalogue(ports, task.site);
  }
  if (task.status === "hinted") {
    const { follow } = await import("./follow.ts");
    return follow(inTime(ports), task);
  }
  const found = await ports.conversations.find(task.conversation_id);
  const waiting = waitingIn(found);
  if (!waiting) return showEarlierResult(ports, task, found);
  const began = ports.now().getTime();
  const done = await doWhatItWaitsFor(ports, waiting);
  await beginFollowing(ports, waiting, done.finding);
  const stored = await writeDown(ports, waiting, done);
  await showStored(ports, stored, waiting);
  if (stored) await logEnds(ports, stored, newEndsOf(stored, ports.now()));
  if (ports.now().getTime() - began < ENOUGH) await sketchOf(ports, stored);
}

/** A preview that is shown gets pictures of the live page, where its site wants them and there is time left for them. */
async function sketchOf(ports: ExecutionPorts, stored: Stored | null): Promise<void> {
  if (!ports.sketch || !stored || !("conversation" in stored) || stored.conversation.status !== "previewed")
    return;
  const { sketchPreview } = await import("./sketch-preview.ts");
  await sketchPreview(ports, stored.conversation);
}

const waitingIn = (stored: Stored | null): Waiting | null =>
  stored && "conversation" in stored && isWaiting(stored.conversation) ? stored.conversation : null;

/** Nothing is left to do: an earlier try did it, or the conversation has ended. */
async function showEarlierResult(
  ports: ExecutionPorts,
  { conversation_id, status }: ConversationTask,
  found: Stored | null,
): Promise<void> {
  const mayHavePublished = ["confirmed", "ended", "unsaid"].includes(status);
  if (found && mayHavePublished && mayHaveLeftSomething(found)) {
    const { takeBackLeftover } = await import("./take-back.ts");
    await takeBackLeftover(ports, found);
  }
  if (status === "unsaid") {
    const tokens = await ports.farewells.find(conversation_id);
    await showStored(ports, found, found && "record" in found ? { ...found.record, ...tokens } : undefined);
    await ports.farewells.drop(conversation_id);
  } else if (status !== "said") {
    await showStored(ports, found);
    await announce(ports, found);
  }
  if (found) await logEnds(ports, found, newEndsOf(found, ports.now()));
}

/** What came of the work, and what was learned of the message meanwhile. */
interface Done {
  finding: Finding;
  seen: Pick<Report, "message_id" | "tokens">;
}

/** What came of the work. Trouble that lasts becomes a failure with a way to try again; before that it is thrown. */
async function doWhatItWaitsFor(ports: ExecutionPorts, waiting: Waiting): Promise<Done> {
  const looked = ports.board.look(waiting).catch((): Look => ({ standing: "unknown" }));
  const finding = await findOut(inTime(ports), waiting).catch((error: unknown) => {
    if (!isTooLate(new Date(waiting.updated_at), ports.now(), error)) throw error;
    ports.warn("A change is given up", { error, conversation_id: waiting.conversation_id });
    return failureOf(waiting, error);
  });
  const { standing, ...message } = await looked;
  return { finding, seen: { ...message, tokens: tokensAfter(waiting, ports.now(), standing) } };
}

/** Loads the code for each kind of work with the first task of its kind: a Confirm needs no grammar. */
async function findOut(ports: ExecutionPorts, waiting: Waiting): Promise<Finding> {
  switch (waiting.status) {
    case "drafting": {
      const { previewWithinLimits } = await import("./preview-within-limits.ts");
      return previewWithinLimits(ports, waiting);
    }
    case "confirmed": {
      const { publishUnlessBlocked } = await import("./publish-unless-blocked.ts");
      return publishUnlessBlocked(ports, waiting);
    }
    case "withdrawing": {
      const { withdraw } = await import("./withdraw.ts");
      return withdraw(ports, waiting);
    }
  }
}

function failureOf({ status }: Waiting, error: unknown): Finding {
  const words = error instanceof TransientError ? error.words : inWords(sentence("failed.unexpected"));
  const failure = { code: "unavailable", ...words };
  switch (status) {
    case "drafting":
      return { type: "draft-failed", failure };
    case "withdrawing":
      return { type: "withdraw-failed", failure };
    case "confirmed":
      return {
        type: "publish-failed",
        failure: { ...failure, ...inWords(sentence("failed.perhaps-published", { why: toldBy(words) })) },
      };
  }
}

/** Before it is written down that it is published, so that a crash in between leaves nothing unfollowed. */
async function beginFollowing(
  { followings }: ExecutionPorts,
  { conversation_id }: Waiting,
  finding: Finding,
): Promise<void> {
  if (finding.type !== "published" || finding.repository === undefined) return;
  await followings.begin({ conversation_id, repository: finding.repository }, finding.result.commit);
}

/** Writes down what was found and answers what is stored now: what another worker has stored, when it was faster. */
async function writeDown(
  ports: ExecutionPorts,
  waiting: Waiting,
  { finding, seen }: Done,
): Promise<Stored | null> {
  const { conversation_id, revision } = waiting;
  const at = ports.now();
  const applied = await ports.conversations.apply({
    ...finding,
    ...seen,
    conversation_id,
    revision,
    at,
  });
  if (applied.ok) {
    noteOnce(ports, waiting, finding);
    await takeBackOfBlocked(ports, waiting, finding);
    return applied.conversation && { conversation: applied.conversation };
  }
  if (applied.refusal.refused === "too-long")
    return writeDown(ports, waiting, { finding: withoutWords(finding), seen });
  if (finding.type === "published" && isUnwanted(applied.refusal)) {
    const { takeBack } = await import("./take-back.ts");
    await takeBack(ports, waiting, finding.result);
  }
  return applied.stored;
}

/** Another worker may have published before the person was blocked; when this fails, the task that comes again does it. */
async function takeBackOfBlocked(ports: ExecutionPorts, waiting: Waiting, finding: Finding): Promise<void> {
  if (finding.type !== "undone" || finding.failure.code !== BLOCKED) return;
  const { takeBackLeftover } = await import("./take-back.ts");
  await takeBackLeftover(ports, { conversation: waiting });
}

const countOf: Partial<Record<ExecutionEvent["type"], CountName>> = {
  drafted: "Previewed",
  published: "Published",
  withdrawn: "Withdrawn",
  "draft-failed": "Undrafted",
  "publish-failed": "Failed",
  "withdraw-failed": "Failed",
};

/** Called once for each accepted write, so that each event counts once however often its task comes. */
function noteOnce(ports: ExecutionPorts, waiting: Waiting, finding: Finding): void {
  const { type: outcome } = finding;
  if ("failure" in finding && finding.failure.code.startsWith(LIMIT))
    ports.metrics.refused(finding.failure.code);
  const { conversation_id, revision, updated_at } = waiting;
  ports.tell("A change was carried out", { conversation_id, revision, outcome });
  const counted = countOf[outcome];
  if (counted) ports.metrics.count(counted);
  if (outcome !== "published") return;
  const waited = ports.now().getTime() - Date.parse(updated_at);
  ports.metrics.milliseconds("ConfirmedToPublishedMilliseconds", waited);
}
