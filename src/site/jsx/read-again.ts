import { parseExpression } from "@babel/parser";
import type { File, JSXElement, Node } from "@babel/types";
import type { Range } from "#src/site/markup/element.ts";
import { applySplices, applyWithin, type Splice } from "#src/site/splice.ts";
import { optionsFor, type Script } from "./parse-script.ts";
import { rangeOf, type RangeOf } from "./range.ts";
import { childAround } from "./walk.ts";

/** A script after an edit, of which only the elements around the edit were read again. */
export interface Again {
  /** The whole text after the edit. */
  text: string;
  /** Where a node that was not read again is in that text. */
  at: RangeOf;
  /** What takes the place of each element that was read again. */
  instead: ReadonlyMap<Node, JSXElement>;
}

interface Before {
  file: File;
  text: string;
  script: Script;
}

/**
 * Reads only the elements that the splices are in. An element is complete by itself: it ends with its own closing tag, and
 * what is around it sees one element, whatever is in it. So when its new text alone is read as one element, to the last
 * character, the rest of the file is read as before. null where that cannot be said; then the whole file has to be read.
 */
export function readAgain({ file, text, script }: Before, splices: Splice[]): Again | null {
  const elements = outermost(splices.map((splice) => innermost(file.program, splice)));
  const edited = applySplices(text, splices);
  if (elements === null || edited === null || DEPENDS_ON_ITS_PLACE.test(edited)) return null;
  const size = elements.reduce((sum, element) => sum + lengthOf(rangeOf(element)), 0);
  if (size > text.length / 2) return null;
  const instead = new Map<Node, JSXElement>();
  const moves: Move[] = [];
  for (const element of elements) {
    const { start, end } = rangeOf(element);
    const inside = splices.filter((splice) => isWithin(splice, { start, end }));
    const content = applyWithin(text, { start, end }, inside);
    const node = content === null ? null : elementAt(content, moved(moves, start), script);
    if (content === null || node === null) return null;
    instead.set(element, node);
    moves.push({ from: end, by: content.length - (end - start) });
  }
  return { text: edited, at: (node) => movedRange(moves, rangeOf(node)), instead };
}

/** Flow's pragma decides what `<` means in calls; not every function may wait, and not all code in a class has arguments. */
const DEPENDS_ON_ITS_PLACE = /@flow|\b(?:await|arguments)\b/;

/** How far everything behind an element has moved. */
interface Move {
  from: number;
  by: number;
}

const moved = (moves: Move[], position: number): number =>
  moves.reduce((sum, { from, by }) => (from <= position ? sum + by : sum), position);

const movedRange = (moves: Move[], { start, end }: Range): Range => ({
  start: moved(moves, start),
  end: moved(moves, end),
});

const lengthOf = ({ start, end }: Range): number => end - start;

const isWithin = (splice: Splice, { start, end }: Range): boolean => start < splice.start && splice.end < end;

/** The smallest element that a splice is in and does not touch the edge of. */
function innermost(program: Node, splice: Splice): JSXElement | null {
  let found: JSXElement | null = null;
  for (let node: Node | null = program; node !== null; node = childAround(node, splice))
    if (node.type === "JSXElement" && isWithin(splice, rangeOf(node))) found = node;
  return found;
}

/** Each once, in the order of the file, without those that are inside of others; null when one is missing. */
function outermost(elements: (JSXElement | null)[]): JSXElement[] | null {
  const known = [...new Set(elements)].filter((element) => element !== null);
  if (elements.includes(null)) return null;
  return known
    .filter((element) => !known.some((other) => isInside(element, other)))
    .toSorted((a, b) => rangeOf(a).start - rangeOf(b).start);
}

const isInside = (element: JSXElement, other: JSXElement): boolean =>
  rangeOf(other).start < rangeOf(element).start && rangeOf(element).end < rangeOf(other).end;

/** A text that is one element and nothing else; its positions begin at `start`. */
function elementAt(text: string, start: number, script: Script): JSXElement | null {
  const place = { startIndex: start, startLine: 1, startColumn: start };
  try {
    const node = parseExpression(text, { ...optionsFor(script), ...place });
    const isOne = node.type === "JSXElement" && lengthOf(rangeOf(node)) === text.length;
    return isOne ? node : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
