import { lineOf } from "#src/site/source-text.ts";

/** How far a file of Astro has been read. */
export interface Cursor {
  text: string;
  at: number;
}

/** Reads what a pattern (sticky) matches here; null when it does not. */
export function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found === undefined) return null;
  cursor.at += found.length;
  return found;
}

/** Goes behind the next mark. */
export function takeThrough(cursor: Cursor, mark: string): void {
  const found = cursor.text.indexOf(mark, cursor.at);
  if (found < 0) throw unreadable(cursor, `“${mark}” is missing`);
  cursor.at = found + mark.length;
}

export function unreadable({ text }: Cursor, problem: string, at = text.length): SyntaxError {
  return new SyntaxError(`${problem} (line ${lineOf(text, at)})`);
}
