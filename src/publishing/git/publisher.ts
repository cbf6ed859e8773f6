import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { gitIn, type Git } from "./command.ts";
import { writeCommit } from "./commit.ts";
import { type Reading, lookForAdded, readBlob, readFileAt } from "./file.ts";
import { keep } from "./kept.ts";
import { branchRef, changeRefs, findCommit, publishedRef, readBase, readTraces } from "./refs.ts";
import { withdrawFromGit } from "./withdraw.ts";
import { type Added, type FileInTree, prepareChanges } from "#src/publishing/prepare-changes.ts";
import { branchOfOthers, checkPublication, checkPublished } from "#src/publishing/check-names.ts";
import type { Prepare, Publication, Published, Publisher } from "#src/publishing/publisher.ts";
import { outcomeOf, refuse, takenBack, unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** A publication, or the word that the page is no longer what was shown. */
type Result = { published: Published } | { changed: true };

/** More than two writers at a time do not meet on one conversation more than this often. */
const ATTEMPTS = 5;

/**
 * Publishes to a local Git repository, bare or not: a branch and a commit. Its work tree, index and HEAD are never
 * touched. Without `baseBranch` the branch that HEAD names is the base, as it is at the first call: a publisher is for one
 * step of work. Nothing is read or run before.
 * @param kept what earlier steps read that cannot have changed
 */
export function createGitPublisher(
  options: { repository: string; baseBranch?: string },
  kept = keep(),
): Publisher {
  let looking: Promise<string> | undefined;
  const baseOf = (git: Git): Promise<string> => {
    looking ??= readBase(git, options.baseBranch).catch((error: unknown) => {
      looking = undefined;
      throw error;
    });
    return looking;
  };
  const opened = <T extends object>(operation: (step: Step) => Promise<T>) =>
    outcomeOf(async () => {
      const git = await openRepository(options.repository);
      return operation({ git, kept, base: () => baseOf(git) });
    });
  return {
    readFile: (path) =>
      opened(async (step) => {
        const { mode: _, ...file } = await readFileAt(step, await step.base(), path);
        return { file };
      }),
    readVersion: (version) => opened(async (step) => ({ content: await readBlob(step, version) })),
    publish: (publication, prepare) =>
      opened((step) => {
        checkPublication(publication);
        return publish(step, publication, prepare);
      }),
    withdraw: (published) =>
      opened(async ({ git, base }) => {
        checkPublished(published);
        return withdrawFromGit(git, published, await base());
      }),
  };
}

/** A repository, open for one step of work. */
interface Step extends Reading {
  base: () => Promise<string>;
}

async function openRepository(path: string): Promise<Git> {
  const repository = await realpath(resolve(path)).catch(() => null);
  if (repository === null) throw refuse("not-found", sentence("repository.missing"));
  return gitIn(repository);
}

async function publish(step: Step, publication: Publication, prepare: Prepare): Promise<Result> {
  // At once with the look for what was published; what is wrong with the base matters only when nothing was.
  step.base().catch(() => {});
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const commit = await findPublished(step.git, publication);
    if (commit !== null) return { published: { branch: publication.branch, commit } };
    const made = await make(step, publication, prepare);
    if (made !== null) return made;
  }
  throw unavailable(sentence("repository.busy"));
}

/** What an earlier call left, completed; null when there is nothing. */
async function findPublished(git: Git, { branch, conversation_id }: Publication): Promise<string | null> {
  const traces = await readTraces(git, branch, conversation_id);
  if (traces.withdrawn) throw takenBack();
  if (traces.published) return traces.published;
  if (!traces.branch) return null;
  const commit = await findCommit(git, branch, conversation_id);
  if (commit === null) throw branchOfOthers(branch);
  await changeRefs(git, [`create ${publishedRef(conversation_id)} ${commit}`]);
  return commit;
}

/** Makes commit and branch on the base; null when another writer was faster. */
async function make(step: Step, publication: Publication, prepare: Prepare): Promise<Result | null> {
  const { git } = step;
  const { branch, conversation_id, paths, adds = [] } = publication;
  const base = await step.base();
  const files: FileInTree[] = [];
  for (const path of paths) files.push(await readFileAt(step, base, path));
  const added: Added[] = [];
  for (const path of adds) added.push(await lookForAdded(step, base, path));
  const changes = await prepareChanges(files, prepare, added);
  if (changes.length === 0) return { changed: true };
  const commit = await writeCommit(git, publication, { base, changes });
  // The branch first: git writes refs one after the other, and a branch without its mark is recognised by its commit.
  const refs = [branchRef(branch), publishedRef(conversation_id)];
  const created = await changeRefs(
    git,
    refs.map((ref) => `create ${ref} ${commit}`),
  );
  return created ? { published: { branch, commit } } : null;
}
