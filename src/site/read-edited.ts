import { parseSource } from "./parse-source.ts";
import type { Parsed, SourceFile } from "./source-file.ts";
import { isMinified } from "./source-text.ts";
import type { Splice } from "./splice.ts";

interface Edited {
  path: string;
  /** The text with all splices made. */
  edited: string;
  splices: Splice[];
}

/** The file after an edit: only the part around the edit is read again where that is enough to be sure of the rest. */
export async function readEdited(file: SourceFile, { path, edited, splices }: Edited): Promise<Parsed> {
  if (isMinified(edited)) return parseSource(path, edited);
  const again = splices.length === 0 ? file : file.again?.(splices);
  return again ? { ok: true, file: again } : parseSource(path, edited);
}
