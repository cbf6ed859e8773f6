import { createHash } from "node:crypto";
import type { Conversation, ConversationRecord, Publication } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { endsSinceLook } from "#src/conversations/ends.ts";
import type { Following, Followings } from "#src/conversations/followings.ts";
import type { News, Publications } from "#src/conversations/publications.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import { endMessage, messageOf } from "#src/discord/messages.ts";
import { TooEarlyError, TransientError } from "#src/errors.ts";
import type { Metrics } from "#src/metrics.ts";
import type { Seen } from "#src/publishing/publisher.ts";
import { failed } from "#src/sites/site-reader.ts";
import type { PreviewPorts } from "./make-preview.ts";
import { speech } from "#src/words/speech.ts";
import { type LogPorts, logEnds } from "./log-ends.ts";
import { isTooLate } from "./retry.ts";
import type { HintTask } from "./task.ts";

export interface FollowPorts extends Pick<PreviewPorts, "openSite">, LogPorts {
  conversations: Pick<ConversationRepository, "find">;
  followings: Pick<Followings, "begin" | "find" | "looked" | "end">;
  publications: Publications;
  board: Pick<MessageBoard, "show" | "announce">;
  metrics: Pick<Metrics, "count" | "milliseconds">;
}

/** After a hint, until GitHub is asked, in seconds: by then all of GitHub knows, and further hints have come. */
const SETTLED = 3;
/** Until what is being decided or archived has been, in seconds. */
const UNDER_WAY = 5;

/**
 * Asks GitHub what has become of something published, keeps the answer and shows it. A hint that is older than the last look
 * takes no further look, so that however many come within some seconds, GitHub is asked once:
 *
 *     hint 1     hint 2   hint 3                                                      hint 4
 *     │─────────── 3 s ───────────▶ look, noted as of now · hints 2 and 3: nothing     │── 3 s ──▶ look
 *
 * @throws TransientError when it has to be tried again
 */
export async function follow(ports: FollowPorts, hint: HintTask): Promise<void> {
  const following = await ports.followings.find(hint);
  if (!following || (following.looked_at ?? "") > hint.hinted_at) return;
  const hintedAt = new Date(hint.hinted_at);
  const early = SETTLED - Math.floor((ports.now().getTime() - hintedAt.getTime()) / 1000);
  if (early > 0) throw new TooEarlyError(early);
  try {
    await lookAt(ports, following);
  } catch (error) {
    if (error instanceof TransientError && !isTooLate(hintedAt, ports.now(), error)) throw error;
    const { conversation_id } = hint;
    ports.warn("What became of a change could not be looked at", { error, conversation_id });
  }
}

type Published = Extract<Conversation, { status: "published" }> | ConversationRecord;

async function lookAt(ports: FollowPorts, following: Following): Promise<void> {
  const stored = await ports.conversations.find(following.conversation_id);
  const published = publishedIn(stored);
  if (published === "under way") throw new TooEarlyError(UNDER_WAY);
  const at = ports.now();
  if (!published) return ports.followings.end(following);
  const seen = await askFor(ports, published);
  // The server may have another site by now, whose pull request of the same number is another one.
  const isItsOwn = seen?.repository === following.repository;
  const now = isItsOwn ? await keep(ports, published, { seen, at }) : null;
  // A host that names no branch will report what people have added by its commit.
  if (isItsOwn && seen.changed && seen.state === "open") await ports.followings.begin(following, seen.commit);
  await show(ports, following, { stored: now ?? stored, at });
}

/** What can still become something else, or is just becoming a record, is not decided here. */
function publishedIn(stored: Stored | null): Published | "under way" | null {
  if (!stored) return "under way";
  if ("record" in stored) return stored.record.outcome === "published" ? stored.record : null;
  const { conversation } = stored;
  if (conversation.status === "published") return conversation;
  return conversation.status === "confirmed" || conversation.status === "withdrawing" ? "under way" : null;
}

/** Null: the repository does not have it, or the bot may not see it any more. */
async function askFor(ports: FollowPorts, { site: key, result }: Published): Promise<Seen | null> {
  const site = await ports.openSite(key);
  if (!site?.publisher.look || !result) throw new Error("The site cannot be opened");
  const outcome = await site.publisher.look(result);
  if (outcome.ok) return outcome.seen;
  const { failure } = failed(outcome.failure);
  throw new Error(failure.message);
}

interface Look {
  seen: Seen;
  at: Date;
}

/** Keeps what is new; null when nothing is. */
async function keep(ports: FollowPorts, published: Published, { seen, at }: Look): Promise<Stored | null> {
  const { conversation_id, publication: before } = published;
  const publication = publicationOf(seen, before);
  if (digestOf(publication) === digestOf(before)) return null;
  const event = eventOf(publication, before);
  const news: News = { conversation_id, before, publication, at, ...(event ? { event } : {}) };
  const kept = await ports.publications.keep(news);
  if (!kept) throw new TooEarlyError(1);
  count(ports, published, news);
  return kept;
}

/** An address stays known once the branch that it showed is gone; while there is one, it is that of the newest commit. */
function publicationOf(seen: Seen, before: Publication | undefined): Publication {
  const { state, changed, checks, merged_at, merged_by } = seen;
  const preview_url = seen.preview_url ?? (state === "open" ? undefined : before?.preview_url);
  return {
    state,
    changed,
    ...(checks ? { checks } : {}),
    ...(preview_url === undefined ? {} : { preview_url }),
    ...(merged_at === undefined ? {} : { merged_at }),
    ...(merged_by === undefined ? {} : { merged_by }),
  };
}

function eventOf({ state }: Publication, before: Publication | undefined): News["event"] {
  if (state === (before?.state ?? "open")) return undefined;
  return state === "open" ? "reopened" : state;
}

function count({ metrics }: FollowPorts, { created_at }: Published, { event, publication }: News): void {
  if (event === "closed") metrics.count("ClosedUnmerged");
  if (event !== "merged") return;
  metrics.count("Merged");
  const { merged_at } = publication;
  if (merged_at === undefined) return;
  metrics.milliseconds("AskedToMergedMilliseconds", Date.parse(merged_at) - Date.parse(created_at));
}

interface Found {
  stored: Stored | null;
  at: Date;
}

/** Shows what is stored now, unless the message says so already, tells the log channel, and then notes the look. */
async function show(ports: FollowPorts, following: Following, { stored, at }: Found): Promise<void> {
  if (!stored) return;
  const { publication } = "record" in stored ? stored.record : stored.conversation;
  const shown = digestOf(publication);
  if (shown !== following.shown) await showStored(ports, stored);
  await logEnds(ports, stored, endsSinceLook(stored, following.looked_at));
  if (publication?.state === "merged") return ports.followings.end(following);
  await ports.followings.looked(following, { at, shown, closed: publication?.state === "closed" });
}

/** Without a way to the message, `/ux-status` tells it. */
async function showStored(ports: FollowPorts, stored: Stored): Promise<void> {
  const place = "record" in stored ? stored.record : stored.conversation;
  const say = await speech(place.locale);
  const message =
    "record" in stored ? endMessage(say, stored.record) : messageOf(say, stored.conversation, "kept");
  const attached = place.base?.attached === undefined ? [] : "kept";
  await ports.board.show(place, message, attached).catch((error: unknown) => {
    if (error instanceof TransientError) throw error;
    ports.warn("A message could not be shown", { error, conversation_id: place.conversation_id });
  });
}

const digestOf = (publication: Publication | undefined): string =>
  createHash("sha256")
    .update(
      JSON.stringify(publication, ["state", "changed", "checks", "preview_url", "merged_at", "merged_by"]) ??
        "",
    )
    .digest("base64url");
