import type { Reference } from "./source.ts";
import type { Value } from "./value.ts";

/** What is to be set to what; `at` is the first token that is not read yet. */
export interface Setting {
  targets: Reference[];
  value: Value | null;
  at: number;
  /** Where a text without quotes ends, if not at the end. */
  textEnd?: number;
  /** The words in the place of a value that are none. */
  words?: string;
}
