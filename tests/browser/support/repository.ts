import { realpath } from "node:fs/promises";
import { gitIn } from "#src/publishing/git/command.ts";

/** What was published to the site's repository. */
export async function branches(repository: string): Promise<string[]> {
  const listed = await git(
    repository,
    "for-each-ref",
    "--format=%(refname:short) %(objectname)",
    "refs/heads/ux-update",
  );
  return listed.split("\n").filter(Boolean);
}

export async function git(repository: string, ...args: string[]): Promise<string> {
  return (await gitIn(await realpath(repository))(args)).toString("utf8");
}
