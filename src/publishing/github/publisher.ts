import { createBranch, findCommit, writeCommit } from "./commit.ts";
import { connectToGitHub, type GitHubTiming } from "./connection.ts";
import { createCredentials, type Credentials, type GitHubAuth } from "./credentials.ts";
import { refusalFrom } from "./failure.ts";
import { readBlob, readFileBelow } from "./file.ts";
import { GitHubLimit } from "./limit.ts";
import { addLabel, commitOf, createPullRequest, findPullRequest, isWithdrawn } from "./pull-request.ts";
import type { PullRequest } from "./pull-request.ts";
import { openRepository, readBase, type GitHubRepository } from "./repository.ts";
import { signRequests } from "./signing.ts";
import { withdrawFromGitHub } from "./withdraw.ts";
import { checkPath, checkPublication, checkPublished, checkVersion } from "#src/publishing/names.ts";
import type { Prepare, Publication, Published, Publisher } from "#src/publishing/publisher.ts";
import { outcomeOf, refuse, takenBack, unavailable } from "#src/publishing/refusal.ts";

export interface GitHubPublisherOptions {
  /** `owner/name`. */
  repository: string;
  /** Without it, the repository's default branch. */
  baseBranch?: string;
  /** Without it, GitHub's own; for GitHub Enterprise Server and for tests. */
  apiUrl?: string;
  auth: GitHubAuth;
  fetch?: typeof fetch;
  timing?: Partial<GitHubTiming>;
}

type Result = { published: Published } | { changed: true };

/** Whoever is faster at making the same branch or pull request is found at the next look. */
const ATTEMPTS = 3;

/** Publishes to a repository on GitHub: a branch, a commit and a draft pull request. */
export function createGitHubPublisher(options: GitHubPublisherOptions): Publisher {
  const credentials = createCredentials(options.auth);
  const limit = new GitHubLimit();
  const onGitHub = <T extends object>(
    check: () => void,
    operation: (github: GitHubRepository) => Promise<T>,
  ) =>
    outcomeOf(async () => {
      check();
      limit.check();
      try {
        return await operation(await open(options, credentials));
      } catch (error) {
        const trouble = refusalFrom(error, options.repository);
        limit.heed(trouble);
        throw trouble;
      }
    });
  return {
    readFile: (path) =>
      onGitHub(
        () => checkPath(path),
        (github) => readFile(github, path),
      ),
    readVersion: (version) =>
      onGitHub(
        () => checkVersion(version),
        async (github) => ({ content: await readBlob(github, version) }),
      ),
    publish: (publication, prepare) =>
      onGitHub(
        () => checkPublication(publication),
        (github) => publish(github, publication, prepare),
      ),
    withdraw: (published) =>
      onGitHub(
        () => checkPublished(published),
        (github) => withdrawFromGitHub(github, published),
      ),
  };
}

async function open(options: GitHubPublisherOptions, credentials: Credentials): Promise<GitHubRepository> {
  const [owner = "", repo = "", ...more] = options.repository.split("/");
  if (owner === "" || repo === "" || more.length > 0) {
    throw refuse("invalid", "The site's repository on GitHub must be given as owner/name.");
  }
  const octokit = connectToGitHub(options);
  await signRequests(octokit, credentials, { owner, repo, timing: options.timing });
  return openRepository(octokit.request, { owner, repo }, options.baseBranch);
}

async function readFile(github: GitHubRepository, path: string) {
  const { tree } = await readBase(github);
  const { mode: _, ...file } = await readFileBelow(github, tree, path);
  return { file };
}

async function publish(
  github: GitHubRepository,
  publication: Publication,
  prepare: Prepare,
): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await findPullRequest(github, publication.branch);
    if (found !== null) return finish(github, publication, found);
    const result = await ensureBranch(github, publication, prepare);
    if (result === "changed") return { changed: true };
    if (result === "taken") continue;
    const made = await createPullRequest(github, publication, result.base);
    if (made !== null) return finish(github, publication, { ...made, commit: result.commit });
  }
  throw unavailable("GitHub is still taking in what was published. Please try again.");
}

/** The branch's own commit, made when there is none; `taken` when somebody else made the branch meanwhile. */
async function ensureBranch(
  github: GitHubRepository,
  publication: Publication,
  prepare: Prepare,
): Promise<{ commit: string; base: string } | "taken" | "changed"> {
  const found = await findCommit(github, publication);
  const base = await readBase(github);
  if (found !== null) return { commit: found, base: base.branch };
  const { mode, ...file } = await readFileBelow(github, base.tree, publication.path);
  const content = await prepare(file);
  if (content === null || Buffer.compare(content, file.content) === 0) return "changed";
  const commit = await writeCommit(github, publication, { base, file: { ...file, mode }, content });
  const created = await createBranch(github, publication.branch, commit);
  return created ? { commit, base: base.branch } : "taken";
}

/** What is left to do when there is a pull request, ours of now or of an earlier call. */
async function finish(
  github: GitHubRepository,
  { branch, conversation_id }: Publication,
  found: PullRequest & { commit?: string },
): Promise<Result> {
  if (isWithdrawn(found)) throw takenBack();
  await addLabel(github, found);
  const commit = found.commit ?? (await commitOf(github, found, conversation_id));
  return { published: { branch, commit, pull_request: { number: found.number, url: found.url } } };
}
