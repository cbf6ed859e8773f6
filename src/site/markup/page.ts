import type { MarkupElement } from "./element.ts";
import type { Writing } from "./escape.ts";

/** A parsed JSX, TSX or HTML file: its text, and an element that stands for the file and holds all others. */
export interface Page extends Writing {
  text: string;
  root: MarkupElement;
}
