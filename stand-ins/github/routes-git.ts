import { z } from "zod";
import {
  commitBody,
  created,
  failed,
  gitCommitBody,
  moved,
  notFound,
  ok,
  refBody,
  type Answer,
} from "./answers.ts";
import { sortEntries } from "./git-objects.ts";
import type { Route } from "./route.ts";
import type { FakeRepository } from "./repository.ts";

const person = z.object({ name: z.string(), email: z.string(), date: z.string() });
const newCommit = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()),
  author: person,
  committer: person,
});
const newTree = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      sha: z.string().optional(),
      content: z.string().optional(),
    }),
  ),
});

const R = "/repos/{owner}/{repo}";

/** Branches and objects. */
export const gitRoutes: Record<string, Route> = {
  [`GET ${R}/branches/{branch}`]: ({ repository, path }) => {
    const branch = path["branch"] ?? "";
    const head = repository.refs.get(branch);
    if (head !== undefined) return ok({ name: branch, commit: commitBody(repository, head) });
    const now = repository.renamed.get(branch);
    return now === undefined
      ? notFound()
      : moved(`/repos/${repository.owner}/${repository.name}/branches/${now}`);
  },
  [`GET ${R}/git/ref/{ref}`]: ({ repository, path }) => {
    const ref = path["ref"] ?? "";
    const head = repository.refs.get(ref.replace(/^heads\//, ""));
    return head === undefined ? notFound() : ok(refBody(`refs/${ref}`, head));
  },
  [`POST ${R}/git/refs`]: ({ repository, body }) =>
    createRef(repository, String(body["ref"]), String(body["sha"])),
  [`DELETE ${R}/git/refs/{ref}`]: ({ repository, path }) => {
    const gone = repository.deleteRef((path["ref"] ?? "").replace(/^heads\//, ""));
    return gone ? { status: 204 } : failed(422, "Reference does not exist");
  },
  [`GET ${R}/commits`]: ({ repository, query }) => {
    const start = query.get("sha") ?? repository.defaultBranch;
    if (repository.refs.size === 0) return failed(409, "Git Repository is empty.");
    const id = repository.refs.get(start) ?? start;
    if (repository.objects.commit(id) === undefined) return notFound();
    const history = repository.objects.history(id).slice(0, Number(query.get("per_page") ?? 30));
    return ok(history.map((sha) => commitBody(repository, sha)));
  },
  [`GET ${R}/git/trees/{tree_sha}`]: ({ repository, path }) => listTree(repository, path["tree_sha"] ?? ""),
  [`POST ${R}/git/trees`]: ({ repository, body }) => createTree(repository, body),
  [`GET ${R}/git/blobs/{file_sha}`]: ({ repository, path }) => {
    const sha = path["file_sha"] ?? "";
    const content = repository.objects.blob(sha);
    if (content === undefined) return notFound();
    // GitHub breaks base64 into lines.
    const lines = content.toString("base64").replace(/.{60}/g, "$&\n");
    return ok({ sha, content: lines, encoding: "base64", size: content.length });
  },
  [`POST ${R}/git/blobs`]: ({ repository, body }) => {
    const encoding = body["encoding"] === "base64" ? "base64" : "utf8";
    return created({ sha: repository.objects.addBlob(Buffer.from(String(body["content"]), encoding)) });
  },
  [`POST ${R}/git/commits`]: ({ repository, body }) => createCommit(repository, body),
};

function createRef(repository: FakeRepository, ref: string, sha: string): Answer {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch === undefined || /[\s~^:?*[\\]|\.\./.test(branch))
    return failed(422, "Reference name is not valid");
  if (repository.objects.commit(sha) === undefined) return failed(422, "Object does not exist");
  if (repository.refs.has(branch)) return failed(422, "Reference already exists");
  if (repository.refs.has(branch.split("/")[0] ?? "")) return failed(422, "Reference update failed");
  repository.setRef(branch, sha);
  return created(refBody(ref, sha));
}

function listTree(repository: FakeRepository, sha: string): Answer {
  const entries = repository.objects.tree(sha);
  if (entries === undefined) return notFound();
  const tree = sortEntries(entries).map(({ mode, name, id }) => {
    const type = mode === "040000" ? "tree" : mode === "160000" ? "commit" : "blob";
    return { path: name, mode, type, sha: id, size: repository.objects.blob(id)?.length };
  });
  return ok({ sha, truncated: false, tree });
}

function createTree(repository: FakeRepository, body: Record<string, unknown>): Answer {
  const { base_tree: base, tree: entries } = newTree.parse(body);
  if (base !== undefined && !repository.objects.tree(base))
    return failed(422, "base_tree is not a valid tree oid");
  const files = entries.map(({ path, mode, sha, content }) => ({
    path,
    file: { mode, id: content === undefined ? (sha ?? "") : repository.objects.addBlob(content) },
  }));
  if (files.some(({ file }) => !repository.objects.blob(file.id)))
    return failed(422, "tree.sha is not a valid blob");
  const sha = files.reduce<string | null>(
    (tree, { path, file }) => repository.objects.withFile(tree, path, file),
    base ?? null,
  );
  return created({ sha, truncated: false, tree: [] });
}

function createCommit(repository: FakeRepository, body: Record<string, unknown>): Answer {
  const { message, tree, parents, author, committer } = newCommit.parse(body);
  if (!repository.objects.tree(tree)) return failed(422, "Tree SHA does not exist");
  if (parents.some((parent) => !repository.objects.commit(parent)))
    return failed(422, "Parent SHA does not exist");
  const commit = { message, tree, parents, author, committer };
  return created(gitCommitBody(repository, repository.objects.add({ type: "commit", commit })));
}
