import type { SyntaxNode } from "@lezer/common";
import { decodeHTMLStrict } from "entities";
import type { Run } from "./block.ts";

interface Piece {
  start: number;
  end: number;
  value: string;
}

/** The runs of text in a block, and whether it holds more than one of them alone. */
export function readRuns(node: SyntaxNode, text: string): { runs: Run[]; isMixed: boolean } {
  const pieces = piecesIn(node, text);
  const runs = pieces.reduce<Piece[][]>(grouped, [[]]).flatMap((group) => runOf(group) ?? []);
  return { runs, isMixed: pieces.includes(null) };
}

/** Marks around the text of a block that are not part of it, and do not part it either. */
const LAYOUT = /^(?:HeaderMark|QuoteMark|TaskMarker)$/;
const AROUND_TEXT = /^(?:Emphasis|StrongEmphasis|Strikethrough|Link)$/;

/** Pieces of text in order; null stands for whatever parts them. */
function piecesIn(node: SyntaxNode, text: string): (Piece | null)[] {
  const pieces: (Piece | null)[] = [];
  let at = node.from;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.from > at) pieces.push(plain(text, at, child.from));
    pieces.push(...piecesOf(child, text));
    at = child.to;
    // Behind its words a link has an address, which is no text.
    if (node.name === "Link" && child.name === "LinkMark" && text.charAt(child.from) === "]")
      return [...pieces, null];
  }
  return at < node.to ? [...pieces, plain(text, at, node.to)] : pieces;
}

function piecesOf(node: SyntaxNode, text: string): (Piece | null)[] {
  const written = text.slice(node.from, node.to);
  const piece = { start: node.from, end: node.to };
  if (node.name === "Escape") return [{ ...piece, value: written.slice(1) }];
  if (node.name === "Entity") return [{ ...piece, value: decodeHTMLStrict(written) }];
  if (LAYOUT.test(node.name)) return [{ ...piece, value: "" }];
  return AROUND_TEXT.test(node.name) ? [null, ...piecesIn(node, text), null] : [null];
}

function plain(text: string, start: number, end: number): Piece {
  return { start, end, value: text.slice(start, end) };
}

function grouped(groups: Piece[][], piece: Piece | null): Piece[][] {
  if (piece === null) return [...groups, []];
  groups.at(-1)?.push(piece);
  return groups;
}

/** The words of a run without the spaces and marks at its ends; null for nothing but those. */
function runOf(pieces: Piece[]): Run | null {
  const words = pieces.filter(({ value }) => value.trim() !== "");
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const value = pieces
    .map((piece) => piece.value)
    .join("")
    .replaceAll(/[ \t]*\n[ \t]*/g, " ")
    .trim();
  return { start: first.start + leading(first.value), end: last.end - trailing(last.value), value };
}

function leading(value: string): number {
  return value.length - value.trimStart().length;
}

function trailing(value: string): number {
  return value.length - value.trimEnd().length;
}
