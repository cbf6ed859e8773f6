import type { APIAllowedMentions, APIEmbed } from "discord-api-types/v10";
import {
  type Conversation,
  type ConversationRecord,
  type Failure,
  phaseOf,
} from "#src/conversations/conversation.ts";
import { partsOf } from "#src/conversations/parts-of.ts";
import { shownUpdates } from "#src/conversations/shown-updates.ts";
import { acceptable } from "#src/requests/accepting.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Say } from "#src/words/say.ts";
import { type ButtonRow, buttons, withLinks } from "./components.ts";
import type { ButtonAction } from "./custom-id.ts";
import { pictureEmbeds, previewEmbed } from "./embeds.ts";
import { isUndo } from "#src/conversations/is-undo.ts";
import { type Attached, filesDigest } from "./preview-files.ts";
import { publishedText, waysBack } from "./published-text.ts";
import { questionIn } from "./question-in.ts";
import { inert, limits, plain, publishedAs, relativeTime } from "./text.ts";

/**
 * A message of ours: always whole, so that an edit leaves nothing of the one before; it never notifies anyone. Discord keeps
 * the attachments that an edit does not speak of, so that every message names all that it is to keep.
 */
export interface Message {
  content: string;
  embeds: APIEmbed[];
  components: ButtonRow[];
  attachments: { id: string }[];
  allowed_mentions: APIAllowedMentions;
}

/** Clipped to what Discord takes. */
export const message = (content: string, embeds: APIEmbed[] = [], components: ButtonRow[] = []): Message => ({
  content: shorten(content, limits.content),
  embeds,
  components,
  attachments: [],
  allowed_mentions: { parse: [] },
});

/**
 * The one message of a conversation, as it follows from what is stored. A preview that does not fit into it can only be
 * confirmed on a message that has the rest attached.
 */
export function messageOf(say: Say, conversation: Conversation, attached: Attached = []): Message {
  const row = (...actions: ButtonAction[]) =>
    actions.length > 0 ? [buttons(say, conversation, actions)] : [];
  const linked = (...actions: ButtonAction[]) => linkedRow(say, conversation, actions);
  const embeds = [...previewEmbed(conversation), ...pictureEmbeds(conversation, attached)];
  switch (conversation.status) {
    case "drafting":
      return message(say("message.drafting"));
    case "clarifying":
      return message(questionText(say, conversation), [], row(...waysToAnswer(conversation), "cancel"));
    case "previewed":
      return message(
        previewedText(say, conversation, attached),
        embeds,
        linked(...(isWhole(conversation, attached) ? (["confirm"] as const) : []), "edit", "cancel"),
      );
    case "approving":
      return message(approvalText(say, conversation), embeds, linked("approve", "decline", "edit", "cancel"));
    case "confirmed":
      return message(say("message.publishing"), embeds);
    case "published":
      return message(
        publishedText(say, conversation),
        embeds,
        linked(...waysBack(conversation, ["withdraw", "undo"])),
      );
    case "failed":
      return message(
        failureText(say, conversation.failure, "message.failed"),
        embeds,
        row(...waysOn(conversation)),
      );
    case "withdrawing":
      return message(say("message.withdrawing"), embeds);
    case "withdrawn":
      return message(say("message.withdrawn"), embeds);
  }
}

/** Questions of a request that may not be stored; the answer to them finds out. */
export function perhapsAskedMessage(say: Say, conversation: Conversation): Message {
  const asked = messageOf(say, conversation);
  const content = `${say("message.perhaps-asked")}\n${asked.content}`;
  return { ...asked, content: shorten(content, limits.content) };
}

/** Whose words a request was made from, and where they stand if its owner links to them. */
function sourceLines(say: Say, { source }: { source?: Conversation["source"] | undefined }): string[] {
  if (!source) return [];
  const { user_id, message_url: url } = source;
  const who = `<@${user_id}>`;
  return [url === undefined ? say("message.source", { who }) : say("message.source-linked", { who, url })];
}

/** Whether the message and what is attached to it show everything that would be published. */
const isWhole = ({ base }: Pick<Conversation, "base">, attached: Attached): boolean =>
  !base?.attached || (attached !== "kept" && filesDigest(attached) === base.attached);

type Previewed = Extract<Conversation, { status: "previewed" }>;

function previewedText(say: Say, conversation: Previewed, attached: Attached): string {
  const sentences = [
    say("preview.this"),
    ...wholeIn(say, conversation, attached),
    say("message.expires", { when: relativeTime(conversation.ttl) }),
  ];
  const lines = [
    ...sinceBefore(say, conversation),
    ...undoLines(say, conversation),
    sentences.join(" "),
    ...sourceLines(say, conversation),
  ];
  return lines.join("\n");
}

function wholeIn(say: Say, conversation: Pick<Conversation, "base">, attached: Attached): string[] {
  if (!isWhole(conversation, attached)) return [say("preview.not-whole")];
  const isAttached = conversation.base?.attached !== undefined && isLong(attached);
  return [...(isAttached ? [say("preview.attached")] : []), say("preview.not-published")];
}

/** Whether there are texts among the files: a change with a picture may be whole without. */
const isLong = (attached: Attached): boolean =>
  attached !== "kept" && attached.some((file) => !("version" in file));

/** What can be pressed after a failure. What was taken back fails however often it is tried. */
function waysOn(failed: Conversation): ButtonAction[] {
  if (phaseOf(failed) === "undrafted") return ["redraft", "edit", "cancel"];
  return failed.failure?.code === "withdrawn" ? [] : ["retry"];
}

/** What has become of the preview before this one. */
function sinceBefore(say: Say, { history, declined }: Conversation): string[] {
  const events = history.map(({ event }) => event).filter((event) => event !== "announced");
  const asked = events.findLastIndex((event) => event === "submit");
  if (events.at(-1) === "page-changed")
    return [say(asked === -1 ? "preview.page-changed" : "preview.page-changed-approvals")];
  if (declined) return [declinedText(say, declined)];
  const isEdited =
    asked !== -1 && events.slice(asked).includes("edit") && !events.slice(asked).includes("decline");
  return isEdited ? [say("preview.edited")] : [];
}

/** What an undo takes back; one that was edited into other words is a request like any other. */
const undoLines = (say: Say, conversation: Conversation): string[] =>
  isUndo(conversation) ? [say("preview.takes-back", { what: publishedAs(conversation.undo_of) })] : [];

function declinedText(say: Say, declined: NonNullable<Conversation["declined"]>): string {
  const reason = plain(shorten(declined.reason.replaceAll(/\s+/g, " ").trim(), limits.reason));
  const who = `<@${declined.by}>`;
  return reason === "" ? say("preview.declined", { who }) : say("preview.declined-because", { who, reason });
}

function approvalText(say: Say, asked: Extract<Conversation, { status: "approving" }>): string {
  const who = asked.approvals.map(({ id }) => `<@${id}>`);
  const sentences = [
    say("approval.missing", { missing: asked.approvals_missing }),
    ...(who.length > 0 ? [say("approval.given", { who })] : []),
    say("approval.not-published"),
    say("message.expires", { when: relativeTime(asked.ttl) }),
  ];
  return [sentences.join(" "), ...sourceLines(say, asked)].join("\n");
}

/** A row of buttons with what the message leads to; none when there is nothing to press. */
const linkedRow = (say: Say, of: Conversation | ConversationRecord, actions: ButtonAction[]): ButtonRow[] =>
  [withLinks(say, buttons(say, of, actions), of)].filter(({ components }) => components.length > 0);

const failureText = (say: Say, failure: Failure | undefined, otherwise: PlainKey): string =>
  `❌ ${failure ? inert(say.words(failure)) : say(otherwise)}`;

type PlainKey = "message.failed" | "message.failed-late";

type Clarifying = Extract<Conversation, { status: "clarifying" }>;

/** What was understood stands above what is asked, so that it can be seen to be right. */
function questionText(say: Say, asking: Clarifying): string {
  const { clarification_questions: questions, ttl } = asking;
  const asked = questions.map((question) => `• ${inert(questionIn(say, question).text)}`).join("\n");
  const understood = shorten(understoodText(say, asking), MOST_UNDERSTOOD);
  const text = shorten(asked, limits.content - 120 - understood.length);
  return `${understood}${text}\n${say("message.press-answer", { when: relativeTime(ttl) })}`;
}

/** In characters. */
const MOST_UNDERSTOOD = 600;

function understoodText(
  say: Say,
  { section, updates = {}, parts, parsed_intent: intent }: Clarifying,
): string {
  const changes = section === undefined ? [] : shownUpdates(partsOf({ section, updates, parts }));
  if (section === undefined || changes.length === 0) return "";
  const lines = changes.map(({ section: where, property, after }) => {
    const further = where === section ? "" : `${inert(where)} › `;
    return `${further}${inert(property)}: ${inert(shorten(after, 120))}`;
  });
  const label = plain(intent?.section_label ?? section);
  return `${say("message.understood", { section: label, changes: lines.join("; ") })}\n`;
}

function waysToAnswer({ clarification_questions, section, updates }: Clarifying): ButtonAction[] {
  const whole = { ...(section === undefined ? {} : { section }), ...(updates ? { updates } : {}) };
  const accepted = acceptable(clarification_questions, whole);
  return accepted ? [accepted, "answer"] : ["answer"];
}

/** The message of a conversation that has ended, as it follows from its record: only what was published can still be undone. */
export function endMessage(say: Say, record: ConversationRecord): Message {
  switch (record.outcome) {
    case "cancelled":
      return cancelledMessage(say);
    case "expired":
      return expiredMessage(say);
    case "withdrawn":
      return message(say("message.withdrawn"), previewEmbed(record));
    case "published":
      return message(
        record.result ? publishedText(say, { ...record, result: record.result }) : say("message.published"),
        previewEmbed(record),
        linkedRow(say, record, waysBack(record, ["undo"])),
      );
    case "failed":
      return message(failureText(say, record.failure, "message.failed-late"), previewEmbed(record));
  }
}

/** The message after it was cancelled. */
export const cancelledMessage = (say: Say): Message => message(say("message.cancelled"));

/** The message after its time has passed. What failed while publishing may be published. */
export const expiredMessage = (say: Say, failed = false): Message =>
  message(say(failed ? "message.expired-failed" : "message.expired"));
