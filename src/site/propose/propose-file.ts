import { childElements } from "#src/site/markup/element.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import type { ContentModel } from "./content-models.ts";
import { withModel } from "./content-models.ts";
import {
  idOf,
  joinedId,
  nameOfFile,
  withNames,
  type WrittenProperty,
  type WrittenSection,
} from "./proposal.ts";
import { withOwnIds } from "./propose-block.ts";
import { proposeData, type DataGroup } from "./propose-data.ts";
import { proposeMarkdown } from "./propose-markdown.ts";
import { proposeParts, proposeWhole, section } from "./propose-page.ts";
import { proposeRules } from "./propose-rules.ts";
import { proposeTheme } from "./propose-theme.ts";
import { isDataByPlace } from "./reach/served-by-place.ts";
import type { ReachedFile } from "./reach/reach-files.ts";

/** A file that a page of the site is made of, with what it holds. */
export type ParsedFile = ReachedFile & { source: SourceFile };

export interface SiteContext {
  models: ContentModel[];
  /** All pages and style sheets of the site. */
  texts: string[];
}

/** The sections that a file may have; whether each of their properties works is for others to see. */
export function proposeFile(file: ParsedFile, { models, texts }: SiteContext): WrittenSection[] {
  const { path, source } = file;
  if (source.styles !== undefined)
    return asTheme(path, [...proposeTheme(source.styles, texts), ...proposeRules(source.styles)]);
  const sections = /\.(?:mdx?|markdown)$/i.test(path) ? proposeWords(file) : proposeContent(file);
  return withModel(path, sections, models);
}

function asTheme(path: string, properties: WrittenProperty[]): WrittenSection[] {
  return properties.length === 0 ? [] : [section(path, "theme", { names: ["colors"], properties })];
}

/** A page of Markdown: the data at its top, its first heading and its first words. */
function proposeWords({ path, place, text, source }: ParsedFile): WrittenSection[] {
  const front = source.data === undefined ? [] : proposeData(source.data().root, false);
  const properties = [...front.flatMap(flattened), ...proposeMarkdown()];
  // Docusaurus: the page that is served at the root.
  const isRoot = /^slug:\s*["']?\/["']?\s*$/m.test(text.slice(0, 2_000));
  return [asPage(path, place === "home" || isRoot, properties)];
}

/** Data, and markup with the data around it. */
function proposeContent(file: ParsedFile): WrittenSection[] {
  const { path, place, source } = file;
  const page = source.page?.();
  const groups = source.data === undefined ? [] : proposeData(source.data().root, isDataByPlace(path));
  if (page === undefined || childElements(page.root).length === 0) return proposeGroups(file, groups);
  const isWhole = place === "page" || place === "content";
  const isPage = isWhole && !/layout|_app|(?:^|\/)(?:main|app)\.[jt]sx?$/i.test(path);
  if (isPage) {
    const front = groups.flatMap(flattened);
    const isTitled = front.some(({ id }) => id === "title");
    const words = proposeWhole(page).map((each) =>
      isTitled && each.id === "title" ? { ...each, id: "heading" } : each,
    );
    return [asPage(path, false, withOwnIds([...front, ...words]))];
  }
  const parts = proposeParts(path, page, place === "home");
  return merged([...groups.flatMap((group) => ofGroup(file, group)), ...parts]);
}

/** Settings of the site by what they are about; other data under the name of its file. */
function proposeGroups(file: ParsedFile, groups: DataGroup[]): WrittenSection[] {
  const count = groups.reduce((sum, { properties }) => sum + properties.length, 0);
  if (file.place === "settings" || file.place === "home" || count > 25)
    return groups.flatMap((group) => ofGroup(file, group));
  const id = idOf(nameOfFile(file.path));
  const properties = groups.flatMap(flattened);
  return id === "" || properties.length === 0
    ? []
    : [
        section(file.path, id, {
          names: /^(?:client|company|contact)$/.test(id) ? ["contact"] : [],
          properties,
        }),
      ];
}

/** Data that is called like a part of the same file is of that part: the links that its markup shows. */
function merged(sections: WrittenSection[]): WrittenSection[] {
  const ids = [...new Set(sections.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [first, second] = sections.filter((each) => each.id === id);
    if (first === undefined) return [];
    if (second === undefined) return [first];
    const isMade = first.properties.some(({ kind }) => kind === "list");
    const own = isMade ? second.properties.filter(({ kind }) => kind !== "list") : second.properties;
    const names = [...new Set([...(first.names ?? []), ...(second.names ?? [])])];
    return [withNames({ ...first, properties: withOwnIds([...first.properties, ...own]) }, names)];
  });
}

function ofGroup({ path, place, source }: ParsedFile, { name, properties }: DataGroup): WrittenSection[] {
  const isMarkup = source.page !== undefined && childElements(source.page().root).length > 0;
  const isPage = isMarkup || place === "home";
  const top = place === "settings" ? "site" : isPage ? "page" : idOf(nameOfFile(path));
  const id = name === null ? top : idOf(name);
  const names = id === "page" && place === "home" ? ["home page"] : [];
  return id === "" || properties.length === 0 ? [] : [section(path, id, { names, properties })];
}

/** Beside the texts of other groups none of them is the text of the page. */
function flattened({ name, properties }: DataGroup): WrittenProperty[] {
  if (name === null) return properties;
  return properties.map((each) =>
    withNames(
      { ...each, id: joinedId([name, each.id]) },
      (each.names ?? []).filter((own) => own !== "text"),
    ),
  );
}

function asPage(path: string, isHome: boolean, properties: WrittenProperty[]): WrittenSection {
  const id = isHome ? "home" : idOf(nameOfFile(path).replace(/^404$/, "not found")) || "page";
  const called = id.replaceAll("-", " ");
  return section(path, id, { names: called.endsWith("page") ? [] : [`${called} page`], properties });
}
