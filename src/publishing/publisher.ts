import type { Words } from "#src/words/words.ts";

/** A file of the site's repository as it is on the base branch. */
export interface SiteFile {
  /** Relative to the root of the repository, with `/`. */
  path: string;
  content: Uint8Array;
  /** The Git blob id of the content. */
  version: string;
}

/** Everything that a publication says about a change. People wrote the words, so they may hold anything. */
export interface Publication {
  conversation_id: string;
  /** From `branchName`: the same conversation always has the same branch. */
  branch: string;
  /** Of the files that it may change; the first is that of the first section. */
  paths: [string, ...string[]];
  /** The paths of files that it adds, of any content; one that is there already has to have that content. */
  adds?: string[];
  /** What the sections are called, in the order they were asked for. */
  section_labels: string[];
  /** What was asked, in the asker's own words. */
  asked: string;
  changes: { section?: string; label: string; before: string | null; after: string; said?: string }[];
  /** The Discord user who asked. */
  user: { id: string; name: string };
  /** Whose message the words were made from, and its address if the user links to it. */
  source?: { id: string; name: string; url?: string };
  /** The Discord users who approved it, in order. */
  approvals?: { id: string; name: string }[];
  /** ISO 8601; the time of the confirmation or the last approval, so that publishing again makes the same commit. */
  confirmed_at: string;
}

export interface Published {
  branch: string;
  /** The full commit id. */
  commit: string;
  /** Where a person can look at it, when there is such a place. */
  pull_request?: { number: number; url: string };
}

/** What has become of something published, as the repository says now. */
export interface Seen {
  /** Its id, which stays when it is renamed. */
  repository: string;
  state: "open" | "merged" | "closed";
  /** The newest commit on its branch. */
  commit: string;
  /** Whether that is another one than was published: people have changed it. */
  changed: boolean;
  /** Absent: there are none, or the bot may not read them. */
  checks?: "pending" | "passed" | "failed";
  /** Where a host shows the site with the change. */
  preview_url?: string;
  /** ISO 8601. */
  merged_at?: string;
  /** The name that the person who merged it has there. */
  merged_by?: string;
}

/** Why the repository did not accept the change, in one sentence for people that says what to do. */
export interface PublishFailure extends Words {
  code:
    /** There is no such repository, or the bot may not see it. */
    | "not-found"
    /** The repository was read, and there is no such file in it. */
    | "no-file"
    | "no-permission"
    | "protected"
    | "no-base-branch"
    | "archived"
    | "rate-limited"
    | "invalid"
    | "not-a-file"
    | "too-large"
    | "withdrawn"
    | "unavailable";
  /** Whether trying the same again later can help. */
  transient: boolean;
  /** How long to wait before trying again, when the other side said so. */
  retry_after_seconds?: number;
}

export type Outcome<T> = ({ ok: true } & T) | { ok: false; failure: PublishFailure };

/** The new content of each file, changed or added, by its path; null when what would be published is not what was shown. */
export type Prepared = ReadonlyMap<string, Uint8Array>;
export type Prepare = (current: SiteFile[]) => Prepared | null | Promise<Prepared | null>;

/**
 * The port to where a site's source lives, opened for one step of work: what it reads may be of the moment of its first
 * call. Expected trouble is an outcome, never an exception; nothing is ever merged, forced or written to another branch.
 */
export interface Publisher {
  /** Reads one file of the base branch. Links, submodules and paths that leave the repository are refused. */
  readFile(path: string): Promise<Outcome<{ file: SiteFile }>>;
  /** Reads what a file of the repository held when it had this version; the same version always reads the same. */
  readVersion(version: string): Promise<Outcome<{ content: Uint8Array }>>;
  /**
   * Publishes all files as one commit on a branch of its own, or none of them. Repeatable: it finds and completes what an
   * earlier, interrupted call left, also when it was merged, closed or deleted by people since. `prepare` is called with
   * the files as they are on the base branch, in the order of `paths`, and what it answers counts only when there is no
   * commit yet; `changed` when it answers null, or what is there already. After a withdrawal the failure is `withdrawn`.
   * `repository` is the id of a repository where people merge what was published, so that it can be followed.
   */
  publish(
    publication: Publication,
    prepare: Prepare,
  ): Promise<Outcome<{ published: Published; repository?: string } | { changed: true }>>;
  /**
   * Takes back what was published and is not merged: closes the pull request and deletes the branch. Repeatable.
   * Commits that people added to the branch are kept where they can be found again.
   */
  withdraw(published: Published): Promise<Outcome<{ withdrawn: true } | { merged: true }>>;
  /** Looks at what has become of something published; null when it is not there any more. Absent where nothing is merged. */
  look?(published: Published): Promise<Outcome<{ seen: Seen | null }>>;
}
