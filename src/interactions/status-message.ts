import type { ShownStatus, Summary } from "#src/admin/conversation-view.ts";
import { wordsAsked } from "#src/conversations/words-asked.ts";
import { shorten } from "#src/site/shorten.ts";
import { MOST_UNDO, undoButtons } from "#src/discord/components.ts";
import { type Message, message } from "#src/discord/messages.ts";
import { mergeOf } from "#src/discord/published-text.ts";
import type { Say } from "#src/words/say.ts";
import { limits, linkable, plain, publishedAs, pullRequestLink, relativeTimeOf } from "#src/discord/text.ts";

/** Most of what people wrote that one line shows, in characters. */
const WORDS = 80;
const FAILURE = 160;
/** For the line that says how many are not shown. */
const RESERVE = 60;

interface Options {
  title: string;
  /** Said when there is nothing to list. */
  none: string;
  /** Whether there are older ones that were not read. */
  older: boolean;
  /** For operators: each with its id. */
  withIds?: boolean;
  /** Whether a published one can be undone where the list is shown. */
  canUndo?: (one: Summary) => boolean;
}

/** A line of the list, with what can be undone by the button that has its number. */
interface Line {
  text: string;
  undo?: Summary;
}

/** Requests in one embed, a line each: first those that are still open, then what became of the others, newest first. */
export function statusMessage(say: Say, summaries: Summary[], options: Options): Message {
  const { title, none, older } = options;
  if (summaries.length === 0) return message(none);
  const open = summaries.filter(isOpen).map((one) => ({ text: openLine(say, one, options) }));
  const recent = recentLines(
    say,
    summaries.filter((one) => !isOpen(one)),
    options,
  );
  const lines = thatFit(say, [...under(say("list.open"), open), ...under(say("list.recent"), recent)]);
  const description = [...lines.map(({ text }) => text), ...(older ? [`*${say("list.older")}*`] : [])];
  const undone = lines.flatMap(({ undo }) => undo ?? []);
  return message(title, [{ description: description.join("\n") }], undoButtons(say, undone));
}

function recentLines(say: Say, summaries: Summary[], options: Options): Line[] {
  let undone = 0;
  return summaries.map((one) => {
    const text = recentLine(say, one, options);
    if (!isUndoable(one) || !options.canUndo?.(one) || undone >= MOST_UNDO) return { text };
    undone += 1;
    return { text: `${text} · ↩️ ${undone}`, undo: one };
  });
}

/** What was closed without being merged has changed nothing. */
const isUndoable = ({ status, publication }: Summary): boolean =>
  status === "published" && publication?.state !== "closed";

/** Waiting for a person, or for `execution`. */
const isOpen = ({ expires_at, status }: Summary): boolean =>
  expires_at !== undefined || status === "confirmed" || status === "withdrawing";

export const under = (heading: string, lines: Line[]): Line[] =>
  lines.length > 0 ? [{ text: `**${heading}**` }, ...lines] : [];
const isHeading = ({ text }: Line): boolean => text.startsWith("**");

/** As many lines as an embed takes, and how many more there are. */
export function thatFit(say: Say, lines: Line[]): Line[] {
  const room = limits.embedDescription - RESERVE;
  let [shown, length] = [0, 0];
  for (const line of lines) {
    length += line.text.length + 1;
    if (length > room) break;
    shown += 1;
  }
  const left = lines.slice(shown).filter((line) => !isHeading(line)).length;
  return left === 0 ? lines : [...lines.slice(0, shown), { text: `*${say("list.more", { left })}*` }];
}

const openLine = (say: Say, one: Summary, { withIds }: Options): string =>
  requestLine(say, one, withIds ? [`\`${one.conversation_id}\``] : []);

/** A request that is not over, with the time it has left and a link to its message. */
export const requestLine = (say: Say, one: Summary, details: string[]): string =>
  joined([
    ...subjectOf(say, one, details),
    standing(say, one),
    one.expires_at && say("list.expires", { when: relativeTimeOf(one.expires_at) }),
    one.message_url && `[${say("list.message")}](${one.message_url})`,
  ]);

const recentLine = (say: Say, one: Summary, { withIds }: Options): string =>
  joined([
    ...subjectOf(say, one, withIds ? [`\`${one.conversation_id}\``] : []),
    standing(say, one),
    relativeTimeOf(one.ended_at ?? one.updated_at),
  ]);

const joined = (parts: (string | undefined)[]): string => parts.filter(Boolean).join(" · ");

function subjectOf(say: Say, one: Summary, details: string[]): string[] {
  const name = one.sections?.join(", ") ?? one.section_label ?? one.section;
  const head = `${markOf(one)} ${name ? `**${words(name)}**` : `*${say("list.no-section")}*`}`;
  return [head, ...details, askedFor(say, one)];
}

function askedFor(say: Say, { request, undo_of }: Summary): string {
  const asked = wordsAsked(request);
  return asked === undefined && undo_of
    ? say("list.undo-of", { what: publishedAs(undo_of) })
    : words(asked ?? "");
}

/** Free text on one line, without effect. */
const words = (text: string, most = WORDS): string =>
  plain(shorten(text.replaceAll(/\s+/g, " ").trim(), most));

function standing(say: Say, { status, result, publication, failure }: Summary): string {
  if (status === "failed" && failure)
    return say("status.failed-because", { why: words(say.words(failure), FAILURE) });
  if (status !== "published" || !result) return say(`status.${status}`);
  const { branch, commit, pull_request } = result;
  if (!pull_request) return say("status.published-branch", { branch, commit: commit.slice(0, 10) });
  return joined([
    publishedStanding(say, pullRequestLink(pull_request), publication),
    publication?.state === "open" && publication.checks ? say(`checks.${publication.checks}`) : undefined,
    previewLink(say, publication),
  ]);
}

function publishedStanding(say: Say, pull_request: string, publication: Summary["publication"]): string {
  if (publication?.state === "closed") return say("status.closed", { pull_request });
  if (publication?.state !== "merged") return say("status.published-pull-request", { pull_request });
  const merge = mergeOf(publication);
  return merge ? say("status.merged-by", { pull_request, ...merge }) : say("status.merged", { pull_request });
}

function previewLink(say: Say, publication: Summary["publication"]): string | undefined {
  const url = linkable(publication?.preview_url ?? "");
  return url === null ? undefined : `[${say("status.preview")}](${url})`;
}

function markOf({ status, publication }: Summary): string {
  if (status !== "published") return marks[status];
  if (publication?.state === "closed") return "🚪";
  return publication?.state === "merged" ? "🚀" : marks[status];
}

const marks: Record<ShownStatus, string> = {
  drafting: "⏳",
  clarifying: "💬",
  previewed: "👀",
  approving: "🙋",
  confirmed: "⏳",
  published: "✅",
  failed: "❌",
  withdrawing: "⏳",
  withdrawn: "↩️",
  cancelled: "🚫",
  expired: "⌛",
};
