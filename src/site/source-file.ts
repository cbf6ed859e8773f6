import type { Root } from "postcss";
import type { DataTree } from "./data/data-node.ts";
import type { Page } from "./markup/page.ts";
import type { Refusal } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import type { Located } from "./slot.ts";
import type { Splice } from "./splice.ts";

/** A parsed file: what it holds, and where in it a property is. A file may hold several things at once. */
export interface SourceFile {
  /** null for a kind of property that this format does not have. */
  locate(property: PropertyDefinition): Located | null;
  /**
   * The file as it is after these splices, where reading the part around them shows as much as reading all of it; null
   * where it does not.
   */
  again?: (splices: Splice[]) => SourceFile | null;
  /** Where it is in the repository: its folder may say what its texts are for. */
  path?: string;
  styles?: Root;
  /** Its markup and its data, each read when it is asked for. */
  page?: () => Page;
  data?: () => DataTree;
}

/** Parses the text of one format. Rejects with a SyntaxError that names the line when the text is not in that format. */
export type ReadSource = (text: string, path: string) => Promise<SourceFile>;

export type Parsed = { ok: true; file: SourceFile } | Refusal;
