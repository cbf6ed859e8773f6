import type { ChangedFile } from "./prepare-changes.ts";
import type { Publication, Published } from "./publisher.ts";
import { refuse, type PublishingRefused } from "./refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** The folder of our branches. Git cannot have both a branch and branches below its name. */
export const FOLDER = "ux-update";
/** What every branch of ours begins with; nothing else is ever made or deleted. */
export const BRANCH_PREFIX = `${FOLDER}/`;

const BRANCH = new RegExp(`^${BRANCH_PREFIX}[A-Za-z0-9][A-Za-z0-9_-]{0,150}$`);
const CONVERSATION_ID = /^[A-Za-z0-9_-]{1,100}$/;
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const FORBIDDEN_SEGMENTS = new Set(["", ".", "..", ".git"]);
// oxlint-disable-next-line no-control-regex -- a path with a control character is never meant
const FORBIDDEN_CHARACTERS = /[\u0000-\u001F\u007F\\]/;

/** Refuses a path that is not plainly a file below the root of a repository. */
export function checkPath(path: string): void {
  const segments = path.toLowerCase().split("/");
  const strange = FORBIDDEN_CHARACTERS.test(path) || !path.isWellFormed() || path.length > 1000;
  if (strange || segments.some((segment) => FORBIDDEN_SEGMENTS.has(segment))) {
    throw refuse("invalid", sentence("repository.path-outside"));
  }
}

/** Refuses what is not the Git id of an object. */
export function checkVersion(version: string): void {
  if (!OBJECT_ID.test(version)) throw refuse("invalid", sentence("repository.no-version"));
}

/** Refuses a publication whose branch, id, path or time is not well-formed. */
export function checkPublication(publication: Publication): void {
  const { branch, conversation_id, paths, adds = [], confirmed_at } = publication;
  [...paths, ...adds].forEach(checkPath);
  const ours = CONVERSATION_ID.test(conversation_id) && belongsTo(branch, conversation_id);
  if (!ours || Number.isNaN(Date.parse(confirmed_at))) {
    throw refuse("invalid", sentence("repository.malformed"));
  }
}

/** Refuses to withdraw anything that ux-agent did not publish. */
export function checkPublished({ branch, commit }: Published): void {
  if (!BRANCH.test(branch) || !OBJECT_ID.test(commit)) {
    throw refuse("invalid", sentence("repository.not-ours"));
  }
}

/** Whether a branch is the one of a conversation; only such a branch is ever made or deleted. */
export function belongsTo(branch: string, conversationId: string): boolean {
  return BRANCH.test(branch) && branch.endsWith(`-${conversationId}`);
}

export function branchInTheWay(): PublishingRefused {
  return refuse("protected", sentence("repository.branch-in-the-way", { branch: FOLDER }));
}

export function branchOfOthers(branch: string): PublishingRefused {
  return refuse("protected", sentence("repository.branch-of-others", { branch }));
}

/** Whose branch it is, by its name; null for a branch that is not one of ours. */
export function conversationIn(branch: string): string | null {
  const id = branch.slice(branch.lastIndexOf("-") + 1);
  return CONVERSATION_ID.test(id) && belongsTo(branch, id) ? id : null;
}

/** The branch of a conversation: the prefix, then `<section>-<conversation id>`, whatever characters the section's id has. */
export function branchName(section: string, conversationId: string): string {
  const words = section.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${BRANCH_PREFIX}${words.slice(0, 40) || "page"}-${conversationId}`;
}

const OTHERS = { "120000": "link", "160000": "submodule", "040000": "folder" } as const;
const isOther = (mode: string): mode is keyof typeof OTHERS => mode in OTHERS;

/** The mode of a file in one of Git's trees; refuses everything else that can stand there. */
export function modeOfFile(path: string, mode: string): ChangedFile["mode"] {
  if (mode === "100644" || mode === "100755") return mode;
  const what = isOther(mode) ? OTHERS[mode] : "other";
  throw refuse("not-a-file", sentence(`repository.${what}-no-file`, { path }));
}
