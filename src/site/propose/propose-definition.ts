import { locate } from "#src/site/locate.ts";
import { problemWithPath } from "#src/site/repository-path.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { proveSection } from "#src/site/prove-section.ts";
import type { SectionDefinition } from "#src/site/site-definition.ts";
import { parseSource } from "#src/site/parse-source.ts";
import { decodeSource } from "#src/site/source-text.ts";
import { modelsOf, type ContentModel } from "./content-models.ts";
import { fitLimits, withOwnNames } from "./fit-limits.ts";
import { nameMenus } from "./name-menus.ts";
import type { WrittenProperty, WrittenSection } from "./proposal.ts";
import { proposeFile } from "./propose-file.ts";
import { reachFiles, type ReachedFile } from "./reach/reach-files.ts";
import { leftOutOf, type LeftOut } from "./left-out.ts";
import { skipReason } from "./reach/skip-reason.ts";
import { writtenDefinition } from "./written-definition.ts";

export interface SiteSource {
  path: string;
  content: Uint8Array;
}

export interface Proposal {
  sections: WrittenSection[];
  /** What was not proposed, and why. */
  leftOut: LeftOut[];
}

/**
 * A first `ux-agent.json` for a site, made of what its pages are made of; every property in it can be read and changed.
 * `all` are its files as they are, vendor code and all.
 */
export async function proposeDefinition(all: SiteSource[]): Promise<Proposal> {
  const { sources, skipped } = sourcesOf(all);
  const texts = sources.flatMap(textOf);
  const { files, dead } = reachFiles(texts);
  const context = { models: await modelsOf(all), texts: files.map(({ text }) => text) };
  const found: WrittenSection[] = [];
  const unread: string[] = [];
  for (const file of files) {
    // What would not fit is not looked into, but for its place.
    if (found.length >= MOST_LOOKED_AT) unread.push(file.path);
    else found.push(...(await sectionsOf(file, context)));
  }
  const { kept, over, shortened } = fitLimits(withOwnNames(nameMenus(found)));
  const more = [...new Set([...over.map(({ file }) => file), ...unread])];
  return {
    sections: kept,
    leftOut: leftOutOf({ skipped, dead, more, shortened: shortened.map(({ file }) => file) }),
  };
}

/** More than a definition takes, so that what is left out is known. */
const MOST_LOOKED_AT = 110;

interface Context {
  models: ContentModel[];
  /** All pages and style sheets of the site. */
  texts: string[];
}

function sourcesOf(all: SiteSource[]): { sources: SiteSource[]; skipped: Map<string, string[]> } {
  const skipped = new Map<string, string[]>();
  const sources: SiteSource[] = [];
  const built: SiteSource[] = [];
  for (const source of all.filter(({ path }) => !/(?:^|\/)ux-agent\.json$/.test(path))) {
    const reason = skipReason(source.path);
    if (reason === null) sources.push(source);
    else if (reason === "made by a build" && !/\.min\.|\.map$/.test(source.path)) built.push(source);
    else skipped.set(reason, [...(skipped.get(reason) ?? []), source.path]);
  }
  // A repository may hold only the pages that were built, or those beside sources that cannot be edited.
  const hasPage = reachFiles(sources.flatMap(textOf)).files.some(({ place }) => place === "home");
  if (!hasPage) return { sources: [...sources, ...built], skipped };
  if (built.length > 0)
    skipped.set(
      "made by a build",
      built.map(({ path }) => path),
    );
  return { sources, skipped };
}

function textOf({ path, content }: SiteSource): { path: string; text: string }[] {
  const decoded = decodeSource(path, content);
  return decoded.ok ? [{ path, text: decoded.source.text }] : [];
}

async function sectionsOf(file: ReachedFile, { models, texts }: Context): Promise<WrittenSection[]> {
  const parsed = problemWithPath(file.path) === null ? await parseSource(file.path, file.text) : null;
  if (!parsed?.ok) return [];
  const kept: WrittenSection[] = [];
  for (const section of proposeFile({ ...file, source: parsed.file }, { models, texts })) {
    const properties = await working(section, parsed.file, file.text);
    if (properties.length > 0) kept.push({ ...section, properties });
  }
  return kept;
}

/** What would not work is left out: each property is read like one that a person wrote. */
async function working(section: WrittenSection, file: SourceFile, text: string): Promise<WrittenProperty[]> {
  const kept: WrittenProperty[] = [];
  for (const property of section.properties) {
    const { instead: _instead, ...written } = property;
    const isNew = kept.every((each) => each.id !== property.id && !isOfList(property, each));
    const definition = isNew ? writtenDefinition({ ...section, properties: [written] }) : null;
    if (definition !== null && (await works(definition, file, text))) kept.push(written);
  }
  return kept;
}

/** Whether a property is the words or the address of an item of a list of links. */
function isOfList({ id, instead, pointer }: WrittenProperty, list: WrittenProperty): boolean {
  if (list.kind !== "list") return false;
  if (instead !== undefined) return instead === list["selector"];
  if (typeof pointer !== "string" || typeof list["pointer"] !== "string" || !/-(?:link|target)$/.test(id))
    return false;
  const inner = pointer.startsWith(`${list["pointer"]}/`) ? pointer.slice(list["pointer"].length) : "";
  return /^\/\d+\/[^/]+$/.test(inner) && list.id.endsWith("links");
}

/** Whether a list can be added to shows when it is done. */
async function works(section: SectionDefinition, file: SourceFile, text: string): Promise<boolean> {
  if (!section.properties.every((property) => locate(file, property).ok)) return false;
  if (!section.properties.some(({ kind }) => kind === "list")) return true;
  const proofs = await proveSection(section, new TextEncoder().encode(text));
  return proofs.every(({ problem }) => problem === null);
}
