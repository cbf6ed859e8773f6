import { GitError, type Git } from "./git-command.ts";
import { branchRef, changeRefs, readTraces, withdrawnRef } from "./git-refs.ts";
import { conversationOf } from "./description.ts";
import { belongsTo } from "./names.ts";
import type { Published } from "./publisher.ts";
import { refuse, unavailable } from "./refusal.ts";

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
    if (await isAncestor(git, published.commit, base)) return { merged: true };
    if (await remove(git, published, traces.branch, conversationId)) return { withdrawn: true };
  }
  throw unavailable("The branch was changed at the same moment. Please try again.");
}

async function remove(
  git: Git,
  { branch, commit }: Published,
  tip: string | undefined,
  conversationId: string,
) {
  if (tip !== undefined) await refuseCheckedOut(git, branch);
  return changeRefs(git, [
    `create ${withdrawnRef(conversationId)} ${tip ?? commit}`,
    ...(tip === undefined ? [] : [`delete ${branchRef(branch)} ${tip}`]),
  ]);
}

async function conversationBehind(git: Git, { branch, commit }: Published): Promise<string> {
  const message = await git(["cat-file", "commit", commit]).catch((error: unknown) => {
    if (error instanceof GitError)
      throw refuse("not-found", "The site's repository does not hold this change.");
    throw error;
  });
  const conversationId = conversationOf(message.toString("utf8"));
  if (conversationId !== null && belongsTo(branch, conversationId)) return conversationId;
  throw refuse("invalid", "This cannot be withdrawn: it was not published by ux-agent.");
}

async function isAncestor(git: Git, commit: string, base: string): Promise<boolean> {
  try {
    await git(["merge-base", "--is-ancestor", commit, base]);
    return true;
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return false;
    throw error;
  }
}

/** Deleting the branch that somebody looks at would leave them on no commit at all. */
async function refuseCheckedOut(git: Git, branch: string): Promise<void> {
  const places = await git(["for-each-ref", "--format=%(worktreepath)", "--", branchRef(branch)]);
  if (places.toString("utf8").trim() === "") return;
  throw refuse("protected", `The branch ${branch} is checked out; switch to another branch and try again.`);
}
