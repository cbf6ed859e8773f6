import type { Prepare, Prepared, SiteFile } from "./publisher.ts";
import { refuse } from "./refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** A file with the content that it is to get. */
export interface ChangedFile {
  path: string;
  /** As Git writes it: a file that may be run stays one. */
  mode: "100644" | "100755";
  content: Uint8Array;
}

/** What stands at the path of a file that is to be added. */
export type Added = { path: string; content: Uint8Array | null };

/** A file with the mode it has in the tree, so that an executable one stays executable. */
export type FileInTree = SiteFile & Pick<ChangedFile, "mode">;

/** Those of the files that are to get another content, and those that are new, each with it. */
export async function prepareChanges(
  files: FileInTree[],
  prepare: Prepare,
  adds: Added[] = [],
): Promise<ChangedFile[]> {
  const prepared = await prepare(files.map(({ path, content, version }) => ({ path, content, version })));
  if (prepared === null) return [];
  const changed = files.flatMap(({ path, mode, content: before }) => {
    const content = prepared.get(path);
    return content === undefined || isSame(content, before) ? [] : [{ path, mode, content }];
  });
  return [...changed, ...adds.flatMap((add) => addedFile(add, prepared))];
}

function addedFile({ path, content: there }: Added, prepared: Prepared): ChangedFile[] {
  const content = prepared.get(path);
  if (content === undefined) throw new Error(`Nothing was prepared for ${path}`);
  if (there === null) return [{ path, mode: "100644", content }];
  if (isSame(content, there)) return [];
  throw refuse("invalid", sentence("repository.other-file", { path }));
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
