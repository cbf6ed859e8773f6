import { createHash } from "node:crypto";
import type { Part } from "./catalogue.ts";
import { changeDigest, changedLines, unifiedDiff } from "./diff.ts";
import type { Change } from "./edit.ts";
import { editFile, sectionIn } from "./edit-section.ts";
import type { Refusal } from "./refusal.ts";
import type { SiteDefinition } from "./site-definition.ts";

/** One file before and after the edit; both are the same where nothing in it changes. */
export interface FileEdit {
  path: string;
  before: Uint8Array;
  after: Uint8Array;
}

/** The files that hold the sections, each once, in the order of the parts. */
export function filesOf(definition: SiteDefinition, parts: Part[]): { ok: true; paths: string[] } | Refusal {
  const paths = new Set<string>();
  for (const { section } of parts) {
    const found = sectionIn(definition, section);
    if ("ok" in found) return found;
    paths.add(found.file);
  }
  return { ok: true, paths: [...paths] };
}

/**
 * Applies all parts to the files that hold them, each file as one edit. Changes are in the order of the parts, and name
 * their section where there are several.
 * @param contents the content of every file of {@link filesOf}, by its path
 */
export async function editSite(
  definition: SiteDefinition,
  parts: Part[],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<{ ok: true; files: FileEdit[]; changes: Change[] } | Refusal> {
  const changes = new Map<Part, Change[]>();
  const files: FileEdit[] = [];
  for (const [path, before] of contents) {
    const [first, ...more] = parts.filter(({ section }) => fileOf(definition, section) === path);
    if (first === undefined) continue;
    const together: [Part, ...Part[]] = [first, ...more];
    const edited = await editFile(definition, before, together);
    if (!edited.ok) return edited;
    files.push({ path, before, after: edited.content });
    together.forEach((part, at) => changes.set(part, edited.changes[at] ?? []));
  }
  const named = parts.flatMap((part) =>
    (changes.get(part) ?? []).map((change) =>
      parts.length === 1 ? change : { ...change, section: labelOf(definition, part.section) },
    ),
  );
  return { ok: true, files, changes: named };
}

const fileOf = ({ sections }: SiteDefinition, id: string): string | undefined =>
  sections.find((section) => section.id === id)?.file;

/** What a section is called; its id when it is no longer part of the site. */
export const labelOf = ({ sections }: SiteDefinition, id: string): string =>
  sections.find((section) => section.id === id)?.label ?? id;

/** The unified diffs of the files that change, one after the other; empty when none does. */
export const siteDiff = (files: FileEdit[]): string =>
  files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join("");

/** A file that is added, known by its Git blob id. */
interface AddedFile {
  path: string;
  version: string;
}

/** SHA-256, in hex, of the changed lines of all files and of what is added: of one file alone its {@link changeDigest}. */
export function siteDigest(files: FileEdit[], added: AddedFile[] = []): string {
  const [only, second] = files;
  if (only !== undefined && second === undefined && added.length === 0)
    return changeDigest(only.before, only.after);
  const lines = files.map(({ path, before, after }) => [path, changedLines(before, after)]);
  const ids = added.map(({ path, version }) => [path, version]);
  const whole = ids.length === 0 ? lines : { lines, ids };
  return createHash("sha256").update(JSON.stringify(whole)).digest("hex");
}
