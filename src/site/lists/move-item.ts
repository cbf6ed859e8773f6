import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";
import { moved } from "./operation.ts";
import type { WrittenList } from "./written-list.ts";

/**
 * Puts the items into another order: what stands between them stays, and each goes with its own comments into the place of
 * another one.
 */
export function moveItem({ text, items }: WrittenList, at: number, to: number): Splice[] {
  const order = moved(items, at, to);
  return items.flatMap((place, index) => {
    const item = order[index];
    if (item === undefined || item === place) return [];
    return [taking(text, place, item), taking(text, place.tail, item.tail)].filter(
      ({ start, end, text: written }) => text.slice(start, end) !== written,
    );
  });
}

function taking(text: string, place: Range, from: Range): Splice {
  return { start: place.start, end: place.end, text: text.slice(from.start, from.end) };
}
