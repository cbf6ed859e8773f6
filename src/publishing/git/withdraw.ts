import { GitError, type Git } from "./command.ts";
import { gitIdentity } from "./commit.ts";
import { branchRef, changeRefs, readTraces, withdrawnRef } from "./refs.ts";
import { conversationOf } from "#src/publishing/description.ts";
import { belongsTo } from "#src/publishing/names.ts";
import type { Published } from "#src/publishing/publisher.ts";
import { refuse, unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** A branch that moves while it is withdrawn is looked at again, but not for ever. */
const ATTEMPTS = 3;

/** Deletes the branch while its commit is not in the base; a mark keeps it from being published again. */
export async function withdrawFromGit(
  git: Git,
  published: Published,
  base: string,
): Promise<{ withdrawn: true } | { merged: true }> {
  const conversationId = await conversationBehind(git, published);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const traces = await readTraces(git, published.branch, conversationId);
    if (traces.withdrawn) return { withdrawn: true };
    const tip = traces.branch ?? published.commit;
    if (await isMerged({ git, base }, published.commit, tip)) return { merged: true };
    if (traces.branch !== undefined) await refuseCheckedOut(git, published.branch);
    const mark = `create ${withdrawnRef(conversationId)} ${tip}`;
    const removal = traces.branch === undefined ? [] : [`delete ${branchRef(published.branch)} ${tip}`];
    if (await changeRefs(git, [mark, ...removal])) return { withdrawn: true };
  }
  throw unavailable(sentence("repository.branch-moved"));
}

async function conversationBehind(git: Git, { branch, commit }: Published): Promise<string> {
  const message = await git(["cat-file", "commit", commit]).catch((error: unknown) => {
    if (error instanceof GitError) throw refuse("not-found", sentence("repository.no-change"));
    throw error;
  });
  const conversationId = conversationOf(message.toString("utf8"));
  if (conversationId !== null && belongsTo(branch, conversationId)) return conversationId;
  throw refuse("invalid", sentence("repository.not-ours"));
}

interface Repository {
  git: Git;
  /** The commit at the head of the base branch. */
  base: string;
}

/** Whether the base holds the change: the commit itself, or one that does the same, as squashing and picking make it. */
async function isMerged({ git, base }: Repository, commit: string, tip: string): Promise<boolean> {
  if ((await unlessOne(git, ["merge-base", "--is-ancestor", commit, base])) !== null) return true;
  if (await isRepeated(git, commit, base)) return true;
  return tip !== commit && isRepeated(git, await squashed(git, tip, base), base);
}

/** `git cherry` marks a commit with `-` when the base has one with the same patch. */
async function isRepeated(git: Git, commit: string, base: string): Promise<boolean> {
  const marked = (await git(["cherry", base, commit])).toString("utf8").split("\n");
  return marked.includes(`- ${commit}`);
}

/** All that a branch with commits of people adds to the base, as one commit that nothing refers to. */
async function squashed(git: Git, tip: string, base: string): Promise<string> {
  const fork = await unlessOne(git, ["merge-base", base, tip]);
  if (fork === null) return tip;
  const commit = ["commit-tree", `${tip}^{tree}`, "-p", fork, "-m", "squashed"];
  return (await git(commit, { env: gitIdentity })).toString("utf8").trim();
}

/** What git printed; null when it ended with 1, by which `merge-base` says no. */
async function unlessOne(git: Git, args: string[]): Promise<string | null> {
  try {
    return (await git(args)).toString("utf8").trim();
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return null;
    throw error;
  }
}

/** Deleting a branch that is checked out would leave its work tree on no commit at all. */
async function refuseCheckedOut(git: Git, branch: string): Promise<void> {
  const places = await git(["for-each-ref", "--format=%(worktreepath)", "--", branchRef(branch)]);
  if (places.toString("utf8").trim() === "") return;
  throw refuse("protected", sentence("repository.checked-out", { branch }));
}
