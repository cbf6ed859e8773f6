import type { ConversationRecord, Failure, Publication, Result } from "#src/conversations/conversation.ts";
import type { Say } from "#src/words/say.ts";
import type { ButtonAction } from "./custom-id.ts";
import { inert, linkable, plain, pullRequestLink, relativeTimeOf } from "./text.ts";

type Followed = Pick<ConversationRecord, "publication">;

/** What can be pressed on something published. What is merged can no longer be withdrawn, and what was closed has changed nothing. */
export function waysBack({ publication }: Followed, open: ButtonAction[]): ButtonAction[] {
  switch (publication?.state) {
    case "merged":
      return ["undo"];
    case "closed":
      return [];
    case "open":
    case undefined:
      return open;
  }
}

/** What has become of something published, a line each: where it is, whether people have changed it, its checks, and why it could not be withdrawn. */
export function publishedText(
  say: Say,
  { result, publication, failure }: Followed & { result: Result; failure?: Failure | undefined },
): string {
  const lines = [
    publishedLine(say, result, publication),
    ...(publication?.changed ? [say("message.branch-changed")] : []),
    ...(publication?.state === "open" && publication.checks
      ? [checksLine(say, publication.checks, result)]
      : []),
    ...(failure ? [inert(say.words(failure))] : []),
  ];
  return lines.join("\n");
}

function publishedLine(say: Say, result: Result, publication: Publication | undefined): string {
  const { branch, commit } = result;
  if (!result.pull_request) return say("message.published-branch", { branch, commit: commit.slice(0, 10) });
  const pull_request = pullRequestLink(result.pull_request);
  if (publication?.state === "closed") return say("message.closed", { pull_request });
  if (publication?.state !== "merged") return say("message.published-pull-request", { pull_request });
  const merge = mergeOf(publication);
  return merge
    ? say("message.merged-by", { pull_request, ...merge })
    : say("message.merged", { pull_request });
}

/** By whom and when, for a message; null where GitHub does not say. */
export function mergeOf({ merged_by, merged_at }: Publication): { who: string; when: string } | null {
  if (merged_by === undefined || merged_at === undefined) return null;
  return { who: plain(merged_by), when: relativeTimeOf(merged_at) };
}

function checksLine(say: Say, checks: NonNullable<Publication["checks"]>, { pull_request }: Result): string {
  const url = linkable(`${pull_request?.url}/checks`);
  return `${say(`checks.${checks}`)}${url === null ? "." : `: [${say("checks.see")}](${url})`}`;
}
