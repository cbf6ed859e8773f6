import type { Item } from "#src/site/catalogue.ts";
import type { Change } from "#src/site/edit.ts";
import { shorten } from "#src/site/shorten.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";
import { nameOfItem } from "./find-item.ts";
import type { Operation } from "./operation.ts";

interface NamedProperty {
  id: string;
  label: string;
  naming: string;
}

const LONGEST_VALUE = 200;

/** What is done to a list, in words for people: values as of any other property, and a sentence where there are none. */
export function changesOf(
  { id, label, naming }: NamedProperty,
  items: Item[],
  operation: Operation,
): Change[] {
  const named = (at: number): string => nameOfItem(items[at] ?? {}, naming);
  const change = (before: string | null, after: string): Change => ({ property: id, label, before, after });
  switch (operation.do) {
    case "nothing":
      return [];
    case "add":
      return [change(null, shownItem(operation.item, naming))];
    case "change":
      return Object.entries(operation.set).flatMap(([field, value]) => {
        const before = items[operation.at]?.[field] ?? null;
        if (before === value) return [];
        if (field === naming) return [change(before, value)];
        const part = sentence("change.field", { list: label, field, item: named(operation.at) });
        return [{ ...change(before, value), label: inWords(part).message, sentences: { label: part } }];
      });
    case "remove": {
      const shown = shownItem(items[operation.at] ?? {}, naming);
      return [
        {
          ...change(shown, ""),
          ...saying(sentence("change.remove", { list: label, item: named(operation.at) })),
        },
      ];
    }
    case "move": {
      const where = whereTo(operation, items.length, named);
      const moved = { list: label, item: named(operation.at) };
      const said =
        "before" in where
          ? sentence("change.move-before", { ...moved, ...where })
          : sentence(`change.move-${where.end}`, moved);
      const place = (at: number): string => `place ${at + 1} of ${items.length}`;
      return [{ ...change(place(operation.at), place(operation.to)), ...saying(said) }];
    }
  }
}

function whereTo(
  { at, to }: { at: number; to: number },
  length: number,
  named: (at: number) => string,
): { end: "first" | "last" } | { before: string } {
  if (to === 0) return { end: "first" };
  if (to === length - 1) return { end: "last" };
  // What it stands before afterwards, by its place in the list as it is.
  return { before: named(to < at ? to : to + 1) };
}

const saying = (said: Sentence): Pick<Change, "said" | "sentences"> => ({
  said: inWords(said).message,
  sentences: { said },
});

/** `About → /about`; more fields by their names. */
function shownItem(item: Item, naming: string): string {
  const { [naming]: name = "", ...others } = item;
  const rest = Object.entries(others);
  const [only] = rest;
  if (rest.length === 1 && only?.[0] === "href") return `${name} → ${only[1]}`;
  const shown = rest.map(([field, value]) => `${field}: ${shorten(value, LONGEST_VALUE)}`);
  return rest.length === 0 ? name : `${name} (${shown.join("; ")})`;
}
