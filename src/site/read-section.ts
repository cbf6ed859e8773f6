import type { Item } from "./catalogue.ts";
import { locate } from "./locate.ts";
import type { Refusal } from "./refusal.ts";
import type { PropertyDefinition, SectionDefinition } from "./site-definition.ts";
import { parseSource } from "./parse-source.ts";
import type { Parsed, SourceFile } from "./source-file.ts";
import { decodeSource } from "./source-text.ts";

/** A property and what stands there now: a value, null where nothing does, or the items of a list. */
export interface Reading {
  property: PropertyDefinition;
  now: { ok: true; value: string | null | Item[] } | Refusal;
}

/** What every property of a section is now, or why it cannot be changed. */
export async function readSection(section: SectionDefinition, content: Uint8Array): Promise<Reading[]> {
  const file = await readFile(section.file, content);
  return section.properties.map((property) => ({
    property,
    now: file.ok ? read(file.file, property) : file,
  }));
}

async function readFile(path: string, content: Uint8Array): Promise<Parsed> {
  const decoded = decodeSource(path, content);
  return decoded.ok ? parseSource(path, decoded.source.text) : decoded;
}

function read(file: SourceFile, property: PropertyDefinition): Reading["now"] {
  const located = locate(file, property);
  return located.ok ? { ok: true, value: located.slot.current } : located;
}
