import type { Item } from "#src/site/catalogue.ts";

/** What is done to a list, by places from 0 in the list as it is. */
export type Operation =
  | { do: "nothing" }
  | { do: "add"; item: Item; at: number }
  | { do: "change"; at: number; set: Item }
  | { do: "remove"; at: number }
  /** `to` is the place in the list afterwards. */
  | { do: "move"; at: number; to: number };

/** The list afterwards: this operation and nothing else. What a file holds after an edit is compared with it. */
export function afterOperation(items: Item[], operation: Operation): Item[] {
  switch (operation.do) {
    case "nothing":
      return items;
    case "add":
      return items.toSpliced(operation.at, 0, operation.item);
    case "change":
      return items.map((item, at) => (at === operation.at ? { ...item, ...operation.set } : item));
    case "remove":
      return items.toSpliced(operation.at, 1);
    case "move":
      return moved(items, operation.at, operation.to);
  }
}

/** What an operation writes into the file. */
export function valuesOf(operation: Operation): string[] {
  if (operation.do === "add") return Object.values(operation.item);
  return operation.do === "change" ? Object.values(operation.set) : [];
}

/** The things in another order: the one at a place goes to another place. */
export function moved<Thing>(things: Thing[], at: number, to: number): Thing[] {
  const rest = things.toSpliced(at, 1);
  return rest.toSpliced(to, 0, ...things.slice(at, at + 1));
}
