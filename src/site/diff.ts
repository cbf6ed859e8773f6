import { createHash } from "node:crypto";
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";

type Content = Uint8Array | string;

const CONTEXT_LINES = 3;

/**
 * The unified diff of one file as `git diff` shows it, from `--- a/<path>` on; empty when nothing changed. Lines keep
 * the endings they have in the file, so that the diff can be applied to it.
 */
export function unifiedDiff(path: string, before: Content, after: Content): string {
  const patch = structuredPatch(
    `a/${path}`,
    `b/${path}`,
    textOf(before),
    textOf(after),
    undefined,
    undefined,
    {
      context: CONTEXT_LINES,
    },
  );
  return patch.hunks.length === 0 ? "" : formatPatch(patch, FILE_HEADERS_ONLY);
}

/** The lines removed (`-`) and added (`+`) from one content to the other, in order and without line endings. */
export function changedLines(before: Content, after: Content): string[] {
  const patch = structuredPatch("", "", textOf(before), textOf(after), undefined, undefined, { context: 0 });
  return patch.hunks.flatMap(({ lines }) => lines.filter(isChange).map((line) => line.replace(/\r$/, "")));
}

/**
 * SHA-256, in hex, of the changed lines. Equal for two versions of a file when the same lines are removed and added,
 * wherever in the file they are: then what is published is what was shown.
 */
export function changeDigest(before: Content, after: Content): string {
  return createHash("sha256")
    .update(JSON.stringify(changedLines(before, after)))
    .digest("hex");
}

function isChange(line: string): boolean {
  return line.startsWith("+") || line.startsWith("-");
}

function textOf(content: Content): string {
  return typeof content === "string"
    ? content
    : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}
