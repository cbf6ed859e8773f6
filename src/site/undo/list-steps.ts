import { isDeepStrictEqual } from "node:util";
import type { Item, ListEdit } from "#src/site/catalogue.ts";
import { listStep } from "#src/site/lists/list-step.ts";
import type { Operation } from "#src/site/lists/operation.ts";
import type { ListSlot } from "#src/site/slot.ts";

/** One thing that was done to a list, and the list before and after it. */
export interface ListStep {
  operation: Operation;
  before: Item[];
  after: Item[];
}

/** What edits did to a list as it was before them; null when they cannot have been made in it. */
export function listSteps(list: ListSlot, label: string, edits: ListEdit[]): ListStep[] | null {
  const steps: ListStep[] = [];
  let items = list.current;
  for (const edit of edits) {
    const step = listStep(list, { label, items }, edit);
    if (!step.ok) return null;
    steps.push({ operation: step.shown, before: items, after: step.after });
    items = step.after;
  }
  return steps;
}

/** Where the one item stands that is the same in every field; null when there is none, or more than one. */
export function placeOfSame(items: Item[], item: Item | undefined): number | null {
  const found = items.flatMap((each, at) => (isDeepStrictEqual(each, item) ? [at] : []));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}
