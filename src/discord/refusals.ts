import type { Failure } from "#src/conversations/conversation.ts";
import type { EventRefusal } from "#src/conversations/transitions.ts";
import type { Say } from "#src/words/say.ts";
import { inert, pullRequestLink } from "./text.ts";

type Refusal = Exclude<EventRefusal, { refused: "expired" }>;

/** The one answer in words to each refusal; what has expired says so in its message. */
export function refusalText(say: Say, refusal: Refusal): string {
  if (refusal.refused === "published") return publishedText(say, refusal.result);
  if (refusal.refused === "too-late") return tooLateText(say, refusal.result);
  if (refusal.refused === "failed") return failedText(say, refusal.failure);
  return say(refusal.refused === "approvals-missing" ? "refused.outpaced" : `refused.${refusal.refused}`);
}

const failedText = (say: Say, failure: Failure | undefined): string =>
  failure ? say("refused.failed-because", { why: inert(say.words(failure)) }) : say("refused.failed");

type Result = Extract<EventRefusal, { refused: "published" }>["result"];

function publishedText(say: Say, result: Result): string {
  if (!result) return say("refused.published");
  const { branch, commit, pull_request } = result;
  return pull_request
    ? say("refused.published-pull-request", { pull_request: pullRequestLink(pull_request) })
    : say("refused.published-branch", { branch, commit: commit.slice(0, 10) });
}

/** Says what a person who wants it gone can do without us. */
function tooLateText(say: Say, result: Result): string {
  if (!result) return say("refused.too-late");
  const { branch, pull_request } = result;
  return pull_request
    ? say("refused.too-late-pull-request", { pull_request: pullRequestLink(pull_request) })
    : say("refused.too-late-branch", { branch });
}
