import type { Commit, Person } from "./git-objects.ts";
import { ObjectStore, type FileInTree } from "./object-store.ts";

export interface FakePull {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed";
  draft: boolean;
  merged: boolean;
  /** Who merged it. */
  mergedBy?: string;
  head: string;
  base: string;
  /** The newest commit that its branch had while the pull request was open. */
  headCommit: string;
  /** The commits that the base did not have when it was made or the branch moved; the oldest first. */
  commits: string[];
  labels: string[];
}

export interface FirstFile {
  path: string;
  mode?: string;
  content: string;
}

/** What an app that checks a commit says of it. */
export interface FakeSuite {
  commit: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: "success" | "failure" | "neutral" | "cancelled" | "skipped" | "timed_out" | null;
  /** How many checks it has; an app that checks nothing has a suite all the same. */
  runs: number;
}

export interface FakeDeployment {
  id: number;
  commit: string;
  /** The newest last. */
  statuses: { state: "queued" | "in_progress" | "success" | "failure" | "inactive"; url: string }[];
}

/** A webhook as it was registered. */
export interface FakeHook {
  id: number;
  active: boolean;
  events: string[];
  config: Partial<Record<"url" | "content_type" | "secret" | "insecure_ssl", string | undefined>>;
  /** What its last delivery was answered. */
  lastStatus: number | null;
}

const REVIEWER = { name: "Reviewer", email: "reviewer@example.com" };

/** A repository on GitHub: what the requests see, and what people do in it meanwhile. */
export class FakeRepository {
  readonly objects = new ObjectStore();
  /** Branch → commit. */
  readonly refs = new Map<string, string>();
  /** What the repository was called before, as `owner/name`. */
  readonly formerNames = new Set<string>();
  /** What branches were called before → what they are called now. */
  readonly renamed = new Map<string, string>();
  readonly pulls: FakePull[] = [];
  readonly suites: FakeSuite[] = [];
  /** The states of each context of a commit. */
  readonly statuses: {
    commit: string;
    context: string;
    state: "success" | "pending" | "failure" | "error";
  }[] = [];
  readonly deployments: FakeDeployment[] = [];
  readonly hooks: FakeHook[] = [];
  archived = false;
  /** What GitHub says that a classic token may do; undefined for another kind of token. */
  scopes: string | undefined;
  /** The rules that hold for branches, by the beginning of their names: what GitHub calls a ruleset. */
  readonly rules = new Map<string, string[]>();
  /** Whether the owner of the token may write. */
  mayPush = true;
  owner: string;
  name: string;
  defaultBranch: string;
  #clock = Date.parse("2026-01-01T00:00:00Z");

  constructor(fullName: string, defaultBranch: string, files: FirstFile[]) {
    [this.owner = "", this.name = ""] = fullName.split("/");
    this.defaultBranch = defaultBranch;
    if (files.length === 0) return;
    const tree = files.reduce<string | null>((tree, { path, mode = "100644", content }) => {
      const id = mode === "160000" ? content : this.objects.addBlob(content);
      return this.objects.withFile(tree, path, { mode, id });
    }, null);
    this.refs.set(defaultBranch, this.#addCommit(tree, []));
  }

  /** A commit by a person; `null` removes the file. */
  commit(branch: string, path: string, content: string | Buffer | null): string {
    return this.#commitOn(this.head(branch), branch, { path, content });
  }

  /** A force-push by a person: a commit on the base branch takes the place of all that the branch had. */
  replace(branch: string, path: string, content: string): string {
    return this.#commitOn(this.head(this.defaultBranch), branch, { path, content });
  }

  #commitOn(
    parent: string,
    branch: string,
    { path, content }: { path: string; content: string | Buffer | null },
  ): string {
    const file = content === null ? null : { mode: "100644", id: this.objects.addBlob(content) };
    const tree = this.objects.withFile(this.commitAt(parent).tree, path, file);
    const id = this.#addCommit(tree, [parent]);
    this.setRef(branch, id);
    return id;
  }

  /** Merges as the button on a pull request does. */
  merge(branch: string, by = "reviewer"): void {
    const [base, head] = [this.head(this.defaultBranch), this.head(branch)];
    this.setRef(this.defaultBranch, this.#addCommit(this.commitAt(head).tree, [base, head]));
    for (const pull of this.pulls) {
      if (pull.head === branch && pull.state === "open")
        Object.assign(pull, { state: "closed", merged: true, mergedBy: by });
    }
  }

  setRef(branch: string, commit: string): void {
    this.refs.set(branch, commit);
    for (const pull of this.pulls) {
      if (pull.head !== branch || pull.state !== "open") continue;
      Object.assign(pull, {
        headCommit: commit,
        commits: this.ahead(commit, this.head(pull.base)).toReversed(),
      });
    }
  }

  /** Like on GitHub, the open pull requests of the branch are closed. */
  deleteRef(branch: string): boolean {
    for (const pull of this.pulls) {
      if (pull.head === branch && pull.state === "open") pull.state = "closed";
    }
    return this.refs.delete(branch);
  }

  head(branch: string): string {
    const commit = this.refs.get(branch);
    if (commit === undefined) throw new Error(`the fake has no branch ${branch}`);
    return commit;
  }

  commitAt(id: string): Commit {
    const commit = this.objects.commit(id);
    if (commit === undefined) throw new Error(`the fake has no commit ${id}`);
    return commit;
  }

  files(branch: string): Map<string, FileInTree> {
    return this.objects.files(this.commitAt(this.head(branch)).tree);
  }

  /** The commits of one history that are not in another, the newest first. */
  ahead(commit: string, base: string): string[] {
    const known = new Set(this.objects.history(base));
    return this.objects.history(commit).filter((id) => !known.has(id));
  }

  #addCommit(tree: string | null, parents: string[]): string {
    this.#clock += 1000;
    const author: Person = { ...REVIEWER, date: new Date(this.#clock).toISOString() };
    const commit = { tree: tree ?? this.objects.add({ type: "tree", entries: [] }), parents, author };
    return this.objects.add({
      type: "commit",
      commit: { ...commit, committer: author, message: "by somebody else\n" },
    });
  }
}
