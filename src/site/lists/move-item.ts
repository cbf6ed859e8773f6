import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";
import { moved } from "./operation.ts";
import type { WrittenItem, WrittenList } from "./written-list.ts";

/**
 * Puts the items into another order: what stands between them stays, and each goes with its own comments into the place of
 * another one.
 */
export function moveItem({ text, items }: WrittenList, at: number, to: number): Splice[] {
  const order = moved(items, at, to);
  return items.flatMap((place, index) => {
    const item = order[index];
    if (item === undefined || item === place) return [];
    const own = { start: place.start, end: place.end, text: inPlace(text, place, item) };
    return [own, taking(text, place.tail, item.tail)].filter(
      ({ start, end, text: written }) => text.slice(start, end) !== written,
    );
  });
}

/** The item with the number of the place that it goes to. */
function inPlace(text: string, place: WrittenItem, { start, end, order }: WrittenItem): string {
  if (order === undefined || place.order === undefined) return text.slice(start, end);
  const number = text.slice(place.order.start, place.order.end);
  return text.slice(start, order.start) + number + text.slice(order.end, end);
}

function taking(text: string, place: Range, from: Range): Splice {
  return { start: place.start, end: place.end, text: text.slice(from.start, from.end) };
}
