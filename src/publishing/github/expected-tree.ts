import { createHash } from "node:crypto";
import type { Shelf } from "#src/publishing/memory.ts";
import type { Tree } from "./kept.ts";

/**
 * The id that Git gives a tree in which one file that it has already has another content; null when not all of the trees
 * on the way to the file are remembered.
 */
export function expectedTree(
  trees: Pick<Shelf<Tree>, "get">,
  tree: string,
  file: { path: string; content: Uint8Array },
): string | null {
  const [name = "", ...rest] = file.path.split("/");
  const known = trees.get(tree);
  const old = known?.entries.find(({ path }) => path === name);
  if (!known || known.truncated || !old) return null;
  const below = { path: rest.join("/"), content: file.content };
  const sha = rest.length === 0 ? objectId("blob", file.content) : expectedTree(trees, old.sha, below);
  if (sha === null) return null;
  // The order of the entries stays as Git has it, as only an id changes.
  const entries = known.entries.map((entry) => (entry === old ? { ...entry, sha } : entry));
  return objectId("tree", Buffer.concat(entries.map(encoded)));
}

const encoded = ({ path, mode, sha }: Tree["entries"][number]): Buffer =>
  Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`), Buffer.from(sha, "hex")]);

function objectId(type: "blob" | "tree", content: Uint8Array): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}
