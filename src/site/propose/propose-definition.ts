import { readSection } from "#src/site/read-section.ts";
import { problemWithPath } from "#src/site/repository-path.ts";
import type { SectionDefinition } from "#src/site/site-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { parseSource } from "#src/site/parse-source.ts";
import { decodeSource } from "#src/site/source-text.ts";
import type { WrittenProperty, WrittenSection } from "./proposal.ts";
import { proposeData } from "./propose-data.ts";
import { proposePage } from "./propose-page.ts";
import { proposeTheme } from "./propose-theme.ts";

export interface SiteSource {
  path: string;
  content: Uint8Array;
}

/** A first `ux-agent.json` for a site, made of what its files hold; every property in it can be read and changed. */
export async function proposeDefinition(sources: SiteSource[]): Promise<{ sections: WrittenSection[] }> {
  const sections: WrittenSection[] = [];
  for (const source of sources) sections.push(...(await checked(source, await proposeFor(source))));
  return { sections: withOwnIds(sections) };
}

async function proposeFor({ path, content }: SiteSource): Promise<WrittenSection[]> {
  const decoded = problemWithPath(path) === null ? decodeSource(path, content) : null;
  const parsed = decoded?.ok ? await parseSource(path, decoded.source.text) : null;
  if (!parsed?.ok) return [];
  const { styles, data, page } = parsed.file;
  return [
    ...(styles === undefined ? [] : proposeTheme(path, styles)),
    ...(data === undefined ? [] : proposeData(path, data().root)),
    ...(page === undefined ? [] : proposePage(path, page())),
  ];
}

/** What would not work is left out: a proposal is read and tried like a definition that a person wrote. */
async function checked({ content }: SiteSource, sections: WrittenSection[]): Promise<WrittenSection[]> {
  const kept: WrittenSection[] = [];
  for (const section of sections) {
    const properties: WrittenProperty[] = [];
    for (const property of section.properties) {
      const isNew = properties.every(({ id }) => id !== property.id);
      if (isNew && (await works({ ...section, properties: [property] }, content))) properties.push(property);
    }
    if (properties.some(({ id }) => id !== "color")) kept.push({ ...section, properties });
  }
  return kept;
}

async function works(section: WrittenSection, content: Uint8Array): Promise<boolean> {
  const outcome = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections: [section] })));
  const sections: SectionDefinition[] = outcome.ok ? outcome.definition.sections : [];
  const readings = await Promise.all(sections.map((each) => readSection(each, content)));
  return readings.length > 0 && readings.flat().every(({ now }) => now.ok);
}

/** Two files may propose the same section; the later one is numbered. */
function withOwnIds(sections: WrittenSection[]): WrittenSection[] {
  const taken = new Set<string>();
  return sections.map((section) => {
    let { id } = section;
    for (let count = 2; taken.has(id); count += 1) id = `${section.id.slice(0, 28)}-${count}`;
    taken.add(id);
    return { ...section, id };
  });
}
