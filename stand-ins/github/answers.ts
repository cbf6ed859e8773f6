import type { FakePull, FakeRepository } from "./repository.ts";

/** What a route answers; the rest of the body is made up from GitHub's description. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const moved = (location: string): Answer => ({
  status: 301,
  body: { message: "Moved Permanently", url: location, documentation_url: "https://docs.github.com/rest" },
  headers: { location },
});
export const notFound = (): Answer => failed(404, "Not Found");

export function failed(status: number, message: string, headers?: Record<string, string>): Answer {
  const body = { message, documentation_url: "https://docs.github.com/rest", status: String(status) };
  return { status, body, ...(headers && { headers }) };
}

/** The form of "Validation Failed" that names a field, or says why. */
export function invalid(error: { resource: string; field?: string; code: string; message?: string }): Answer {
  const documentation_url = "https://docs.github.com/rest";
  return { status: 422, body: { message: "Validation Failed", errors: [error], documentation_url } };
}

/** It stays when the repository is renamed. */
export const REPOSITORY_ID = 4711;

export function repositoryBody({ owner, name, defaultBranch, archived, mayPush }: FakeRepository) {
  return {
    id: REPOSITORY_ID,
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner },
    default_branch: defaultBranch,
    archived,
    permissions: { admin: false, pull: true, push: mayPush },
  };
}

export function commitBody(repository: FakeRepository, sha: string) {
  const { tree, parents, author, committer, message } = repository.commitAt(sha);
  return {
    sha,
    url: `https://github.example/repos/${repository.owner}/${repository.name}/commits/${sha}`,
    commit: { tree: { sha: tree }, author, committer, message },
    parents: parents.map((parent) => ({ sha: parent })),
  };
}

export function gitCommitBody(repository: FakeRepository, sha: string) {
  const { tree, parents, author, committer, message } = repository.commitAt(sha);
  return {
    sha,
    tree: { sha: tree },
    author,
    committer,
    message,
    parents: parents.map((parent) => ({ sha: parent })),
  };
}

export function refBody(ref: string, sha: string) {
  return { ref, object: { type: "commit", sha } };
}

function pullUrl(repository: FakeRepository, number: number): string {
  return `https://github.example/${repository.owner}/${repository.name}/pull/${number}`;
}

/** A pull request as lists show it. */
export function pullBody(repository: FakeRepository, pull: FakePull) {
  const { number, title, body, state, draft, merged, head, base, headCommit, labels } = pull;
  const side = (ref: string, sha: string) => ({
    ref,
    sha,
    label: `${repository.owner}:${ref}`,
    repo: repositoryBody(repository),
  });
  return {
    number,
    title,
    body,
    state,
    draft,
    html_url: pullUrl(repository, number),
    merged_at: merged ? "2026-01-02T00:00:00Z" : null,
    head: side(head, headCommit),
    base: side(base, repository.refs.get(base) ?? headCommit),
    labels: labels.map((name) => ({ name })),
  };
}

/** A pull request on its own. */
export function wholePullBody(repository: FakeRepository, pull: FakePull) {
  return {
    ...pullBody(repository, pull),
    merged: pull.merged,
    merged_by: pull.merged ? { login: pull.mergedBy ?? "reviewer" } : null,
  };
}
