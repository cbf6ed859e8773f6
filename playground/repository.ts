import { gitIn } from "#src/publishing/git/command.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import type { Branch, Repository } from "./wire.ts";

const FIELDS = [
  "%(refname:short)",
  "%(objectname)",
  "%(subject)",
  "%(authorname)",
  "%(committerdate:iso-strict)",
];
const MOST = 50;

/** The base branch of a local repository, and what ux-agent has published beside it. */
export async function readRepository(folder: string): Promise<Repository> {
  const head = (await printed(folder, ["symbolic-ref", "HEAD"])).trim();
  const [[base], updates] = await Promise.all([
    branches(folder, head),
    branches(folder, `refs/heads/${BRANCH_PREFIX}`),
  ]);
  if (!base) throw new Error(`${head} has no commit`);
  return { base, updates };
}

async function branches(folder: string, ref: string): Promise<Branch[]> {
  const options = ["--sort=-committerdate", `--count=${MOST}`, `--format=${FIELDS.join("%00")}`];
  const lines = (await printed(folder, ["for-each-ref", ...options, ref])).split("\n");
  return lines.filter(Boolean).map(branchOf);
}

function branchOf(line: string): Branch {
  const [name = "", commit = "", subject = "", author = "", at = ""] = line.split("\0");
  return { name, commit, subject, author, at };
}

const printed = async (folder: string, args: string[]): Promise<string> =>
  (await gitIn(folder)(args)).toString("utf8");
