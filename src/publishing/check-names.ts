import { sentence } from "#src/words/sentence.ts";
import { FOLDER, OBJECT_ID, belongsTo, isOurs } from "./names.ts";
import type { ChangedFile } from "./prepare-changes.ts";
import type { Publication, Published } from "./publisher.ts";
import { refuse, type PublishingRefused } from "./refusal.ts";

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
  if (!belongsTo(branch, conversation_id) || Number.isNaN(Date.parse(confirmed_at))) {
    throw refuse("invalid", sentence("repository.malformed"));
  }
}

/** Refuses to withdraw anything that ux-agent did not publish. */
export function checkPublished({ branch, commit }: Published): void {
  if (!isOurs(branch) || !OBJECT_ID.test(commit)) {
    throw refuse("invalid", sentence("repository.not-ours"));
  }
}

export function branchInTheWay(): PublishingRefused {
  return refuse("protected", sentence("repository.branch-in-the-way", { branch: FOLDER }));
}

export function branchOfOthers(branch: string): PublishingRefused {
  return refuse("protected", sentence("repository.branch-of-others", { branch }));
}

const OTHERS = { "120000": "link", "160000": "submodule", "040000": "folder" } as const;
const isOther = (mode: string): mode is keyof typeof OTHERS => mode in OTHERS;

/** The mode of a file in one of Git's trees; refuses everything else that can stand there. */
export function modeOfFile(path: string, mode: string): ChangedFile["mode"] {
  if (mode === "100644" || mode === "100755") return mode;
  const what = isOther(mode) ? OTHERS[mode] : "other";
  throw refuse("not-a-file", sentence(`repository.${what}-no-file`, { path }));
}
