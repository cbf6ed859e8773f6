import type { DataScalar } from "#src/site/data/data-node.ts";
import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";
import { newlineOf } from "#src/site/source-text.ts";
import { quoted, usualQuote } from "./quoted.ts";

/** The lines of a block (`|`, `>`), apart from its first line, which says how they are read, and the empty ones behind. */
interface Lines extends Range {
  indent: string;
  width: number;
  text: string;
}

/** A text over several lines. The line breaks at its end are layout: the block's first line says how many there are. */
export function blockScalar(value: string, { start, end }: Range, text: string): DataScalar {
  const lines = linesOf(text, { start, end });
  const isFolded = text.charAt(start) === ">";
  const current = value.replace(/\n+$/, "");
  if (lines === null) {
    const header = /^[|>][-+\d]*/.exec(text.slice(start, end))?.[0].length ?? 1;
    const put = (next: string): Splice => ({
      start,
      end: start + header,
      text: quoted(next, usualQuote(text)),
    });
    return { kind: "scalar", value: current, put };
  }
  return { kind: "scalar", value: current, put: (next) => putLines(next, lines, isFolded) };
}

/** null for a block without a line. */
function linesOf(text: string, { start, end }: Range): Lines | null {
  const written = text.slice(start, end);
  const body = written.indexOf("\n") + 1;
  const content = written.slice(body).trimEnd();
  if (body === 0 || content === "") return null;
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(written.slice(body))?.[1] ?? "";
  const width = Math.max(...content.split("\n").map((line) => line.trimEnd().length));
  const isOneLine = !content.trim().includes("\n");
  return {
    start: start + body,
    end: start + body + content.length,
    indent,
    width: isOneLine ? Infinity : width,
    text,
  };
}

/** null for what has no place in a block: spaces at its ends, and what is not printable. */
function putLines(value: string, lines: Lines, isFolded: boolean): Splice | null {
  const { start, end, indent, width, text } = lines;
  if (
    value.trim() !== value ||
    value === "" ||
    /[^\P{Cc}\n]|[\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(value)
  )
    return null;
  if (/^\s|\n[ \n]/m.test(value) && isFolded) return null;
  const newline = newlineOf(text);
  const written = isFolded
    ? value
        .split("\n")
        .map((line) => folded(line, width - indent.length).join(`\n`))
        .join("\n\n")
    : value;
  const indented = written.split("\n").map((line) => (line === "" ? "" : indent + line));
  return { start, end, text: indented.join(newline) };
}

/** The words of a line in lines of at most this width; only single spaces may become line breaks. */
function folded(line: string, width: number): string[] {
  if (line.length <= width || / {2}/.test(line)) return [line];
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
