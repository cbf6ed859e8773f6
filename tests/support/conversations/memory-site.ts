import { createHash } from "node:crypto";
import { changedLines } from "#src/site/diff.ts";
import type { OpenSite } from "#src/sites/site-reader.ts";
import type { Outcome, Publication, PublishFailure, Publisher, SiteFile } from "#src/publishing/publisher.ts";

const PAGE = "page.json";
const FOOT = "foot.json";
export const REPOSITORY = "4711";

const definition = {
  sections: [
    {
      id: "header",
      file: PAGE,
      properties: [
        { id: "text", kind: "value", pointer: "/title" },
        { id: "motto", kind: "value", pointer: "/motto" },
      ],
    },
    { id: "footer", file: FOOT, properties: [{ id: "text", kind: "value", pointer: "/text" }] },
  ],
};

/** What files hold, by their paths. */
type Contents = Record<string, string>;

/** A commit as the repository keeps it: its files as they are in it, and on the base branch that it was made from. */
export interface MemoryCommit {
  conversation_id: string;
  branch: string;
  commit: string;
  before: Contents;
  after: Contents;
  state: "published" | "withdrawn" | "merged" | "closed";
}

/** `lost-answer`: it is published, but whoever asked does not hear of it. `limit`: come back in half an hour. */
export type Trouble = "none" | "outage" | "lost-answer" | "no-permission" | "limit";

/** A site of two files in memory, which keeps the contract of the publishing port. */
export class MemorySite implements Publisher {
  readonly commits: MemoryCommit[] = [];
  page = pageOf("T0");
  foot = footOf("F0");
  trouble: Trouble = "none";

  readonly open: OpenSite = { key: "default", configPath: "ux-agent.json", publisher: this };

  readFile: Publisher["readFile"] = async (path) => {
    if (this.trouble === "limit") return LIMIT;
    if (this.trouble === "outage") return failure("unavailable");
    return { ok: true, file: fileOf(path, this.#now(path)) };
  };

  readVersion: Publisher["readVersion"] = async (version) => {
    if (this.trouble === "limit") return LIMIT;
    if (this.trouble === "outage") return failure("unavailable");
    const found = [PAGE, FOOT]
      .map((path) => fileOf(path, this.#now(path)))
      .find((file) => file.version === version);
    return found ? { ok: true, content: found.content } : failure("not-found");
  };

  publish: Publisher["publish"] = async (publication, prepare) => {
    if (this.trouble === "outage") return failure("unavailable");
    if (this.trouble === "no-permission") return failure("no-permission");
    const made = this.#madeFor(publication);
    if (made) return made;
    const before = Object.fromEntries(publication.paths.map((path) => [path, this.#now(path)]));
    const prepared = await prepare(publication.paths.map((path) => fileOf(path, before[path] ?? "")));
    // Another worker may have been faster meanwhile; what it made is found, as a branch that exists is.
    const madeMeanwhile = this.#madeFor(publication);
    if (madeMeanwhile) return madeMeanwhile;
    const after = prepared && textsIn(prepared, publication.paths);
    if (!after || hash(JSON.stringify(after)) === hash(JSON.stringify(before)))
      return { ok: true, changed: true };
    const commit = this.#commit(publication, { before, after });
    return this.trouble === "lost-answer" ? failure("unavailable") : published(commit);
  };

  withdraw: Publisher["withdraw"] = async ({ commit }) => {
    if (this.trouble === "outage") return failure("unavailable");
    if (this.trouble === "no-permission") return failure("no-permission");
    const made = this.commits.find((one) => one.commit === commit);
    if (!made) return failure("not-found");
    if (made.state === "merged") return { ok: true, merged: true };
    made.state = "withdrawn";
    return { ok: true, withdrawn: true };
  };

  look: NonNullable<Publisher["look"]> = async ({ commit }) => {
    const made = this.commits.find((one) => one.commit === commit);
    if (!made || made.state === "withdrawn") return { ok: true, seen: null };
    const state = made.state === "published" ? "open" : made.state;
    return { ok: true, seen: { repository: REPOSITORY, state, commit, changed: false } };
  };

  /** People close what was published without merging it. */
  close(): void {
    const made = this.commits.findLast(({ state }) => state === "published");
    if (made) made.state = "closed";
  }

  /** Somebody merges what was published, as far as it still fits. */
  merge(): void {
    const made = this.commits.findLast(({ state }) => state === "published");
    if (!made) return;
    made.state = "merged";
    for (const [path, content] of Object.entries(made.after))
      if (made.before[path] === this.#now(path)) this.#put(path, content);
  }

  #now(path: string): string {
    if (path === FOOT) return this.foot;
    return path === PAGE ? this.page : JSON.stringify(definition);
  }

  #put(path: string, content: string): void {
    if (path === FOOT) this.foot = content;
    else this.page = content;
  }

  #madeFor({ conversation_id }: Publication): ReturnType<typeof published> | Outcome<never> | null {
    const made = this.commits.find((commit) => commit.conversation_id === conversation_id);
    if (made?.state === "withdrawn") return failure("withdrawn");
    return made ? published(made) : null;
  }

  #commit(
    { conversation_id, branch }: Publication,
    { before, after }: Pick<MemoryCommit, "before" | "after">,
  ): MemoryCommit {
    const commit: MemoryCommit = {
      conversation_id,
      branch,
      commit: hash(JSON.stringify([branch, before, after])),
      before,
      after,
      state: "published",
    };
    this.commits.push(commit);
    return commit;
  }
}

/** The page as somebody else would leave it. */
export const pageOf = (title: string, rest = ""): string =>
  `{\n  "title": ${JSON.stringify(title)},\n  "between": ${JSON.stringify(rest)},\n  "motto": "M0"\n}\n`;

export const footOf = (text: string): string => `{\n  "text": ${JSON.stringify(text)}\n}\n`;

/** The lines that a commit removes and adds, file by file. */
export const linesOf = ({ before, after }: MemoryCommit): string[] =>
  Object.keys(after).flatMap((path) => changedLines(before[path] ?? "", after[path] ?? ""));

/** Every file of a commit, or the commit is none. */
function textsIn(prepared: ReadonlyMap<string, Uint8Array>, paths: string[]): Contents {
  const texts = paths.map((path) => [path, new TextDecoder().decode(prepared.get(path))] as const);
  if (texts.length !== prepared.size) throw new Error("Not all files of a publication were prepared");
  return Object.fromEntries(texts);
}

const published = ({ branch, commit }: MemoryCommit) => ({
  ok: true as const,
  published: { branch, commit },
});

const failure = (code: PublishFailure["code"]): Outcome<never> => ({
  ok: false,
  failure: { code, message: `It says ${code}.`, transient: code === "unavailable" },
});

const LIMIT: Outcome<never> = {
  ok: false,
  failure: {
    code: "rate-limited",
    message: "Please try again in 30 minutes.",
    transient: true,
    retry_after_seconds: 1800,
  },
};

const fileOf = (path: string, content: string): SiteFile => ({
  path,
  content: new TextEncoder().encode(content),
  version: hash(content),
});

const hash = (content: string): string => createHash("sha1").update(content).digest("hex");
