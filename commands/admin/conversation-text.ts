import type { Detail, Summary } from "#src/admin/conversation-view.ts";
import { tellPublication } from "#src/admin/tell-publication.ts";
import { sentenceOf, subjectOf } from "#src/site/edit.ts";
import { columns, duration, moment, printable } from "./plain-text.ts";

/** How much of a request a table shows, in characters. */
const WORDS = 60;

/** Conversations as a table, in the order given. */
export const conversationTable = (conversations: Summary[]): string =>
  columns([
    ["CREATED", "STATUS", "LEFT", "SECTION", "CONVERSATION", "RESULT OR REQUEST"],
    ...conversations.map(row),
  ]);

/** Conversations of several servers and people as a table, in the order given. */
export const openTable = (conversations: Summary[]): string =>
  columns([
    ["SERVER", "PERSON", "CREATED", "STATUS", "LEFT", "SECTION", "CONVERSATION", "FAILURE OR REQUEST"],
    ...conversations.map((one) => [one.guild_id ?? "", printable(one.user.name), ...row(one)]),
  ]);

const row = (one: Summary): string[] => [
  moment(one.created_at),
  one.status,
  one.expires_in_seconds === undefined ? "" : duration(one.expires_in_seconds),
  printable(one.sections?.join(", ") ?? one.section ?? ""),
  one.conversation_id,
  resultOf(one) ?? clip(printable(wordsOf(one))),
];

const wordsOf = ({ request }: Summary): string => request.description ?? request.command ?? "";

const clip = (text: string): string => (text.length > WORDS ? `${text.slice(0, WORDS - 1)}…` : text);

function outcomeOf({ status, result, failure }: Summary): string | undefined {
  if (status === "failed" && failure) return printable(failure.message);
  if (status !== "published" || !result) return undefined;
  return result.pull_request?.url ?? `${result.branch} ${result.commit.slice(0, 10)}`;
}

/** Where it is and what has become of it, or why it failed. */
function resultOf(one: Summary): string | undefined {
  const [outcome, news] = [outcomeOf(one), newsOf(one)];
  return outcome !== undefined && news !== undefined ? `${outcome} (${news})` : outcome;
}

function newsOf(one: Summary): string | undefined {
  const news = tellPublication(one);
  return news === undefined ? undefined : printable(news);
}

/** One conversation with its timeline. */
export function conversationText(one: Detail): string {
  const facts = factsOf(one).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const history = one.history.map(({ at, by, event }) => [moment(at), event, by]);
  return `${columns(facts)}\n\n${columns([["WHEN", "WHAT", "BY"], ...history])}`;
}

function factsOf(one: Detail): [string, string | undefined][] {
  const { user, request, changes } = one;
  return [
    ["Conversation", one.conversation_id],
    ["Status", one.live ? one.status : `${one.status} (ended ${moment(one.ended_at ?? one.updated_at)})`],
    ["Time left", one.expires_in_seconds === undefined ? undefined : duration(one.expires_in_seconds)],
    ["User", `${printable(user.name)} (${user.id})`],
    ["Server", one.guild_id],
    ["Message", one.message_url],
    [
      "Asked",
      [request.description, request.command].flatMap((words) => (words ? printable(words) : [])).join(" | "),
    ],
    [
      "Answered",
      request.answers.map(({ question, answer }) => printable(`${question}: ${answer}`)).join(" | "),
    ],
    ["Images", one.images.map(({ name, size }) => `${printable(name)} (${size} bytes)`).join(", ")],
    [
      "Section",
      [one.sections?.join(", ") ?? one.section, one.file && `(${one.files?.join(", ") ?? one.file})`]
        .filter(Boolean)
        .map((part) => printable(part ?? ""))
        .join(" "),
    ],
    ...changes.map((change): [string, string] => ["Change", printable(changeText(change))]),
    ["Revision", String(one.revision)],
    ["Result", outcomeOf(one)],
    ...publicationFacts(one),
  ];
}

function publicationFacts(one: Detail): [string, string | undefined][] {
  const { merged_at, preview_url } = one.publication ?? {};
  return [
    ["On GitHub", newsOf(one)],
    ["Merged at", merged_at && moment(merged_at)],
    ["Preview", preview_url && printable(preview_url)],
  ];
}

function changeText(change: Summary["changes"][number]): string {
  const { before, after } = change;
  return sentenceOf(change) ?? `${subjectOf(change)}: ${before === null ? "" : `“${before}” → `}“${after}”`;
}
