import { type Sentence, sentence } from "#src/words/sentence.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Named } from "./names.ts";

/** `header` (Page header), or only the id when the label says the same. */
export function briefly(thing: Named): string {
  const same = thing.label.toLowerCase() === thing.id.toLowerCase();
  return `\`${shorten(thing.id, 40)}\`${same ? "" : ` (${shorten(thing.label, 40)})`}`;
}

/** As many items as fit into `most` characters, and how many more there are. */
export function listed(items: string[], most: number, separator = ", "): Sentence | string {
  const shown = items.slice(0, howManyFit(items, most, separator));
  const more = items.length - shown.length;
  if (more === 0) return shown.join(separator);
  return sentence("words.and-more", { items: shown.map((item) => item + separator).join(""), more });
}

/** How many items fit into `most` characters. */
export function howManyFit(items: string[], most: number, separator: string): number {
  let length = 0;
  const first = items.findIndex((item) => {
    length += item.length + separator.length;
    return length > most;
  });
  return first < 0 ? items.length : first;
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
