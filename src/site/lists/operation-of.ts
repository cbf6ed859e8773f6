import type { Item, ListEdit, Spot } from "#src/site/catalogue.ts";
import type { Refusal } from "#src/site/refusal.ts";
import { findItem, type NamedList } from "./find-item.ts";
import type { Operation } from "./operation.ts";

/** A list, and how what is added to it will read there. */
export interface EditedList extends NamedList {
  /** What code may show in the list besides: it is not added again. */
  elsewhere: Item[];
  shown: (item: Item) => Item;
}

type Outcome = { ok: true; operation: Operation } | Refusal;

const NOTHING: Outcome = { ok: true, operation: { do: "nothing" } };

/** Where in a list an edit is made. What is there already needs no operation, so that twice is once. */
export function operationOf(list: EditedList, edit: ListEdit): Outcome {
  if ("remove" in edit) {
    const found = findItem(list, edit.remove);
    return found.ok ? { ok: true, operation: { do: "remove", at: found.at } } : found;
  }
  if ("change" in edit) return changing(list, edit);
  if ("move" in edit) return moving(list, edit);
  return "add" in edit
    ? adding(list, edit.add, edit.to)
    : adding(list, { label: edit.label, href: edit.href });
}

function adding(list: EditedList, item: Item, to: Spot = "last"): Outcome {
  const shown = list.shown(item);
  if ([...list.items, ...list.elsewhere].some((each) => isSame(each, shown))) return NOTHING;
  const at = placeOf(list, to);
  return at.ok ? { ok: true, operation: { do: "add", item, at: at.at } } : at;
}

function changing(list: EditedList, { change, set }: { change: string; set: Item }): Outcome {
  const found = findItem(list, change);
  if (!found.ok) {
    // It has been renamed already.
    const isDone = set[list.naming] !== undefined && list.items.some((item) => has(item, set));
    return isDone && found.code === "no-item" ? NOTHING : found;
  }
  const item = list.items[found.at] ?? {};
  return has(item, set) ? NOTHING : { ok: true, operation: { do: "change", at: found.at, set } };
}

function moving(list: EditedList, { move, to }: { move: string; to: Spot }): Outcome {
  const found = findItem(list, move);
  if (!found.ok) return found;
  const target = placeOf(list, to);
  if (!target.ok) return target;
  // What stands behind it moves up when it is taken out.
  const place = target.at > found.at ? target.at - 1 : target.at;
  return place === found.at ? NOTHING : { ok: true, operation: { do: "move", at: found.at, to: place } };
}

/** The place before which something goes. */
function placeOf(list: NamedList, to: Spot): { ok: true; at: number } | Refusal {
  if (to === "first") return { ok: true, at: 0 };
  if (to === "last") return { ok: true, at: list.items.length };
  if ("before" in to) return findItem(list, to.before);
  const found = findItem(list, to.after);
  return found.ok ? { ok: true, at: found.at + 1 } : found;
}

function has(item: Item, values: Item): boolean {
  return Object.entries(values).every(([field, value]) => item[field] === value);
}

function isSame(left: Item, right: Item): boolean {
  return has(left, right) && has(right, left);
}
