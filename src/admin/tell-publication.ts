import type { Publication } from "#src/conversations/conversation.ts";
import type { Summary } from "./conversation-view.ts";

/**
 * What has become of a pull request, in a few words for operators. Undefined while there is no news of it, and of one that
 * was taken back, whose status says that already.
 */
export function tellPublication({
  status,
  publication,
}: Pick<Summary, "status" | "publication">): string | undefined {
  if (status !== "published" || !publication) return undefined;
  const told = [standingOf(publication), publication.changed && "branch changed by people"];
  return told.filter(Boolean).join(", ") || undefined;
}

function standingOf({ state, checks, merged_by }: Publication): string | undefined {
  switch (state) {
    case "merged":
      return merged_by === undefined ? "merged" : `merged by ${merged_by}`;
    case "closed":
      return "closed without merging";
    case "open":
      return checks && `checks ${checks}`;
  }
}
