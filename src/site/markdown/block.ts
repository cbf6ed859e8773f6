import type { Range } from "#src/site/markup/element.ts";

/** One piece of a page of Markdown that has a text: positions are those of the file. */
export interface Block extends Range {
  kind: "heading" | "paragraph" | "item" | "cell";
  /** The level of a heading; 0 for everything else. */
  level: number;
  /** Which list or table of the page it is in, from 1, and which row and column of the table. */
  group: number;
  row: number;
  column: number;
  runs: Run[];
  /** Whether something stands beside or around its text: emphasis, a link, code, a picture. */
  isMixed: boolean;
}

/** Words without anything in between; the spaces around them are layout. */
export interface Run extends Range {
  value: string;
}
