import { createBranch, findCommit, writeCommit } from "./commit.ts";
import { connectToGitHub, type GitHubTiming } from "./connection.ts";
import type { GitHubAuth } from "./credentials.ts";
import { refusalFrom } from "./failure.ts";
import { lookForAdded, readBlob, readFileBelow } from "./file.ts";
import { type Kept, keep } from "./kept.ts";
import { addLabel, commitOf, createPullRequest, findPullRequest, isWithdrawn } from "./pull-request.ts";
import type { PullRequest } from "./pull-request.ts";
import { type BaseHead, type Connection, type GitHubRepository, type Step } from "./repository.ts";
import { openForReading, openRepository, readBase } from "./repository.ts";
import { signRequests } from "./signing.ts";
import { withdrawFromGitHub } from "./withdraw.ts";
import { type Added, type FileInTree, prepareChanges } from "#src/publishing/prepare-changes.ts";
import { checkPath, checkPublication, checkPublished, checkVersion } from "#src/publishing/check-names.ts";
import type { Prepare, Publication, Published, Publisher } from "#src/publishing/publisher.ts";
import { PublishingRefused, outcomeOf, refuse, takenBack, unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

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

type Result = { published: Published; repository: string } | { changed: true };

/** Whoever is faster at making the same branch or pull request is found at the next look. */
const ATTEMPTS = 3;

/**
 * Publishes to a repository on GitHub: a branch, a commit and a draft pull request. A publisher is for one step of work:
 * the repository and its base branch are looked at once, and what it reads and publishes is of that moment.
 * @param kept what earlier steps found out that cannot have changed
 */
export function createGitHubPublisher(options: GitHubPublisherOptions, kept = keep(options)): Publisher {
  const step: Step = {};
  const onGitHub = <T extends object>(check: () => void, operation: (connection: Connection) => Promise<T>) =>
    outcomeOf(async () => {
      check();
      kept.limit.check();
      try {
        return await operation(await connect(options, kept, step));
      } catch (error) {
        const trouble = refusalFrom(error, options.repository);
        kept.limit.heed(trouble);
        throw trouble;
      }
    });
  return {
    readFile: (path) =>
      onGitHub(
        () => checkPath(path),
        (connection) => readFile(connection, path),
      ),
    readVersion: (version) =>
      onGitHub(
        () => checkVersion(version),
        (connection) => readVersion(connection, version),
      ),
    publish: (publication, prepare) =>
      onGitHub(
        () => checkPublication(publication),
        (connection) => publish(connection, publication, prepare),
      ),
    withdraw: (published) =>
      onGitHub(
        () => checkPublished(published),
        async (connection) => withdrawFromGitHub(await openRepository(connection), published),
      ),
    look: (published) =>
      onGitHub(
        () => checkPublished(published),
        async (connection) => {
          const { lookOnGitHub } = await import("./look.ts");
          return { seen: await lookOnGitHub(await openRepository(connection), published) };
        },
      ),
  };
}

async function connect(options: GitHubPublisherOptions, kept: Kept, step: Step): Promise<Connection> {
  const [owner = "", repo = "", ...more] = options.repository.split("/");
  if (owner === "" || repo === "" || more.length > 0) {
    throw refuse("invalid", sentence("github.owner-name"));
  }
  const octokit = connectToGitHub(options);
  const asked = { owner, repo };
  await signRequests(octokit, kept.credentials, { ...asked, timing: options.timing });
  return { request: octokit.request, asked, baseBranch: options.baseBranch, kept, step };
}

async function readFile(connection: Connection, path: string) {
  const { base, ...github } = await openForReading(connection);
  const { mode: _, ...file } = await readFileBelow(github, base.tree, path);
  return { file };
}

async function readVersion(connection: Connection, version: string) {
  const remembered = connection.kept.blobs.get(version);
  return { content: remembered ?? (await readBlob(await openRepository(connection), version)) };
}

async function publish(connection: Connection, publication: Publication, prepare: Prepare): Promise<Result> {
  const reading = readBase(connection);
  // Looked at only when there is no pull request.
  reading.catch(() => {});
  const github = await openRepository(connection);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await findPullRequest(github, publication.branch);
    if (found !== null) return finish(github, publication, found);
    const base = await reading;
    const branch = await ensureBranch(github, base, { publication, prepare });
    if (branch === "changed") return { changed: true };
    if (branch === "taken") continue;
    const made = await createPullRequest(github, publication, base.branch);
    if (made !== null) return finish(github, publication, { ...made, ...branch });
  }
  throw unavailable(sentence("github.taking-in"));
}

interface Wanted {
  publication: Publication;
  prepare: Prepare;
}

/**
 * The branch's own commit. It is made without looking for the branch first, which is hardly ever there; whatever speaks
 * against making it counts only when it is not there. `taken` when another worker made the branch meanwhile.
 */
async function ensureBranch(
  github: GitHubRepository,
  base: BaseHead,
  wanted: Wanted,
): Promise<{ commit: string } | "taken" | "changed"> {
  const made = await makeBranch(github, base, wanted).catch(lastingRefusal);
  if (typeof made === "object" && "commit" in made) return made;
  const commit = await findCommit(github, wanted.publication);
  if (commit !== null) return { commit };
  if (made instanceof PublishingRefused) throw made;
  return made;
}

function lastingRefusal(error: unknown): PublishingRefused {
  if (error instanceof PublishingRefused && !error.failure.transient) return error;
  throw error;
}

async function makeBranch(
  github: GitHubRepository,
  base: BaseHead,
  { publication, prepare }: Wanted,
): Promise<{ commit: string } | "taken" | "changed"> {
  const files: FileInTree[] = [];
  for (const path of publication.paths) files.push(await readFileBelow(github, base.tree, path));
  const added: Added[] = [];
  for (const path of publication.adds ?? []) added.push(await lookForAdded(github, base.tree, path));
  const changes = await prepareChanges(files, prepare, added);
  if (changes.length === 0) return "changed";
  const commit = await writeCommit(github, publication, { base, changes });
  return (await createBranch(github, publication.branch, commit)) ? { commit } : "taken";
}

/** What is left to do when there is a pull request, ours of now or of an earlier call. */
async function finish(
  github: GitHubRepository,
  { branch, conversation_id }: Publication,
  found: PullRequest & { commit?: string },
): Promise<Result> {
  if (isWithdrawn(found)) throw takenBack();
  await addLabel(github, found);
  const commit = found.commit ?? (await ownCommit(github, found, conversation_id));
  const published = { branch, commit, pull_request: { number: found.number, url: found.url } };
  return { published, repository: String(github.id) };
}

async function ownCommit(
  github: GitHubRepository,
  found: PullRequest,
  conversationId: string,
): Promise<string> {
  const made = github.kept.commits.get(found.head) === conversationId;
  return made ? found.head : commitOf(github, found, conversationId);
}
