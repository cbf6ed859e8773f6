import type { SourceFile } from "#src/site/source-file.ts";
import type { DataNode } from "./data-node.ts";
import { locateInData } from "./locate-in-data.ts";

/** A file that is data and nothing else. */
export function dataFile(text: string, root: DataNode): SourceFile {
  const tree = { text, root };
  return {
    data: () => tree,
    locate: (property) => locateInData(tree, property),
  };
}
