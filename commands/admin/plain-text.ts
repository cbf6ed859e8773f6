/** Text of others for a terminal: on one line, and nothing in it that a terminal would obey. */
export const printable = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "�")
    .trim();

/** Rows under each other, every column but the last as wide as its widest cell. */
export function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row.map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0))).join("  "),
    )
    .map((line) => line.trimEnd())
    .join("\n");
}

/** ISO 8601 for reading, to the second: `2026-11-22 08:00:00Z`. */
export const moment = (iso: string): string => iso.replace("T", " ").replace(/\.\d+Z$/, "Z");

/** `59 min`, `40 s`. */
export const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
