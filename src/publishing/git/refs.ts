import { GitError, type Git } from "./command.ts";
import { gitIdentity } from "./commit.ts";
import { conversationOf } from "#src/publishing/description.ts";
import { branchInTheWay } from "#src/publishing/check-names.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import { refuse, unavailable } from "#src/publishing/refusal.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";

/** What the repository says about a conversation; each is a commit id. */
export interface Traces {
  /** The tip of its branch. */
  branch?: string;
  /** What was published; outlives the branch, so that a branch that a person deleted stays deleted. */
  published?: string;
  /** The tip of the branch when it was withdrawn: commits that people added to it are kept. */
  withdrawn?: string;
}

/** How far down a branch its own commit is looked for below commits that people added. */
const SEARCH_DEPTH = 50;

export const branchRef = (branch: string) => `refs/heads/${branch}`;
export const publishedRef = (conversationId: string) => `refs/ux-agent/published/${conversationId}`;
export const withdrawnRef = (conversationId: string) => `refs/ux-agent/withdrawn/${conversationId}`;

export async function readTraces(git: Git, branch: string, conversationId: string): Promise<Traces> {
  const names = [branchRef(branch), publishedRef(conversationId), withdrawnRef(conversationId)];
  const output = await git(["for-each-ref", "--format=%(refname) %(objectname)", "--", ...names]);
  const found = new Map(output.toString("utf8").trim().split("\n").map(nameAndCommit));
  const [tip, published, withdrawn] = names.map((name) => found.get(name));
  return { ...(tip && { branch: tip }), ...(published && { published }), ...(withdrawn && { withdrawn }) };
}

/** The commit made for a conversation on its branch, or null when the branch has none. */
export async function findCommit(git: Git, branch: string, conversationId: string): Promise<string | null> {
  const format = ["-z", "--format=%H%n%B", `--max-count=${SEARCH_DEPTH}`];
  const output = await git(["log", ...format, branchRef(branch), "--"]);
  const commits = output.toString("utf8").split("\0");
  const own = commits.find((commit) => conversationOf(commit) === conversationId);
  return own?.split("\n")[0] ?? null;
}

/** Changes refs all together or not at all. Answers false when one of them was not as expected. */
export async function changeRefs(git: Git, changes: string[]): Promise<boolean> {
  const input = ["start", ...changes, "prepare", "commit", ""].join("\n");
  try {
    await git(["update-ref", "-m", "ux-agent", "--stdin"], { input, env: gitIdentity });
    return true;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (/reference already exists|is at [0-9a-f]+ but expected|unable to resolve/.test(error.message))
      return false;
    throw refusedRef(error);
  }
}

/** The head of the base branch: the given one, or the one that the repository's HEAD names. */
export async function readBase(git: Git, baseBranch: string | undefined): Promise<string> {
  const asked = baseBranch === undefined ? "HEAD" : branchRef(baseBranch);
  // In this order: what stands behind the option is answered by its name.
  const output = await git(["rev-parse", `${asked}^{commit}`, "--symbolic-full-name", asked]).catch(nothing);
  const [commit, name] = output?.toString("utf8").trim().split("\n") ?? [];
  const ref = baseBranch === undefined ? checkedHead(name ?? (await nameOfHead(git))) : asked;
  if (commit === undefined)
    throw noBase(sentence("repository.no-branch", { branch: ref.replace("refs/heads/", "") }));
  return commit;
}

const nameOfHead = async (git: Git): Promise<string> =>
  (await git(["symbolic-ref", "--quiet", "HEAD"]).catch(nothing))?.toString("utf8").trim() ?? "HEAD";

/** @param ref what HEAD names; its own name when it stands on a commit */
function checkedHead(ref: string): string {
  if (ref === "HEAD") throw noBase(sentence("repository.on-no-branch"));
  if (ref.startsWith(branchRef(BRANCH_PREFIX))) {
    throw noBase(sentence("repository.on-update-branch"));
  }
  return ref;
}

function nothing(error: unknown): null {
  if (error instanceof GitError) return null;
  throw error;
}

function noBase(why: Sentence) {
  return refuse("no-base-branch", why);
}

function nameAndCommit(line: string): [string, string] {
  const [name = "", commit = ""] = line.split(" ");
  return [name, commit];
}

function refusedRef({ message }: GitError): Error {
  if (/exists; cannot (?:create|lock)/.test(message)) return branchInTheWay();
  const [, lock] = /Unable to create '(?:.*\/)?([^/']+\.lock)'/.exec(message) ?? [];
  if (lock !== undefined) return unavailable(sentence("repository.locked", { lock }));
  return new Error(`git did not change the refs: ${message}`);
}
