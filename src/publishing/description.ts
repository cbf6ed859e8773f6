import { cut, inertLine, inertText } from "./inert-text.ts";
import { sentenceOf, subjectOf } from "#src/site/edit.ts";
import { codeSpan, plain, quoted, quotedBlock } from "./markdown.ts";
import type { Publication } from "./publisher.ts";

type Change = Publication["changes"][number];

/** Discord takes up to 6,000 characters from a person. Longer words did not come from there. */
const ASKED_LIMIT = 6000;
const LABEL_LIMIT = 60;
const VALUE_LIMIT = 160;
/** Of names of sections or files that one line lists, in characters. */
const NAMES_LIMIT = 1000;
/** For each of the three parts of a title; together they stay below the 256 characters that GitHub takes. */
const TITLE_LIMIT = 36;
/** Of the lines that list the changes. With the limits above a body stays below the 65,536 characters that GitHub takes. */
const LIST_LIMIT = 36_000;

const TRAILER = "Ux-Agent-Conversation";

/** `UX update: <Section>: <what>`, one line that people's words cannot give another meaning. */
export function publicationTitle(publication: Publication): string {
  return `UX update: ${inertLine(sectionsOf(publication), TITLE_LIMIT)}: ${summary(publication.changes)}`;
}

/** The whole commit message; its last line names the conversation (see {@link conversationOf}). */
export function commitMessage(publication: Publication): string {
  const { user, source, approvals = [], paths, adds = [], changes, conversation_id } = publication;
  return [
    publicationTitle(publication),
    `Asked on Discord by ${named(user)}${source ? `, from a message of ${named(source)}` : ""}:`,
    quoted(askedWords(publication)),
    `Changes in ${inertLine([...paths, ...adds].join(", "), NAMES_LIMIT)}:`,
    listOf(changes, (change) => `- ${wordsFor(change)}`).text,
    [...approvals.map((person) => `Approved-by: ${named(person)}`), `${TRAILER}: ${conversation_id}\n`].join(
      "\n",
    ),
  ].join("\n\n");
}

/** The text of the pull request, in GitHub's Markdown. `note` is a further sentence of ours. */
export function pullRequestBody(publication: Publication, note?: string): string {
  const { user, source, approvals = [], paths, adds = [], changes, conversation_id } = publication;
  const approved = approvals.map(markedUp).join(", ");
  const listed = listOf(changes, markdownFor);
  return [
    `${markedUp(user)} asked on Discord${source ? `, from ${messageOf(source)} of ${markedUp(source)}` : ""}:`,
    quotedBlock(askedWords(publication)),
    `Changes in ${[...paths, ...adds].map((path) => inlineCode(path, VALUE_LIMIT)).join(", ")}:`,
    listed.text,
    ...(approved === "" ? [] : [`Approved on Discord by ${approved}.`]),
    ...(isCut(publication) || listed.left > 0
      ? [
          "This is cut where it says `…` or “more”; the page's new text is whole in the **Files changed** of this pull request.",
        ]
      : []),
    "Before merging:\n\n- [ ] The words are what the site should say\n- [ ] The page looks right, on a phone too\n- [ ] Links lead where they should",
    ...(note ? [note] : []),
    `Conversation ${inlineCode(conversation_id, LABEL_LIMIT)}. The commit removes and adds exactly the lines that were shown and confirmed.`,
  ].join("\n\n");
}

type Person = Publication["user"];

/** The only address of a person's message that is ever a link. */
const MESSAGE = /^https:\/\/discord\.com\/channels\/(?:@me|\d{1,20})\/\d{1,20}\/\d{1,20}$/;

const messageOf = ({ url = "" }: NonNullable<Publication["source"]>): string =>
  MESSAGE.test(url) ? `[a message](${url})` : "a message";

const named = ({ id, name }: Person): string =>
  `${inertLine(name, LABEL_LIMIT)} (${inertLine(id, LABEL_LIMIT)})`;

const markedUp = ({ id, name }: Person): string =>
  `**${plain(inertLine(name, LABEL_LIMIT))}** (${inlineCode(id, LABEL_LIMIT)})`;

/** The conversation that a commit of ours was made for, or null for a commit that ux-agent did not make. */
export function conversationOf(message: string): string | null {
  const last = message.trimEnd().split("\n").at(-1) ?? "";
  return last.startsWith(`${TRAILER}: `) ? last.slice(TRAILER.length + 2) : null;
}

/** `Header`, `Header and Footer`, `Header and 2 more`. */
function sectionsOf({ section_labels: [first = "", second, ...more] }: Publication): string {
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

function summary(changes: Change[]): string {
  const [first, ...others] = changes;
  if (first === undefined) return "no change";
  const label = inertLine(first.label, TITLE_LIMIT);
  if (others.length === 0) {
    return first.said === undefined
      ? `${label} → ${inertLine(first.after, TITLE_LIMIT)}`
      : inertLine(first.said, 2 * TITLE_LIMIT);
  }
  const [second] = others;
  if (others.length === 1 && second) return `${label} and ${inertLine(second.label, TITLE_LIMIT)}`;
  return `${label} and ${others.length} more`;
}

const isLong = (text: string | null, limit: number): boolean => text !== null && cut(text, limit) !== text;

/** Whether the words of the request, or a list of its changes, leave something out. */
function isCut({ asked, changes }: Publication): boolean {
  return (
    isLong(asked, ASKED_LIMIT) ||
    changes.some(({ before, after }) => isLong(before, VALUE_LIMIT) || isLong(after, VALUE_LIMIT))
  );
}

function askedWords({ asked }: Publication): string {
  const words = inertText(cut(asked, ASKED_LIMIT)).trim();
  return words === "" ? "(no words)" : words;
}

function markdownFor(change: Change): string {
  const { before, after } = change;
  const sentence = sentenceOf(change);
  if (sentence !== undefined) return `- ${plain(sentence)}`;
  return `- **${plain(subjectOf(change))}**: ${before === null ? "nothing" : codeSpan(before)} → ${codeSpan(after)}`;
}

/** As many changes as there is room for, and how many are left. */
function listOf(changes: Change[], line: (change: Change) => string): { text: string; left: number } {
  const lines: string[] = [];
  let length = 0;
  for (const change of changes) {
    const next = line(inertChange(change));
    length += next.length + 1;
    if (length > LIST_LIMIT) break;
    lines.push(next);
  }
  const left = changes.length - lines.length;
  return { text: [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join("\n"), left };
}

function wordsFor(change: Change): string {
  return sentenceOf(change) ?? `${subjectOf(change)}: ${change.before ?? "(nothing)"} → ${change.after}`;
}

function inertChange({ section, label, before, after, said }: Change): Change {
  return {
    ...(section === undefined ? {} : { section: inertLine(section, LABEL_LIMIT) }),
    ...(said === undefined ? {} : { said: inertLine(said, VALUE_LIMIT) }),
    label: inertLine(label, LABEL_LIMIT),
    before: before === null ? null : inertLine(before, VALUE_LIMIT),
    after: inertLine(after, VALUE_LIMIT),
  };
}

function inlineCode(text: string, limit: number): string {
  return codeSpan(inertLine(text, limit));
}
