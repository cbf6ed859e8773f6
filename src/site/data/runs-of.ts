import type { DataNode, DataScalar } from "./data-node.ts";
import { holdsTag, textsOfHtml } from "./texts-of-html.ts";

/**
 * The texts in a value that are written as they are, apart from the code or the tags between them: `Made by` and `Acme`
 * in `Made by <a href="/">Acme</a>`. A plain value has none.
 */
export function runsOf(node: DataNode): DataScalar[] {
  const parts = partsOf(node);
  // A tag may begin in one text and end behind the code after it.
  const isHtml = holdsTag(parts.map(({ value }) => value).join(" "));
  if (isHtml) return parts.flatMap(textsOfHtml);
  return node.kind === "code" ? parts : [];
}

function partsOf(node: DataNode): DataScalar[] {
  if (node.kind === "code") return node.runs ?? [];
  return node.kind === "scalar" && node.form === undefined ? [node] : [];
}
