import type { Node } from "jsonc-parser";
import { idOf, nameOfFile, type WrittenProperty, type WrittenSection } from "./proposal.ts";

const MOST = 25;
/** JSON is also configuration: only folders that are named for words and content are looked at. */
const CONTENT = /(?:^|\/)(?:content|locales?|i18n|translations?|messages|data)\//i;

/** The texts of a JSON file that is content. */
export function proposeData(path: string, root: Node): WrittenSection[] {
  if (!CONTENT.test(path)) return [];
  const properties = textsIn(root, []).slice(0, MOST);
  const id = idOf(nameOfFile(path));
  return properties.length === 0 || id === "" ? [] : [{ id, file: path, properties }];
}

function textsIn(node: Node, path: string[]): WrittenProperty[] {
  if (node.type === "string") return textAt(path);
  const children = node.children ?? [];
  if (node.type === "array")
    return children.flatMap((child, index) => textsIn(child, [...path, String(index)]));
  return children.flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : textsIn(value, [...path, String(key.value)]),
  );
}

function textAt(path: string[]): WrittenProperty[] {
  const id = idOf(path.join("-"));
  const pointer = path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return id === "" || pointer === "" ? [] : [{ id, kind: "value", pointer }];
}
