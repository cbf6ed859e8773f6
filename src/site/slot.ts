import type { Link } from "./catalogue.ts";
import type { Refusal } from "./refusal.ts";
import type { Splice } from "./splice.ts";

/** What has to be replaced in the file, or why a value cannot stand there. */
export type Placed = { ok: true; splices: Splice[] } | Refusal;

/** The place of one value in a file: what stands there now (null: nothing) and how another value is put there. */
export interface ValueSlot {
  holds: "value";
  current: string | null;
  put(value: string): Placed;
}

/** A list that links can be added to. */
export interface LinksSlot {
  holds: "links";
  current: Link[];
  /** Those of the links that are not in the list, each once. */
  missing(links: Link[]): Link[];
  add(links: Link[]): Placed;
}

export type Located<Slot = ValueSlot | LinksSlot> = { ok: true; slot: Slot } | Refusal;

/** A slot whose value may be anything that can be written in one place. */
export function valueSlot(current: string | null, splice: (value: string) => Splice): Located<ValueSlot> {
  const put = (value: string): Placed => ({ ok: true, splices: [splice(value)] });
  return { ok: true, slot: { holds: "value", current, put } };
}
