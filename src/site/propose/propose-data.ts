import type { DataNode } from "#src/site/data/data-node.ts";
import { idOf, nameOfFile, type WrittenProperty, type WrittenSection } from "./proposal.ts";

const MOST = 25;
/** Data is also configuration: only folders that are named for words and content are looked at. */
const CONTENT = /(?:^|\/)(?:content|locales?|i18n|translations?|messages|data)\//i;

/** The texts of a file of data that is content. */
export function proposeData(path: string, root: DataNode): WrittenSection[] {
  if (!CONTENT.test(path)) return [];
  const properties = textsIn(root, []).slice(0, MOST);
  const id = idOf(nameOfFile(path));
  return properties.length === 0 || id === "" ? [] : [{ id, file: path, properties }];
}

function textsIn(node: DataNode, path: string[]): WrittenProperty[] {
  if (node.kind === "scalar") return node.form === undefined && node.value !== null ? textAt(path) : [];
  if (node.kind === "list")
    return node.items.flatMap((item, index) => textsIn(item, [...path, String(index)]));
  if (node.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => (key === null ? [] : textsIn(value, [...path, key])));
}

function textAt(path: string[]): WrittenProperty[] {
  const id = idOf(path.join("-"));
  const pointer = path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return id === "" || pointer === "" ? [] : [{ id, kind: "value", pointer }];
}
