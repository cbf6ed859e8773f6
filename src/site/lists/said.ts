import type { Item } from "#src/site/catalogue.ts";
import type { Change } from "#src/site/edit.ts";
import { shorten } from "#src/site/shorten.ts";
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
        const part = field === naming ? label : `${label}: ${field} of “${named(operation.at)}”`;
        return [{ ...change(before, value), label: part }];
      });
    case "remove": {
      const shown = shownItem(items[operation.at] ?? {}, naming);
      return [{ ...change(shown, ""), said: `Remove “${named(operation.at)}” from ${label}` }];
    }
    case "move": {
      const said = `Move “${named(operation.at)}” ${whereTo(operation, items.length, named)} in ${label}`;
      const place = (at: number): string => `place ${at + 1} of ${items.length}`;
      return [{ ...change(place(operation.at), place(operation.to)), said }];
    }
  }
}

function whereTo(
  { at, to }: { at: number; to: number },
  length: number,
  named: (at: number) => string,
): string {
  if (to === 0) return "to the beginning";
  if (to === length - 1) return "to the end";
  // What it stands before afterwards, by its place in the list as it is.
  return `before “${named(to < at ? to : to + 1)}”`;
}

/** `About → /about`; more fields by their names. */
function shownItem(item: Item, naming: string): string {
  const { [naming]: name = "", ...others } = item;
  const rest = Object.entries(others);
  const [only] = rest;
  if (rest.length === 1 && only?.[0] === "href") return `${name} → ${only[1]}`;
  const shown = rest.map(([field, value]) => `${field}: ${shorten(value, LONGEST_VALUE)}`);
  return rest.length === 0 ? name : `${name} (${shown.join("; ")})`;
}
