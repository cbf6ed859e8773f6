import { parseSource } from "./parse-source.ts";
import type { Parsed } from "./source-file.ts";
import { decodeSource } from "./source-text.ts";

/** Parses the bytes of a file by its name; refused where they are no text, or none of that format. */
export async function parseFile(path: string, content: Uint8Array): Promise<Parsed> {
  const decoded = decodeSource(path, content);
  return decoded.ok ? parseSource(path, decoded.source.text) : decoded;
}
