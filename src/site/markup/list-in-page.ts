import { sentence } from "#src/words/sentence.ts";
import { writtenItems, type WrittenItem, type WrittenList } from "#src/site/lists/written-list.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { MarkupElement, Range } from "./element.ts";
import type { Page } from "./page.ts";

interface WrittenMarkup<Found> extends WrittenList {
  items: (Found & { body: Range } & WrittenItem)[];
}

/**
 * The items that stand in a list as they are, with what stands between them. Those that code makes are none of them; a list
 * in which a template language repeats something has none.
 */
export function listInPage<Found extends object>(
  page: Page,
  list: MarkupElement,
  itemOf: (element: MarkupElement) => Found | null,
): WrittenMarkup<Found> {
  const found = list.pieces.flatMap((piece) => {
    const isWritten = piece.kind === "element" && piece.element.written && !isMadeByCode(piece.element);
    const item = isWritten ? itemOf(piece.element) : null;
    return item === null ? [] : [{ ...item, body: trimmed(page.text, piece) }];
  });
  const start = list.content?.start ?? list.start;
  const bodies = found.map(({ body }) => body);
  const written = writtenItems(page.text, bodies, { start, separation: "layout" });
  const items = found.flatMap((item, at) => (written[at] === undefined ? [] : [{ ...item, ...written[at] }]));
  return { text: page.text, items, separation: "layout", start, isBetween: (range) => isFiller(list, range) };
}

/** Attributes by which Vue, Alpine and Angular repeat an element, or show it or its neighbour. */
const MAKING = /^(?:v-(?:for|if|else|else-if)|x-(?:for|if)|\*ng\w+|(?:data-)?ng-(?:repeat|if|switch\S*))$/i;

function isMadeByCode({ attributes }: MarkupElement): boolean {
  return attributes.some(({ name }) => MAKING.test(name));
}

/** Whether a template language makes the items: in HTML its code stands around them, not in their place. */
export function isRepeated({ dialect }: Page, { pieces }: MarkupElement): boolean {
  return dialect === "html" && pieces.some(({ kind }) => kind === "code");
}

/** Why nothing can be done to a list whose items are not all written in it. */
export function refuseMadeList({ text }: Page, list: MarkupElement): Refusal {
  return refuse(
    "holds-code",
    sentence("site.made-list", { element: list.name, line: lineOf(text, list.start) }),
  );
}

/** Without its end tag, an HTML element goes on until the next one starts: the layout before that is not its own. */
function trimmed(text: string, { start, end }: Range): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Text between two items is part of the list's style (` | `), whether in braces or not. */
function isFiller({ pieces }: MarkupElement, { start, end }: Range): boolean {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .every(({ kind }) => kind === "text" || kind === "literal");
}
