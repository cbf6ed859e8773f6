import type { Sentence } from "#src/words/sentence.ts";
import type { Separation } from "#src/site/lists/written-list.ts";
import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";

/**
 * One shape for data in every language: JSON, YAML, TOML and literals in scripts. A pointer finds a node by names and
 * places. All positions are UTF-16 indices into the file's text, and every language knows how its own values are written.
 */
export type DataNode = Range & (DataMap | DataList | DataScalar | DataCall | DataCode);

/** Named values, in the order of the file. */
export interface DataMap {
  kind: "map";
  entries: DataEntry[];
}

/** `key: null` stands for what only the code knows: a spread, a computed name. */
export interface DataEntry {
  key: string | null;
  value: DataNode;
}

export interface DataList {
  kind: "list";
  items: DataNode[];
  /** How its items are written where commas in brackets do not set them apart; null where that cannot be told. */
  written?: { separation: Exclude<Separation, "commas" | "layout">; bodies: () => Range[] | null };
}

/** One value: a text, or a number, a date, true or false that stays one. */
export interface DataScalar {
  kind: "scalar";
  /** null where the language says that there is nothing (`null`, `~`, a name without a value). */
  value: string | null;
  /** What another value must look like, so that the type stays; absent for a text. */
  form?: ValueForm;
  /** How another value is written here, in the quotes of this place; null when it cannot stand here. */
  put: (value: string) => Splice | null;
}

export interface ValueForm {
  pattern: RegExp;
  /** What people may write, to be read after “can only be”. */
  words: Sentence;
}

/** A call with one argument (`t("Home")`), which counts as its argument where ux-agent.json names the function. */
export interface DataCall {
  kind: "call";
  name: string;
  argument: DataNode;
}

/** What the file does not say as it is. */
export interface DataCode {
  kind: "code";
  /** What stands there instead, to be read after “is”. */
  words: string;
  /** What ux-agent.json could name instead, where there is such a place. */
  advice?: string;
  /** The texts in it that are written as they are, in their order. */
  runs?: DataScalar[];
}

/** A file of data, or the part of a file that is data. */
export interface DataTree {
  text: string;
  root: DataNode;
}
