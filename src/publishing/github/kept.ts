import { createCredentials, type Credentials, type GitHubAuth } from "./credentials.ts";
import { GitHubLimit } from "./limit.ts";
import { Memory, type Shelf } from "#src/publishing/memory.ts";

export interface Place {
  owner: string;
  repo: string;
}

/** What GitHub says of a repository. */
export interface Facts {
  /** The name that it has now, whatever it was called before. */
  at: Place;
  id: number | bigint;
  defaultBranch: string;
}

/** The newest commit of a branch. */
export interface Head {
  /** What the branch is called now; GitHub leads from the name of a branch that was renamed to the one it has. */
  branch?: string;
  commit: string;
  tree: string;
}

export interface TreeEntry {
  path: string;
  mode: string;
  sha: string;
  size?: number;
}

export interface Tree {
  entries: TreeEntry[];
  /** GitHub did not list all of it. */
  truncated: boolean;
}

/** An answer that may be another one the next time, with what GitHub needs to say that it is not. */
export interface Tagged<T> {
  etag: string;
  answer: T;
}

/**
 * What a container keeps of one repository between steps of work, for one way to sign in. Objects never change, so they
 * are kept by their ids; everything that may change is asked for again, and only then is what is kept used.
 */
export interface Kept {
  credentials: Credentials;
  limit: GitHubLimit;
  trees: Shelf<Tree>;
  blobs: Shelf<Buffer>;
  /** The conversation of each commit that was made here. */
  commits: Shelf<string>;
  /** By the name that was asked for. */
  facts: Shelf<Tagged<Facts>>;
  heads: Shelf<Tagged<Head>>;
  /** The default branch's name when a commit was its newest, by the commit. */
  defaults: Shelf<string>;
}

/** Generous for a name, an id and an ETag. */
const SMALL = () => 500;

const bytesOfTree = ({ entries }: Tree): number =>
  entries.reduce((bytes, { path }) => bytes + 2 * path.length + 150, 0);

/** @param memory shared with other repositories that are read with the same credentials */
export function keep(options: { repository: string; auth: GitHubAuth }, memory = new Memory()): Kept {
  const shelf = <T>(kind: string, bytesOf: (value: T) => number) =>
    memory.shelf<T>(`${options.repository} ${kind}`, bytesOf);
  return {
    credentials: createCredentials(options.auth),
    limit: new GitHubLimit(),
    trees: shelf("tree", bytesOfTree),
    blobs: shelf("blob", (content) => content.length),
    commits: shelf("commit", SMALL),
    facts: shelf("facts", SMALL),
    heads: shelf("head", SMALL),
    defaults: shelf("default", SMALL),
  };
}
