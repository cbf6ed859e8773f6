import { expect } from "vitest";
import { createGitHubPublisher, type GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import { keep } from "#src/publishing/github/kept.ts";
import type { Publisher } from "#src/publishing/publisher.ts";
import {
  startFakeGitHub,
  type FakeGitHub,
  type FakeGitHubOptions,
} from "#stand-ins/github/github-stand-in.ts";
import { FIRST_FILES, SUBMODULE, type PublishingWorld, type SeenCommit } from "./publishing-world.ts";

export const TOKEN = "ghp_secretSECRETsecret";

export interface GitHubWorld extends PublishingWorld {
  github: FakeGitHub;
  publisherWith(options: Partial<GitHubPublisherOptions>): Publisher;
  /** Publishers for one step of work each, of one container that remembers what earlier steps found out. */
  container(options?: Partial<GitHubPublisherOptions>): () => Publisher;
}

/** A repository on a GitHub of our own. */
export async function createGitHubWorld(options: FakeGitHubOptions = {}): Promise<GitHubWorld> {
  const files = [...FIRST_FILES, { path: SUBMODULE.path, mode: "160000", content: SUBMODULE.commit }];
  const github = await startFakeGitHub({ files, token: TOKEN, ...options });
  const { state } = github;
  const container = (options: Partial<GitHubPublisherOptions> = {}) => {
    const all = {
      repository: "acme/site",
      apiUrl: github.url,
      auth: { token: TOKEN },
      // A busy machine is no outage: what is late here is wrong only when it is very late.
      timing: { retry: 1, request: 20_000, budget: 50_000 },
      ...options,
    };
    const kept = keep(all);
    return () => createGitHubPublisher(all, kept);
  };
  const publisherWith = (options: Partial<GitHubPublisherOptions>) => container(options)();
  return {
    github,
    publisherWith,
    container,
    publisher: ({ baseBranch, repository } = {}) =>
      publisherWith({
        ...(baseBranch && { baseBranch }),
        ...(repository && { repository: `acme/${repository}` }),
      }),
    commit: async (branch, path, content) => void state.commit(branch, path, content),
    branches: async () => [...state.refs.keys()].filter((name) => name !== "main").toSorted(),
    commits: async (branch) =>
      state.ahead(state.head(branch), state.head("main")).map((id) => seen(github, id)),
    head: async (branch) => state.head(branch),
    file: async (branch, path) => fileOn(github, branch, path),
    difference: async (one, other) => difference(state.files(one), state.files(other)),
    createBranch: async (branch) => state.setRef(branch, state.head("main")),
    deleteBranch: async (branch) => void state.deleteRef(branch),
    merge: async (branch) => state.merge(branch),
    close: async () => {
      await github.close();
      expect(github.problems).toEqual([]);
    },
  };
}

function seen({ state }: FakeGitHub, id: string): SeenCommit {
  const { parents, message, author } = state.commitAt(id);
  return { id, parents, message, author: author.name, date: new Date(author.date).toISOString() };
}

function fileOn({ state }: FakeGitHub, branch: string, path: string) {
  const file = state.files(branch).get(path);
  return file ? { mode: file.mode, content: state.objects.blob(file.id) ?? Buffer.alloc(0) } : null;
}

function difference(one: Map<string, { id: string }>, other: Map<string, { id: string }>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path)?.id !== other.get(path)?.id).toSorted();
}

/** The same, where each publisher is of a container that has worked on the repository before. */
export async function createWarmGitHubWorld(): Promise<GitHubWorld> {
  const world = await createGitHubWorld();
  const containers = new Map<string, () => Publisher>();
  const publisher: GitHubWorld["publisher"] = (options = {}) => {
    const key = JSON.stringify(options);
    const { baseBranch, repository } = options;
    const open =
      containers.get(key) ??
      world.container({
        ...(baseBranch && { baseBranch }),
        ...(repository && { repository: `acme/${repository}` }),
      });
    containers.set(key, open);
    return open();
  };
  await publisher().readFile(FIRST_FILES[0]?.path ?? "");
  return { ...world, publisher };
}
