import { locate } from "#src/site/locate.ts";
import { selectElement } from "#src/site/markup/select.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { parseSource } from "#src/site/parse-source.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { decodeSource, encodeSource } from "#src/site/source-text.ts";
import { applySplices } from "#src/site/splice.ts";
import type { SiteSource } from "./propose-definition.ts";
import type { WrittenProperty, WrittenSection } from "./proposal.ts";
import { writtenDefinition } from "./written-definition.ts";

/** A file with marks in it, before and after. */
export interface MarkedFile {
  path: string;
  before: Uint8Array;
  after: Uint8Array;
}

export interface Marked {
  /** The sections of the proposal, whose selectors are marks now where they were places. */
  sections: WrittenSection[];
  files: MarkedFile[];
}

/**
 * Marks the elements that a proposal finds only by their place in the page (`main > p:nth-of-type(2)`) with `data-ux`, so
 * that the next change of the page does not lose them. Every property of a marked file is read again and says what it said;
 * a file where one does not stays as it is.
 */
export async function markElements(sections: WrittenSection[], sources: SiteSource[]): Promise<Marked> {
  const marked: Marked = { sections, files: [] };
  for (const { path, content } of sources) {
    const own = marked.sections.filter(({ file }) => file === path);
    const decoded = decodeSource(path, content);
    if (!own.some(({ properties }) => properties.some(isPlace)) || !decoded.ok) continue;
    const file = await markFile({ path, text: decoded.source.text, sections: own });
    if (file === null) continue;
    const after = encodeSource({ ...decoded.source, text: file.after });
    marked.files.push({ path, before: content, after });
    marked.sections = marked.sections.map((each) => file.sections.get(each) ?? each);
  }
  return marked;
}

/** A selector that counts elements, or goes from parent to child. */
const PLACE = /:nth-|>/;

function isPlace({ selector }: WrittenProperty): boolean {
  return typeof selector === "string" && PLACE.test(selector);
}

interface Markable {
  path: string;
  text: string;
  sections: WrittenSection[];
}

async function markFile({
  path,
  text,
  sections,
}: Markable): Promise<{ after: string; sections: Map<WrittenSection, WrittenSection> } | null> {
  const parsed = await parseSource(path, text);
  const page = parsed.ok ? parsed.file.page?.() : undefined;
  if (!parsed.ok || page === undefined) return null;
  const marks = new Map<MarkupElement, string>();
  const changed = new Map(sections.map((each) => [each, withMarks(page, each, marks)]));
  const splices = [...marks].map(([{ attributesEnd }, mark]) => ({
    start: attributesEnd,
    end: attributesEnd,
    text: ` data-ux="${mark}"`,
  }));
  const after = splices.length === 0 ? null : applySplices(text, splices);
  const again = after === null ? null : await parseSource(path, after);
  if (after === null || !again?.ok) return null;
  const isSame = sections.every((each) =>
    saysTheSame(
      { section: each, file: parsed.file },
      { section: changed.get(each) ?? each, file: again.file },
    ),
  );
  return isSame ? { after, sections: changed } : null;
}

/** One mark an element, even where it holds several properties. Components get none: they may not pass it on. */
function withMarks(page: Page, section: WrittenSection, marks: Map<MarkupElement, string>): WrittenSection {
  const properties = section.properties.map((property) => {
    const { selector } = property;
    if (typeof selector !== "string" || !isPlace(property)) return property;
    const found = selectElement(page.root, selector, { text: page.text, xml: page.dialect !== "html" });
    if (!found.ok || !/^[a-z]/.test(found.element.name)) return property;
    const mark = marks.get(found.element) ?? `${section.id}-${property.id}`;
    marks.set(found.element, mark);
    return { ...property, selector: `[data-ux=${mark}]` };
  });
  return { ...section, properties };
}

interface Read {
  section: WrittenSection;
  file: SourceFile;
}

function saysTheSame(before: Read, after: Read): boolean {
  return JSON.stringify(valuesOf(before)) === JSON.stringify(valuesOf(after));
}

function valuesOf({ section, file }: Read): unknown[] {
  const properties = writtenDefinition(section)?.properties ?? [];
  return properties.map((property) => {
    const located = locate(file, property);
    return located.ok ? located.slot.current : located.code;
  });
}
