import { readSection } from "#src/site/read-section.ts";
import { problemWithPath } from "#src/site/repository-path.ts";
import { readSiteDefinition, type SectionDefinition } from "#src/site/site-definition.ts";
import { parseSource } from "#src/site/source-file.ts";
import { decodeSource } from "#src/site/source-text.ts";
import type { WrittenSection } from "./proposal.ts";
import { proposeData } from "./propose-data.ts";
import { proposePage } from "./propose-page.ts";
import { proposeTheme } from "./propose-theme.ts";

export interface SiteSource {
  path: string;
  content: Uint8Array;
}

/** A first `ux-agent.json` for a site, made of what its files hold; every property in it can be read and changed. */
export function proposeDefinition(sources: SiteSource[]): { sections: WrittenSection[] } {
  const sections = sources.flatMap((source) => checked(source, proposeFor(source)));
  return { sections: withOwnIds(sections) };
}

function proposeFor({ path, content }: SiteSource): WrittenSection[] {
  const decoded = problemWithPath(path) === null ? decodeSource(path, content) : null;
  const parsed = decoded?.ok ? parseSource(path, decoded.source.text) : null;
  if (!parsed?.ok) return [];
  if (parsed.file.holds === "styles") return proposeTheme(path, parsed.file.root);
  return parsed.file.holds === "data"
    ? proposeData(path, parsed.file.json.root)
    : proposePage(path, parsed.file.page);
}

/** What would not work is left out: a proposal is read and tried like a definition that a person wrote. */
function checked({ content }: SiteSource, sections: WrittenSection[]): WrittenSection[] {
  return sections.flatMap((section) => {
    const unique = section.properties.filter(
      ({ id }, index, all) => all.findIndex((each) => each.id === id) === index,
    );
    const properties = unique.filter((property) => works({ ...section, properties: [property] }, content));
    return properties.some(({ id }) => id !== "color") ? [{ ...section, properties }] : [];
  });
}

function works(section: WrittenSection, content: Uint8Array): boolean {
  const outcome = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections: [section] })));
  const sections: SectionDefinition[] = outcome.ok ? outcome.definition.sections : [];
  return (
    sections.length > 0 && sections.every((each) => readSection(each, content).every(({ now }) => now.ok))
  );
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
