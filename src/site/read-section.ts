import type { Item } from "./catalogue.ts";
import { locate } from "./locate.ts";
import type { Refusal } from "./refusal.ts";
import type { PropertyDefinition, SectionDefinition } from "./site-definition.ts";
import { parseFile } from "./parse-file.ts";
import type { SourceFile } from "./source-file.ts";

/** A property and what stands there now: a value, null where nothing does, or the items of a list. */
export interface Reading {
  property: PropertyDefinition;
  now: { ok: true; value: string | null | Item[] } | Refusal;
}

/** What every property of a section is now, or why it cannot be changed. */
export async function readSection(section: SectionDefinition, content: Uint8Array): Promise<Reading[]> {
  const file = await parseFile(section.file, content);
  return section.properties.map((property) => ({
    property,
    now: file.ok ? read(file.file, property) : file,
  }));
}

function read(file: SourceFile, property: PropertyDefinition): Reading["now"] {
  const located = locate(file, property);
  return located.ok ? { ok: true, value: located.slot.current } : located;
}
