import type { DataEntry, DataNode, DataTree } from "#src/site/data/data-node.ts";
import { parseScript, type Script } from "#src/site/jsx/parse-script.ts";
import { readLiterals } from "#src/site/literals/read-literals.ts";
import type { Range } from "#src/site/markup/element.ts";

/** A script in a component, from behind its opening tag to before its closing one. */
export interface ScriptBlock extends Range {
  script: Script;
}

/** What the scripts of a component say as it is. Only who asks for it needs them to be readable. */
export function scriptData(text: string, blocks: ScriptBlock[]): DataTree {
  const entries = blocks.flatMap((block) => entriesOf(text, block));
  return { text, root: { kind: "map", start: 0, end: text.length, entries } };
}

function entriesOf(text: string, { start, end, script }: ScriptBlock): DataEntry[] {
  const alone = blanked(text, [
    { start: 0, end: start },
    { start: end, end: text.length },
  ]);
  const value = readScript(alone, script, { start, end });
  return value.kind === "map" ? value.entries : [{ key: null, value }];
}

function readScript(text: string, script: Script, range: Range): DataNode {
  try {
    return readLiterals(parseScript(text, script), text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ...range, kind: "code", words: `a script that cannot be read: ${error.message}` };
  }
}

/** The language that a tag names: `<script lang="ts">`. */
export function scriptOf(lang: string | undefined): Script {
  return lang === "ts" || lang === "tsx" ? lang : "jsx";
}

/** The text with spaces in the place of some of its parts, so that all positions and lines stay. */
export function blanked(text: string, ranges: Range[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, " ");
    at = end;
  }
  return result + text.slice(at);
}

/** Line breaks as a browser hands them on, whatever they are in the file. */
export function withPlainBreaks(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
