import type { EventRefusal } from "#src/conversations/transitions.ts";
import { inert, pullRequestLink } from "./text.ts";

/** The one answer in words to each refusal; what has expired says so in its message. */
export function refusalText(refusal: Exclude<EventRefusal, { refused: "expired" }>): string {
  switch (refusal.refused) {
    case "not-found":
      return "Conversation not found or expired. Use `/ux-update` to ask again.";
    case "not-yours":
      return "This is not yours: only the person who asked for this change can decide about it.";
    case "elsewhere":
      return "You asked for this in another server. Use the buttons of the message there.";
    case "cancelled":
      return "This request was cancelled, so nothing was changed. Use `/ux-update` to ask again.";
    case "replaced":
      return "This was replaced by a newer preview: please use the buttons of the newest message.";
    case "drafting":
      return "The preview is still being prepared: please wait a moment.";
    case "unanswered":
      return "A question is still open: press **Answer** on the newest message.";
    case "previewed":
      return "The preview is ready: please decide with the buttons below it.";
    case "own-change":
      return "You asked for this change, so another person has to approve it.";
    case "approved-already":
      return "You have approved this already. Another person has to approve it, too.";
    case "approvals-missing":
    case "outpaced":
      return "Another approval came at the same moment. Press **Approve** again.";
    case "approving":
      return "This change waits for approval: please use the buttons below it.";
    case "publishing":
      return "This change is being published right now: the message will show the result.";
    case "published":
      return `This change is already published${linkOf(refusal.result)}.`;
    case "too-late":
      return `This was published too long ago to be withdrawn here${ofItself(refusal.result)}.`;
    case "failed":
      return `This change could not be published: ${inert(refusal.failure?.message ?? "please ask again with `/ux-update`.")}`;
    case "too-long":
      return "With this, your request would be too long to be kept. Use `/ux-update` to ask again.";
    case "withdrawing":
      return "This change is being withdrawn right now: the message will show the result.";
    case "withdrawn":
      return "This change was withdrawn. Use `/ux-update` to ask again.";
    case "repeated":
      return "This was done already.";
  }
}

type Result = Extract<EventRefusal, { refused: "published" }>["result"];

function linkOf(result: Result): string {
  if (!result) return "";
  if (result.pull_request) return `: ${pullRequestLink(result.pull_request)}`;
  return ` on branch \`${result.branch}\` as commit \`${result.commit.slice(0, 10)}\``;
}

/** What a person who wants it gone can do without us. */
function ofItself(result: Result): string {
  if (!result) return "";
  return result.pull_request
    ? `: close its pull request ${pullRequestLink(result.pull_request)} instead`
    : `: delete its branch \`${result.branch}\` instead`;
}
