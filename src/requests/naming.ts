import { shorten } from "#src/site/shorten.ts";
import type { Named } from "./names.ts";

/** `header` (Page header), or only the id when the label says the same. */
export function briefly(thing: Named): string {
  const same = thing.label.toLowerCase() === thing.id.toLowerCase();
  return `\`${shorten(thing.id, 40)}\`${same ? "" : ` (${shorten(thing.label, 40)})`}`;
}

/** As many items as fit into `most` characters, and how many more there are. */
export function listed(items: string[], most: number, separator = ", "): string {
  const shown: string[] = [];
  let length = 0;
  for (const item of items) {
    length += item.length + separator.length;
    if (length > most) break;
    shown.push(item);
  }
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

/** What a person typed, fit to stand in a sentence of ours. */
export function echo(words: string): string {
  // Cut first: most of a long text is not shown and need not be looked at.
  return shorten(
    words
      .slice(0, 200)
      .replaceAll(/[\s`]+/g, " ")
      .trim(),
    60,
  );
}
