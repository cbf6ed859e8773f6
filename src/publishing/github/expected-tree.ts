import { createHash } from "node:crypto";
import type { Shelf } from "#src/publishing/memory.ts";
import type { Tree } from "./kept.ts";

/**
 * The id that Git gives a tree in which files that it has already have other contents; null when not all of the trees on the
 * way to the files are remembered.
 */
export function expectedTree(
  trees: Pick<Shelf<Tree>, "get">,
  tree: string,
  files: FileContent[],
): string | null {
  const known = trees.get(tree);
  if (!known || known.truncated) return null;
  const ids = new Map<string, string>();
  for (const [name, inside] of byFirstSegment(files)) {
    const sha = expectedEntry(trees, known, { name, inside });
    if (sha === null) return null;
    ids.set(name, sha);
  }
  // The order of the entries stays as Git has it, as only ids change.
  const entries = known.entries.map((entry) => ({ ...entry, sha: ids.get(entry.path) ?? entry.sha }));
  return objectId("tree", Buffer.concat(entries.map(encoded)));
}

interface FileContent {
  path: string;
  content: Uint8Array;
}

function expectedEntry(
  trees: Pick<Shelf<Tree>, "get">,
  { entries }: Tree,
  { name, inside }: { name: string; inside: FileContent[] },
): string | null {
  const old = entries.find(({ path }) => path === name);
  if (!old) return null;
  const file = inside.find(({ path }) => path === "");
  return file ? objectId("blob", file.content) : expectedTree(trees, old.sha, inside);
}

/** The files by the entry they are in, each with the rest of its path. */
function byFirstSegment(files: FileContent[]): Map<string, FileContent[]> {
  const entries = new Map<string, FileContent[]>();
  for (const { path, content } of files) {
    const [name = "", ...rest] = path.split("/");
    entries.set(name, [...(entries.get(name) ?? []), { path: rest.join("/"), content }]);
  }
  return entries;
}

const encoded = ({ path, mode, sha }: Tree["entries"][number]): Buffer =>
  Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`), Buffer.from(sha, "hex")]);

function objectId(type: "blob" | "tree", content: Uint8Array): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}
