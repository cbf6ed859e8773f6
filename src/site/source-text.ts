import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "./refusal.ts";

/** No page of a site that people write is larger; what is read from a repository is at most as large. */
export const LARGEST_FILE = 1_000_000;
/** Longer lines than people write; half of all lines being so long means that a tool wrote the file. */
const LONGEST_TYPICAL_LINE = 500;
/** A shorter file is still easy to look through, and may be one component with one long text. */
const SHORT_FILE = 20_000;

/** A file's text, apart from its byte order mark; `encodeSource` gives back the same bytes. */
export interface SourceText {
  text: string;
  bom: boolean;
}

/** The bytes as text, or why this is not a text file to edit. Only valid UTF-8 survives the way there and back. */
export function decodeSource(path: string, content: Uint8Array): { ok: true; source: SourceText } | Refusal {
  if (content.byteLength > LARGEST_FILE) {
    return refuse("too-large", sentence("site.large", { file: path }));
  }
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    const bom = decoded.startsWith("\uFEFF");
    return { ok: true, source: { text: bom ? decoded.slice(1) : decoded, bom } };
  } catch {
    return refuse("not-utf8", sentence("site.not-text", { file: path }));
  }
}

export function encodeSource({ text, bom }: SourceText): Uint8Array {
  return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
}

/** Whether a file was made for machines; by the median, so that one long line (a picture, a path) does not count. */
export function isMinified(text: string): boolean {
  if (text.length < SHORT_FILE) return false;
  let [lines, long] = [0, 0];
  for (const line of text.split("\n")) {
    const { length } = line.trim();
    if (length > 0) lines += 1;
    if (length > LONGEST_TYPICAL_LINE) long += 1;
  }
  return long > 0 && lines - long <= Math.floor(lines / 2);
}

/** The line, from 1, that an index into the text is on. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** The line ending a text uses first; a text without one gets a plain newline. */
export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}
