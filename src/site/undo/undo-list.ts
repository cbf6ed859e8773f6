import { isDeepStrictEqual } from "node:util";
import type { Item, ListEdit, Spot } from "#src/site/catalogue.ts";
import { findItem, nameOfItem } from "#src/site/lists/find-item.ts";
import { afterOperation, type Operation } from "#src/site/lists/operation.ts";
import type { ListSlot } from "#src/site/slot.ts";
import { type ListStep, placeOfSame } from "./list-steps.ts";

/** The edits that take steps back in a list as it is now, and the items that cannot be brought back, by their names. */
export interface UndoneList {
  edits: ListEdit[];
  left: string[];
}

interface List {
  naming: string;
  items: Item[];
}

/**
 * Takes what was done to a list back in the list as it is now, the last step first. An item is touched only where it is
 * still what the step left, so that what was changed since stays; other items do not matter.
 */
export function undoList({ naming, current }: ListSlot, steps: ListStep[]): UndoneList {
  const undone: UndoneList = { edits: [], left: [] };
  let items = current;
  for (const step of steps.toReversed()) {
    const back = backFrom(step, { naming, items });
    if (back === null) {
      undone.left.push(nameOfItem(itemOf(step), naming));
      continue;
    }
    const edit = editOf(back, { naming, items });
    if (edit) undone.edits.push(edit);
    items = afterOperation(items, back);
  }
  return undone;
}

/** The item that a step was about: as it left it, or as it took it out. */
function itemOf({ operation, before, after }: ListStep): Item {
  if (operation.do === "nothing") return {};
  const items = operation.do === "remove" ? before : after;
  return items[operation.do === "move" ? operation.to : operation.at] ?? {};
}

/** The operation that takes a step back; null when its item has changed since, or is gone. */
function backFrom(step: ListStep, list: List): Operation | null {
  const { operation, before, after } = step;
  const item = itemOf(step);
  if (operation.do === "nothing") return operation;
  if (operation.do === "remove") return putBack(item, operation.at, { before, after, list });
  const at = placeNow(item, operation.do === "move" ? operation.to : operation.at, { after, list });
  if (at === null) return null;
  if (operation.do === "add") return { do: "remove", at };
  if (operation.do === "change") return setBack(before[operation.at] ?? {}, item, at);
  if (!isBeside(item, { one: after, other: list.items })) return null;
  const rest = { ...list, items: list.items.toSpliced(at, 1) };
  const to = spotBack(operation.at, { before, list: rest });
  return to === at ? { do: "nothing" } : { do: "move", at, to };
}

/** Where an item stands now. Of several that are the same it is found only in a list that is as the step left it. */
function placeNow(item: Item, at: number, { after, list }: { after: Item[]; list: List }): number | null {
  return isDeepStrictEqual(list.items, after) ? at : placeOfSame(list.items, item);
}

/** Whether an item has one of its neighbours in both lists, an end counting as one. */
function isBeside(item: Item, { one, other }: { one: Item[]; other: Item[] }): boolean {
  const [here, there] = [one, other].map((items) => {
    const at = items.findIndex((each) => isDeepStrictEqual(each, item));
    return [items[at - 1], items[at + 1]];
  });
  return [0, 1].some((side) => isDeepStrictEqual(here?.[side], there?.[side]));
}

/** An edit adds no item that is there already: where one of two that were the same was removed, nothing brings it back. */
function putBack(item: Item, at: number, { after, ...around }: Around & { after: Item[] }): Operation | null {
  const isIn = (items: Item[]) => items.some((each) => isDeepStrictEqual(each, item));
  if (isIn(after)) return null;
  return isIn(around.list.items) ? { do: "nothing" } : { do: "add", item, at: spotBack(at, around) };
}

/** An edit gives an item values and takes none away. */
function setBack(before: Item, after: Item, at: number): Operation | null {
  const changed = Object.keys(after).filter((field) => after[field] !== before[field]);
  const set: Item = {};
  for (const field of changed) {
    const value = before[field];
    if (value === undefined) return null;
    set[field] = value;
  }
  return { do: "change", at, set };
}

interface Around {
  before: Item[];
  list: List;
}

/** The place that an item had: behind the one before it, or before the one behind it, else at the end. */
function spotBack(at: number, { before, list: { items } }: Around): number {
  if (at === 0) return 0;
  const previous = placeOfSame(items, before[at - 1]);
  if (previous !== null) return previous + 1;
  return placeOfSame(items, before[at + 1]) ?? items.length;
}

function editOf(operation: Operation, list: List): ListEdit | null {
  switch (operation.do) {
    case "nothing":
      return null;
    case "add":
      return { add: operation.item, to: spotAt(operation.at, list) };
    case "change":
      return { change: called(operation.at, list), set: operation.set };
    case "remove":
      return { remove: called(operation.at, list) };
    case "move": {
      // An edit names the place in the list as it is, with the item still in it.
      const behind = operation.to > operation.at ? operation.to + 1 : operation.to;
      return { move: called(operation.at, list), to: spotAt(behind, list) };
    }
  }
}

function spotAt(at: number, list: List): Spot {
  if (at === 0) return "first";
  return at >= list.items.length ? "last" : { before: called(at, list) };
}

/** The name of an item where it finds that item and no other, else its place. */
function called(at: number, { naming, items }: List): string {
  const name = items[at]?.[naming] ?? "";
  const found = findItem({ label: "", items, naming }, name);
  return name !== "" && found.ok && found.at === at ? name : `#${at + 1}`;
}
