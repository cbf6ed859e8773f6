import type { ShownStatus, Summary } from "#src/admin/conversation-view.ts";
import { wordsAsked } from "#src/conversations/words-asked.ts";
import { shorten } from "#src/site/shorten.ts";
import { MOST_UNDO, undoButtons } from "#src/discord/components.ts";
import { type Message, message } from "#src/discord/messages.ts";
import { limits, plain, publishedAs, pullRequestLink, relativeTime } from "#src/discord/text.ts";

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
export function statusMessage(summaries: Summary[], options: Options): Message {
  const { title, none, older } = options;
  if (summaries.length === 0) return message(none);
  const open = summaries.filter(isOpen).map((one) => ({ text: openLine(one, options) }));
  const recent = recentLines(
    summaries.filter((one) => !isOpen(one)),
    options,
  );
  const lines = thatFit([...under("Open", open), ...under("Recent", recent)]);
  const description = [...lines.map(({ text }) => text), ...(older ? ["*Older ones are not shown.*"] : [])];
  const undone = lines.flatMap(({ undo }) => undo ?? []);
  return message(title, [{ description: description.join("\n") }], undoButtons(undone));
}

function recentLines(summaries: Summary[], options: Options): Line[] {
  let undone = 0;
  return summaries.map((one) => {
    const text = recentLine(one, options);
    if (one.status !== "published" || !options.canUndo?.(one) || undone >= MOST_UNDO) return { text };
    undone += 1;
    return { text: `${text} · ↩️ ${undone}`, undo: one };
  });
}

/** Waiting for a person, or for `execution`. */
const isOpen = ({ expires_at, status }: Summary): boolean =>
  expires_at !== undefined || status === "confirmed" || status === "withdrawing";

export const under = (heading: string, lines: Line[]): Line[] =>
  lines.length > 0 ? [{ text: `**${heading}**` }, ...lines] : [];
const isHeading = ({ text }: Line): boolean => text.startsWith("**");

/** As many lines as an embed takes, and how many more there are. */
export function thatFit(lines: Line[]): Line[] {
  const room = limits.embedDescription - RESERVE;
  let [shown, length] = [0, 0];
  for (const line of lines) {
    length += line.text.length + 1;
    if (length > room) break;
    shown += 1;
  }
  const left = lines.slice(shown).filter((line) => !isHeading(line)).length;
  return left === 0 ? lines : [...lines.slice(0, shown), { text: `*… and ${left} more*` }];
}

const openLine = (one: Summary, { withIds }: Options): string =>
  requestLine(one, withIds ? [`\`${one.conversation_id}\``] : []);

/** A request that is not over, with the time it has left and a link to its message. */
export const requestLine = (one: Summary, details: string[]): string =>
  joined([
    ...subjectOf(one, details),
    standing(one),
    one.expires_at && `expires ${when(one.expires_at)}`,
    one.message_url && `[message](${one.message_url})`,
  ]);

const recentLine = (one: Summary, { withIds }: Options): string =>
  joined([
    ...subjectOf(one, withIds ? [`\`${one.conversation_id}\``] : []),
    standing(one),
    when(one.ended_at ?? one.updated_at),
  ]);

const joined = (parts: (string | undefined)[]): string => parts.filter(Boolean).join(" · ");

const when = (iso: string): string => relativeTime(Math.floor(Date.parse(iso) / 1000));

function subjectOf(one: Summary, details: string[]): string[] {
  const name = one.sections?.join(", ") ?? one.section_label ?? one.section;
  const head = `${marks[one.status]} ${name ? `**${words(name)}**` : "*no section yet*"}`;
  return [head, ...details, askedFor(one)];
}

function askedFor({ request, undo_of }: Summary): string {
  const asked = wordsAsked(request);
  return asked === undefined && undo_of ? `undo of ${publishedAs(undo_of)}` : words(asked ?? "");
}

/** Free text on one line, without effect. */
const words = (text: string, most = WORDS): string =>
  plain(shorten(text.replaceAll(/\s+/g, " ").trim(), most));

function standing({ status, result, failure }: Summary): string {
  if (status === "failed" && failure) return `failed: ${words(failure.message, FAILURE)}`;
  if (status !== "published" || !result) return standings[status];
  if (result.pull_request) return `published as ${pullRequestLink(result.pull_request)}`;
  return `published on \`${result.branch}\` as \`${result.commit.slice(0, 10)}\``;
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

const standings: Record<ShownStatus, string> = {
  drafting: "the preview is being prepared",
  clarifying: "a question is open",
  previewed: "the preview is ready",
  approving: "waits for approval",
  confirmed: "being published",
  published: "published",
  failed: "failed",
  withdrawing: "being withdrawn",
  withdrawn: "withdrawn",
  cancelled: "cancelled",
  expired: "expired",
};
