import { applyPatch, parsePatch } from "diff";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import { gitIn, type Git } from "#src/publishing/git/command.ts";
import { showCommit } from "#src/publishing/git/show-commit.ts";

/** A commit in the site's repository, with what it changes. */
export interface PublishedCommit {
  id: string;
  branch: string;
  /** As `git show` prints it. */
  shown: string;
  changesOnly(diff: string): Promise<boolean>;
}

/** The commit that a conversation was published as, or null when its branch is not in the repository. */
export async function findPublished(
  repository: string,
  conversationId: string,
): Promise<PublishedCommit | null> {
  const git = gitIn(repository);
  const refs = await printed(git, [
    "for-each-ref",
    "--format=%(refname:short)",
    `refs/heads/${BRANCH_PREFIX}`,
  ]);
  const branch = refs.split("\n").find((name) => name.endsWith(`-${conversationId}`));
  if (!branch) return null;
  const id = (await printed(git, ["rev-parse", branch])).trim();
  return {
    id,
    branch,
    shown: await showCommit(git, id),
    changesOnly: (diff) => changesExactly(git, id, diff),
  };
}

/** Whether a commit is its parent with the diff applied, to the byte, and touches nothing else. */
async function changesExactly(git: Git, commit: string, diff: string): Promise<boolean> {
  const names = await printed(git, ["diff-tree", "--no-commit-id", "--name-only", "-r", commit]);
  const files = names.trim().split("\n");
  const patches = parsePatch(diff);
  if (patches.some(({ newFileName = "" }) => !files.some((file) => newFileName === `b/${file}`)))
    return false;
  for (const file of files) {
    const before = await printed(git, ["cat-file", "blob", `${commit}~:${file}`]);
    const after = await printed(git, ["cat-file", "blob", `${commit}:${file}`]);
    const patch = patches.find(({ newFileName }) => newFileName === `b/${file}`);
    if (!patch || applyPatch(before, patch) !== after) return false;
  }
  return true;
}

const printed = async (git: Git, args: string[]): Promise<string> => (await git(args)).toString("utf8");
