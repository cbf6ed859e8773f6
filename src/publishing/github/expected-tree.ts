import type { Shelf } from "#src/publishing/memory.ts";
import { objectId } from "#src/publishing/blob-id.ts";
import type { Tree } from "./kept.ts";

/**
 * The id that Git gives a tree in which files have other contents, or are new; null when not all of the trees on the way to
 * the files are remembered.
 */
export function expectedTree(
  trees: Pick<Shelf<Tree>, "get">,
  tree: string,
  files: FileContent[],
): string | null {
  const known = trees.get(tree);
  return !known || known.truncated ? null : idOfTree(trees, known.entries, files);
}

interface FileContent {
  path: string;
  content: Uint8Array;
}

type Entry = Pick<Tree["entries"][number], "path" | "mode" | "sha">;

function idOfTree(trees: Pick<Shelf<Tree>, "get">, known: Entry[], files: FileContent[]): string | null {
  const entries = new Map(known.map((entry) => [entry.path, entry]));
  for (const [path, inside] of byFirstSegment(files)) {
    const old = entries.get(path);
    const file = inside.find((each) => each.path === "");
    const sha = file ? objectId("blob", file.content) : idOfFolder(trees, old, inside);
    if (sha === null) return null;
    entries.set(path, { path, mode: old?.mode ?? (file ? "100644" : "040000"), sha });
  }
  const ordered = [...entries.values()].toSorted((one, other) =>
    Buffer.compare(placeOf(one), placeOf(other)),
  );
  return objectId("tree", Buffer.concat(ordered.map(encoded)));
}

const idOfFolder = (
  trees: Pick<Shelf<Tree>, "get">,
  old: Entry | undefined,
  files: FileContent[],
): string | null => (old ? expectedTree(trees, old.sha, files) : idOfTree(trees, [], files));

/** Git orders a folder as if its name ended with a slash. */
const placeOf = ({ path, mode }: Entry): Buffer => Buffer.from(mode === "040000" ? `${path}/` : path);

/** The files by the entry they are in, each with the rest of its path. */
function byFirstSegment(files: FileContent[]): Map<string, FileContent[]> {
  const entries = new Map<string, FileContent[]>();
  for (const { path, content } of files) {
    const [name = "", ...rest] = path.split("/");
    entries.set(name, [...(entries.get(name) ?? []), { path: rest.join("/"), content }]);
  }
  return entries;
}

const encoded = ({ path, mode, sha }: Entry): Buffer =>
  Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`), Buffer.from(sha, "hex")]);
