import { readSection } from "./read-section.ts";
import type { SiteDefinition } from "./site-definition.ts";

/** A text, address or color that stands on the site now. */
export interface StandingValue {
  /** The section's id. */
  section: string;
  /** The property's id. */
  property: string;
  value: string;
}

/** So many files are read at once. */
const AT_ONCE = 8;

/**
 * Every single value of a site as it is now, in the order of its definition. What cannot be read is left out.
 * @param readFile the bytes of a file of the repository, null when it cannot be read; called once for each file
 */
export async function standingValues(
  { sections }: SiteDefinition,
  readFile: (path: string) => Promise<Uint8Array | null>,
): Promise<StandingValue[]> {
  const paths = [...new Set(sections.map(({ file }) => file))];
  const contents = new Map<string, Uint8Array | null>();
  const readNext = async (): Promise<void> => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift())
      contents.set(path, await readFile(path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  const values: StandingValue[] = [];
  for (const section of sections) {
    const content = contents.get(section.file);
    for (const { property, now } of content ? await readSection(section, content) : [])
      if (now.ok && typeof now.value === "string" && now.value.trim() !== "")
        values.push({ section: section.id, property: property.id, value: now.value });
  }
  return values;
}
