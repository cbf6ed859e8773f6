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

const HOME = "index.html";

/** Files that only look like pages: what is built, brought along, or not meant to be opened. */
const NO_PAGE = /(?:^|\/)(?:node_modules|dist|build|tests?|\.[^/]*)\//;

/**
 * The base branch of a local repository with its pages, and what ux-agent has published beside it.
 * @param known what was read before, so that a commit's pages are listed once
 */
export async function readRepository(folder: string, known: Repository | null = null): Promise<Repository> {
  const [base, updates] = await Promise.all([
    readBase(folder),
    branches(folder, `refs/heads/${BRANCH_PREFIX}`),
  ]);
  const pages = known?.base.commit === base.commit ? known.pages : await pagesIn(folder, base.commit);
  return { base, updates, pages };
}

/** The base branch alone. */
export async function readBase(folder: string): Promise<Branch> {
  const head = (await printed(folder, ["symbolic-ref", "HEAD"])).trim();
  const [base] = await branches(folder, head);
  if (!base) throw new Error(`${head} has no commit`);
  return base;
}

/** The HTML files, that of the root first. */
async function pagesIn(folder: string, commit: string): Promise<string[]> {
  const paths = (await printed(folder, ["ls-tree", "-r", "-z", "--name-only", commit])).split("\0");
  const pages = paths.filter((path) => path.endsWith(".html") && !NO_PAGE.test(path));
  return pages.toSorted((one, other) => Number(other === HOME) - Number(one === HOME)).slice(0, MOST);
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
