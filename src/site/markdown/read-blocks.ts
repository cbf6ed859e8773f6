import type { SyntaxNode } from "@lezer/common";
import type { Range } from "#src/site/markup/element.ts";
import type { Block } from "./block.ts";
import { PARSERS, type MarkdownDialect } from "./markdown-parser.ts";
import { readRuns } from "./read-runs.ts";

interface Page {
  text: string;
  dialect: MarkdownDialect;
  /** Lists and tables that were seen, to number them. */
  lists: number;
  tables: number;
  blocks: Block[];
}

/** The headings, paragraphs, items and cells of a page in the order of the file, quotes included. */
export function readBlocks(text: string, bodyStart: number, dialect: MarkdownDialect): Block[] {
  const body = text.slice(0, bodyStart).replaceAll(/[^\r\n]/g, " ") + text.slice(bodyStart);
  // The parser knows one kind of line ending.
  const page: Page = { text: body.replaceAll("\r\n", "\n"), dialect, lists: 0, tables: 0, blocks: [] };
  readChildren(PARSERS[dialect].parse(page.text).topNode, page);
  return page.text === body ? page.blocks : page.blocks.map(withReturns(body));
}

/** The blocks of a text with plain line endings, where they are in the text with Windows line endings. */
function withReturns(body: string): (block: Block) => Block {
  const plain = [...body.matchAll(/\r\n/g)].map(({ index }, count) => index - count);
  const moved = ({ start, end }: Range): Range => ({
    start: start + before(plain, start),
    end: end + before(plain, end),
  });
  return (block) => ({
    ...block,
    ...moved(block),
    runs: block.runs.map((run) => ({ ...run, ...moved(run) })),
  });
}

/** How many of the sorted places are before another one. */
function before(places: number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readChildren(node: SyntaxNode, page: Page): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) readNode(child, page);
}

function readNode(node: SyntaxNode, page: Page): void {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
  if (heading !== undefined) add(node, page, { kind: "heading", level: Number(heading) });
  else if (node.name === "Paragraph") readParagraph(node, page);
  else if (node.name === "Blockquote") readChildren(node, page);
  else if (/^(?:Bullet|Ordered)List$/.test(node.name)) readList(node, page);
  else if (node.name === "Table") readTable(node, page);
}

/** Lines that only load something, place a component or open a container (`:::tip`) are no paragraphs. */
function readParagraph(node: SyntaxNode, page: Page): void {
  const written = page.text.slice(node.from, node.to);
  if (written.startsWith(":::") || (page.dialect === "mdx" && /^(?:import|export)\s/.test(written))) return;
  if (page.dialect === "mdx" && !hasWords(node, page.text)) return;
  add(node, page, { kind: "paragraph" });
}

function hasWords(node: SyntaxNode, text: string): boolean {
  return readRuns(node, text).runs.length > 0 || node.getChildren("Image").length > 0;
}

function readList(node: SyntaxNode, page: Page): void {
  page.lists += 1;
  readItems(node, page, page.lists);
}

/** The items of a list that is in another one follow the item they are in. */
function readItems(node: SyntaxNode, page: Page, group: number): void {
  for (const item of node.getChildren("ListItem")) {
    const words = item.getChild("Paragraph") ?? item.getChild("Task");
    if (words !== null) add(words, page, { kind: "item", group });
    for (const name of ["BulletList", "OrderedList"])
      for (const inner of item.getChildren(name)) readItems(inner, page, group);
  }
}

function readTable(node: SyntaxNode, page: Page): void {
  page.tables += 1;
  const rows = [...node.getChildren("TableHeader"), ...node.getChildren("TableRow")];
  for (const [index, row] of rows.entries()) readRow(row, page, index + 1);
}

/** An empty cell has no node of its own: columns are counted by what stands between them. */
function readRow(row: SyntaxNode, page: Page, number: number): void {
  let column = row.firstChild?.name === "TableDelimiter" ? 0 : 1;
  for (let child = row.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === "TableDelimiter") column += 1;
    else add(child, page, { kind: "cell", group: page.tables, row: number, column });
  }
}

const NOWHERE = { level: 0, group: 0, row: 0, column: 0 };

function add(node: SyntaxNode, page: Page, place: Pick<Block, "kind"> & Partial<Block>): void {
  const { runs, isMixed } = readRuns(node, page.text);
  page.blocks.push({ ...NOWHERE, ...place, start: node.from, end: node.to, runs, isMixed });
}
