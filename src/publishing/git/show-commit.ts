import { type Git, PLAIN_PATCH } from "./command.ts";

/** A commit as `git show` prints it: who, when, what it says and what it changes. */
export async function showCommit(git: Git, commit: string): Promise<string> {
  return (await git(["show", "--stat", "--patch", ...PLAIN_PATCH, commit, "--"])).toString("utf8");
}
