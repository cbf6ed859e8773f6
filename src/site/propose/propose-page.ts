import { descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { blocksOf, type Block } from "./blocks-of.ts";
import { attributeProperty, textProperty, valueOf } from "./describe-element.ts";
import {
  idOf,
  joinedId,
  nameOfFile,
  withNames,
  type WrittenProperty,
  type WrittenSection,
} from "./proposal.ts";
import { proposeBlock, withOwnIds } from "./propose-block.ts";
import { proposeProps } from "./propose-props.ts";

/** The home page, and what pages are made of: one section for each of their parts. */
export function proposeParts(path: string, page: Page, isHome: boolean): WrittenSection[] {
  const file = idOf(nameOfFile(path));
  const fallback = file === "" ? "main" : file;
  const blocks = blocksOf(page, fallback);
  const described = blocks.map((block) => ({ block, properties: proposeBlock(page, block) }));
  const shown = described.filter(({ properties }) => properties.length > 0);
  const sections = shown.map(({ block, properties }) => {
    // A page that is not divided, and a component, are called by their file.
    const isFile = shown.length === 1 && (!isHome || block.id === "main");
    const id = isFile ? fallback : block.id;
    const names =
      isFile && block.id !== "main" && block.id !== "part" ? [block.id, ...block.names] : block.names;
    return section(path, id, { names: isHome && isHero(block) ? ["hero", ...names] : names, properties });
  });
  const head = headOf(page);
  return [
    ...(head.length === 0 ? [] : [section(path, "page", { names: [], properties: head })]),
    ...sections,
    ...proposeProps(page).map(({ id, properties }) => section(path, id, { names: [], properties })),
  ];
}

/** The first of a page that has its main heading is what people call the hero. */
function isHero({ id, names, elements }: Block): boolean {
  return id !== "hero" && !names.includes("hero") && elements.some(({ name }) => name === "h1");
}

/** Another page, as one section under its own name: its parts are called like those of all pages. */
export function proposeWhole(page: Page): WrittenProperty[] {
  const blocks = blocksOf(page, "main");
  const own = blocks.find(({ elements }) => elements.some(({ name }) => name === "h1")) ?? blocks[0];
  const head = headOf(page).map((each) =>
    each.id === "title" ? { ...each, id: "page-title", names: ["browser title"] } : each,
  );
  const parts = [own, ...blocks.filter((each) => each !== own)].flatMap((block) =>
    block === undefined
      ? []
      : proposeBlock(page, block).map((each) => (block === own ? each : inPart(block, each))),
  );
  const props = proposeProps(page).flatMap(({ id, properties }) =>
    properties.map((each) => ({ ...each, id: joinedId([id, each.id]) })),
  );
  return withOwnIds([...head, ...parts, ...props]);
}

function inPart({ id }: Block, property: WrittenProperty): WrittenProperty {
  const own = joinedId([id, property.id]);
  return withNames(
    { ...property, id: own },
    (property.names ?? []).filter((name) => name !== own),
  );
}

/** What a page is called in a browser's tab and in a list of search results. */
function headOf(page: Page): WrittenProperty[] {
  const all = descendants(page.root);
  const title = all.find((each) => each.name === "title" && !isInDrawing(each));
  const description = all.find(isDescription);
  return [
    ...(title === undefined ? [] : textProperty(page, title, { id: "title" })),
    ...(description === undefined
      ? []
      : attributeProperty(page, description, { id: "description", attribute: "content" })),
  ];
}

function isInDrawing({ parent }: MarkupElement): boolean {
  return parent !== null && (parent.name === "svg" || isInDrawing(parent));
}

function isDescription(element: MarkupElement): boolean {
  return element.name === "meta" && valueOf(element, "name")?.toLowerCase() === "description";
}

/** A section without names that it does not need. */
export function section(
  file: string,
  id: string,
  { names, properties }: { names: string[]; properties: WrittenProperty[] },
): WrittenSection {
  const others = names.filter((name) => name !== id);
  return others.length === 0 ? { id, file, properties } : { id, names: others, file, properties };
}
