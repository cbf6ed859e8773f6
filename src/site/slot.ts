import type { Item } from "./catalogue.ts";
import type { Operation } from "./lists/operation.ts";
import type { Refusal } from "./refusal.ts";
import type { Splice } from "./splice.ts";

/** What has to be replaced in the file, or why a value cannot stand there. */
export type Placed = { ok: true; splices: Splice[] } | Refusal;

/** The place of one value in a file: what stands there now (null: nothing) and how another value is put there. */
export interface ValueSlot {
  holds: "value";
  current: string | null;
  put(value: string): Placed;
  /** Whether a value stands there already, where it is written in another form than people have. */
  isThere?(value: string): boolean;
}

/** A list of items, each made of one or more values. */
export interface ListSlot {
  holds: "list";
  /** The field that names an item. */
  naming: string;
  current: Item[];
  /** What code may show in the list besides. */
  elsewhere: Item[];
  /** How an item will read once it is in the list. */
  shown(item: Item): Item;
  put(operation: Operation): Placed;
}

export type Located<Slot = ValueSlot | ListSlot> = { ok: true; slot: Slot } | Refusal;

/** A slot whose value may be anything that can be written in one place. */
export function valueSlot(current: string | null, splice: (value: string) => Splice): Located<ValueSlot> {
  const put = (value: string): Placed => ({ ok: true, splices: [splice(value)] });
  return { ok: true, slot: { holds: "value", current, put } };
}
