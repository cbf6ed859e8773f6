import type { Range } from "#src/site/markup/element.ts";

/** A file, where in it code of a template language is, and its text with that code out of the way. */
export interface Source {
  text: string;
  code: Range[];
  masked: string;
  /** What stands for code in tags. */
  filler: string;
}
