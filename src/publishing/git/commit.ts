import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Git } from "./command.ts";
import { COMMITTER, commitTime } from "#src/publishing/committer.ts";
import { commitMessage } from "#src/publishing/description.ts";
import type { ChangedFile } from "#src/publishing/prepare-changes.ts";
import type { Publication } from "#src/publishing/publisher.ts";

/** Files of the base with other contents. */
interface TreeChange {
  base: string;
  changes: ChangedFile[];
}

/**
 * Writes the commit of a publication and answers its id. Nothing refers to it yet, and the work tree and the index of
 * the repository are not touched. The same publication on the same base is the same commit.
 */
export async function writeCommit(git: Git, publication: Publication, change: TreeChange): Promise<string> {
  const tree = await writeTree(git, change);
  const date = `@${commitTime(publication).getTime() / 1000} +0000`;
  const env = { ...gitIdentity, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return line(
    await git(["commit-tree", tree, "-p", change.base], { input: commitMessage(publication), env }),
  );
}

/** Who writes commits and reflogs, whatever the machine's settings say. */
export const gitIdentity = {
  GIT_AUTHOR_NAME: COMMITTER.name,
  GIT_AUTHOR_EMAIL: COMMITTER.email,
  GIT_COMMITTER_NAME: COMMITTER.name,
  GIT_COMMITTER_EMAIL: COMMITTER.email,
};

async function writeTree(git: Git, { base, changes }: TreeChange): Promise<string> {
  let entries = "";
  for (const { path, mode, content } of changes) {
    const blob = line(await git(["hash-object", "-w", "--stdin"], { input: content }));
    entries += `${mode} ${blob}\t${path}\0`;
  }
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-index-"));
  try {
    const env = { GIT_INDEX_FILE: join(folder, "index") };
    await git(["read-tree", base], { env });
    await git(["update-index", "-z", "--index-info"], { env, input: entries });
    return line(await git(["write-tree"], { env }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function line(output: Buffer): string {
  return output.toString("utf8").trim();
}
