import { isDeepStrictEqual } from "node:util";
import type { Item, ListEdit } from "#src/site/catalogue.ts";
import { afterOperation, type Operation } from "#src/site/lists/operation.ts";
import { operationOf } from "#src/site/lists/operation-of.ts";
import type { ListSlot } from "#src/site/slot.ts";

/** One thing that was done to a list, and the list before and after it. */
export interface ListStep {
  operation: Operation;
  before: Item[];
  after: Item[];
}

/** What edits did to a list as it was before them; null when they cannot have been made in it. */
export function listSteps(list: ListSlot, label: string, edits: ListEdit[]): ListStep[] | null {
  const { naming, elsewhere } = list;
  const steps: ListStep[] = [];
  let items = list.current;
  for (const edit of edits) {
    const shown = (item: Item) => list.shown(item);
    const outcome = operationOf({ label, items, naming, elsewhere, shown }, edit);
    if (!outcome.ok) return null;
    const { operation } = outcome;
    const done = operation.do === "add" ? { ...operation, item: list.shown(operation.item) } : operation;
    const after = afterOperation(items, done);
    steps.push({ operation: done, before: items, after });
    items = after;
  }
  return steps;
}

/** Where the one item stands that is the same in every field; null when there is none, or more than one. */
export function placeOfSame(items: Item[], item: Item | undefined): number | null {
  const found = items.flatMap((each, at) => (isDeepStrictEqual(each, item) ? [at] : []));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}
