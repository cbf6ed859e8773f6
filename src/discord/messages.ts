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
import { type ButtonRow, buttons, withPullRequest } from "./components.ts";
import type { ButtonAction } from "./custom-id.ts";
import { pictureEmbeds, previewEmbed } from "./embeds.ts";
import { isUndo } from "#src/conversations/is-undo.ts";
import { type Attached, filesDigest } from "./preview-files.ts";
import { inert, limits, plain, publishedAs, pullRequestLink, relativeTime } from "./text.ts";

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
export function messageOf(conversation: Conversation, attached: Attached = []): Message {
  const row = (...actions: ButtonAction[]) => (actions.length > 0 ? [buttons(conversation, actions)] : []);
  const embeds = [...previewEmbed(conversation), ...pictureEmbeds(conversation, attached)];
  switch (conversation.status) {
    case "drafting":
      return message("⏳ Preparing a preview…");
    case "clarifying":
      return message(questionText(conversation), [], row(...waysToAnswer(conversation), "cancel"));
    case "previewed":
      return message(
        `${sinceBefore(conversation)}${undoText(conversation)}**This is what would change.** ${wholeIn(conversation, attached)} This expires ${relativeTime(conversation.ttl)}.${sourceLine(conversation)}`,
        embeds,
        row(...(isWhole(conversation, attached) ? (["confirm"] as const) : []), "edit", "cancel"),
      );
    case "approving":
      return message(approvalText(conversation), embeds, row("approve", "decline", "edit", "cancel"));
    case "confirmed":
      return message("⏳ Publishing…", embeds);
    case "published":
      return message(
        publishedText(conversation),
        embeds,
        withPullRequest(buttons(conversation, ["withdraw", "undo"]), conversation.result),
      );
    case "failed":
      return message(
        failureText(conversation.failure, "It did not work."),
        embeds,
        row(...waysOn(conversation)),
      );
    case "withdrawing":
      return message("⏳ Withdrawing…", embeds);
    case "withdrawn":
      return message(withdrawnText, embeds);
  }
}

/** Questions of a request that may not be stored; the answer to them finds out. */
export function perhapsAskedMessage(conversation: Conversation): Message {
  const asked = messageOf(conversation);
  const content = `⏳ I could not find out whether your request was stored. Press **Answer** to see; if it was not, use \`/ux-update\` again.\n${asked.content}`;
  return { ...asked, content: shorten(content, limits.content) };
}

/** Whose words a request was made from, and where they stand if its owner links to them. */
function sourceLine({ source }: { source?: Conversation["source"] | undefined }): string {
  if (!source) return "";
  const link = source.message_url === undefined ? "" : ` · [message](${source.message_url})`;
  return `\n💬 From a message of <@${source.user_id}>${link}`;
}

/** Whether the message and what is attached to it show everything that would be published. */
const isWhole = ({ base }: Pick<Conversation, "base">, attached: Attached): boolean =>
  !base?.attached || (attached !== "kept" && filesDigest(attached) === base.attached);

function wholeIn(conversation: Pick<Conversation, "base">, attached: Attached): string {
  if (!conversation.base?.attached) return "Nothing is published before you confirm.";
  return isWhole(conversation, attached)
    ? `${isLong(attached) ? "It is too long for this message: **the attached files show all of it.** " : ""}Nothing is published before you confirm.`
    : "It is too long for this message, so it cannot be confirmed here. Press **Edit** and change something for a whole preview.";
}

/** Whether there are texts among the files: a change with a picture may be whole without. */
const isLong = (attached: Attached): boolean =>
  attached !== "kept" && attached.some((file) => !("version" in file));

/** What can be pressed after a failure. What was taken back fails however often it is tried. */
function waysOn(failed: Conversation): ButtonAction[] {
  if (phaseOf(failed) === "undrafted") return ["redraft", "edit", "cancel"];
  return failed.failure?.code === "withdrawn" ? [] : ["retry"];
}

const withdrawnText = "↩️ Withdrawn: nothing of this change is left to merge.";

/** What has become of the preview before this one. */
function sinceBefore({ history, declined }: Conversation): string {
  const events = history.map(({ event }) => event).filter((event) => event !== "announced");
  const asked = events.findLastIndex((event) => event === "submit");
  if (events.at(-1) === "page-changed")
    return `⚠️ The page has changed since you confirmed, so nothing was published. Please look again.${asked === -1 ? "" : " Approvals start over."}\n`;
  if (declined) return `👎 <@${declined.by}> declined this${reasonOf(declined.reason)}\n`;
  const isEdited =
    asked !== -1 && events.slice(asked).includes("edit") && !events.slice(asked).includes("decline");
  return isEdited ? "✏️ You changed what others were asked to approve, so approvals start over.\n" : "";
}

/** What an undo takes back; one that was edited into other words is a request like any other. */
const undoText = (conversation: Conversation): string =>
  isUndo(conversation) ? `↩️ This takes back ${publishedAs(conversation.undo_of)}.\n` : "";

const reasonOf = (reason: string): string =>
  reason.trim() === "" ? "." : `: ${plain(shorten(reason.replaceAll(/\s+/g, " ").trim(), limits.reason))}`;

function approvalText({
  approvals,
  approvals_missing: missing,
  ttl,
  source,
}: Extract<Conversation, { status: "approving" }>): string {
  const given = approvals.map(({ id }) => `<@${id}>`).join(", ");
  const needed = missing === 1 ? "1 approval is missing" : `${missing} approvals are missing`;
  return `🙋 **This is what would change. ${needed}.** ${given === "" ? "" : `Approved by ${given}. `}Nothing is published before that. This expires ${relativeTime(ttl)}.${sourceLine({ source })}`;
}

function publishedText({
  result,
  failure,
}: Pick<Extract<Conversation, { status: "published" }>, "result" | "failure">): string {
  const where = result.pull_request
    ? `a draft pull request: ${pullRequestLink(result.pull_request)}`
    : `branch \`${result.branch}\`, commit \`${result.commit.slice(0, 10)}\``;
  return `✅ Published as ${where}${failure ? `\n${inert(failure.message)}` : ""}`;
}

const failureText = (failure: Failure | undefined, otherwise: string): string =>
  `❌ ${inert(failure?.message ?? otherwise)}`;

type Clarifying = Extract<Conversation, { status: "clarifying" }>;

/** What was understood stands above what is asked, so that it can be seen to be right. */
function questionText(asking: Clarifying): string {
  const { clarification_questions: questions, ttl } = asking;
  const asked = questions.map((question) => `• ${inert(question.text)}`).join("\n");
  const understood = shorten(understoodText(asking), MOST_UNDERSTOOD);
  const text = shorten(asked, limits.content - 120 - understood.length);
  return `${understood}${text}\nPress **Answer** to go on. This expires ${relativeTime(ttl)}.`;
}

/** In characters. */
const MOST_UNDERSTOOD = 600;

function understoodText({ section, updates = {}, parts, parsed_intent: intent }: Clarifying): string {
  const changes = section === undefined ? [] : shownUpdates(partsOf({ section, updates, parts }));
  if (section === undefined || changes.length === 0) return "";
  const lines = changes.map(({ section: where, property, after }) => {
    const further = where === section ? "" : `${inert(where)} › `;
    return `${further}${inert(property)}: ${inert(shorten(after, 120))}`;
  });
  return `I understood for **${plain(intent?.section_label ?? section)}**: ${lines.join("; ")}.\n`;
}

function waysToAnswer({ clarification_questions, section, updates }: Clarifying): ButtonAction[] {
  const whole = { ...(section === undefined ? {} : { section }), ...(updates ? { updates } : {}) };
  const accepted = acceptable(clarification_questions, whole);
  return accepted ? [accepted, "answer"] : ["answer"];
}

/** The message of a conversation that has ended, as it follows from its record: only what was published can still be undone. */
export function endMessage(record: ConversationRecord): Message {
  switch (record.outcome) {
    case "cancelled":
      return cancelledMessage();
    case "expired":
      return expiredMessage();
    case "withdrawn":
      return message(withdrawnText, previewEmbed(record));
    case "published":
      return message(
        record.result ? publishedText({ ...record, result: record.result }) : "✅ Published",
        previewEmbed(record),
        withPullRequest(buttons(record, ["undo"]), record.result),
      );
    case "failed":
      return message(
        failureText(record.failure, "It could not be carried out in time. Use `/ux-update` to ask again."),
        previewEmbed(record),
      );
  }
}

/** The message after it was cancelled. */
export const cancelledMessage = (): Message => message("❌ Cancelled. Nothing was changed.");

/** The message after its time has passed. What failed while publishing may be published. */
export const expiredMessage = (failed = false): Message =>
  message(
    failed
      ? "⌛ Expired: publishing failed and can no longer be tried again. It may be published after all: look at the site's repository before you use `/ux-update` to ask again."
      : "⌛ Expired: nothing was changed. Use `/ux-update` to ask again.",
  );
