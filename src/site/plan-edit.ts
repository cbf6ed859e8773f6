import { catalogueProperty } from "./catalogue-of.ts";
import type { Item, ListEdit } from "./catalogue.ts";
import type { Change } from "./edit.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { problemWithInvisible } from "./invisible-characters.ts";
import { labelOfField } from "./lists/check-list-edit.ts";
import { fieldsOf } from "./lists/fields-of.ts";
import { listStep } from "./lists/list-step.ts";
import type { Operation } from "./lists/operation.ts";
import { changesOf } from "./lists/said.ts";
import { locate } from "./locate.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import type { ListSlot, ValueSlot } from "./slot.ts";
import type { SourceFile } from "./source-file.ts";
import type { Splice } from "./splice.ts";
import type { Edit, ListProperty } from "./wanted-edits.ts";

/** What one edit replaces in the file, what it changes for people, and of a list what it holds afterwards. */
export interface Step {
  ok: true;
  edit: Edit;
  splices: Splice[];
  changes: Change[];
  items?: Item[];
}

/** An edit, and of a list what is done in each round. */
export interface EditInRounds {
  edit: Edit;
  rounds: ListEdit[][];
}

/** Where an edit lands; of a list the edits of one round, because the next ones are placed in what those leave. */
export function planEdit(file: SourceFile, { edit, rounds }: EditInRounds, round: number): Step | Refusal {
  if ("value" in edit && round > 0) return { ok: true, edit, splices: [], changes: [] };
  const located = locate(file, edit.property);
  if (!located.ok) return located;
  const { slot } = located;
  if (slot.holds === "value")
    return "value" in edit ? planValue(slot, edit, edit.value) : mismatch(edit.property);
  return "edits" in edit ? planList(slot, edit, rounds[round] ?? []) : mismatch(edit.property);
}

function planValue(slot: ValueSlot, edit: Edit, value: string): Step | Refusal {
  const { property } = edit;
  if (slot.current === value || slot.isThere?.(value) === true)
    return { ok: true, edit, splices: [], changes: [] };
  const problem = problemWithInvisible(property.label, value, [slot.current]);
  if (problem !== null) return refuse("invalid-value", problem);
  const change: Change = { property: property.id, label: property.label, before: slot.current, after: value };
  const isColor = catalogueProperty(property).value === "color";
  const placed = slot.put(value);
  if (!placed.ok) return placed;
  return {
    ok: true,
    edit,
    splices: placed.splices,
    changes: [isColor ? { ...change, color: true } : change],
  };
}

/** Several edits of one round are all added after the last item. */
function planList(
  slot: ListSlot,
  edit: Edit & { property: ListProperty },
  wanted: ListEdit[],
): Step | Refusal {
  const step = { ok: true as const, edit, splices: [] as Splice[], changes: [] as Change[] };
  let items = slot.current;
  for (const each of wanted) {
    const planned = planOperation(slot, { property: edit.property, items }, each);
    if (!planned.ok) return planned;
    step.splices.push(...planned.splices);
    step.changes.push(...planned.changes);
    items = planned.items;
  }
  return { ...step, items };
}

type Planned = (Omit<Step, "edit"> & { items: Item[] }) | Refusal;

function planOperation(
  slot: ListSlot,
  { property, items }: { property: ListProperty; items: Item[] },
  wanted: ListEdit,
): Planned {
  const { id, label } = property;
  const step = listStep(slot, { label, items }, wanted);
  if (!step.ok) return step;
  const { operation, after } = step;
  const problem = problemWithCharacters(property, items, operation);
  if (problem !== null) return refuse("invalid-value", problem);
  const placed = slot.put(inFile(operation, slot.current));
  if (!placed.ok) return placed;
  const changes = changesOf({ id, label, naming: slot.naming }, items, operation);
  return { ok: true, splices: placed.splices, changes, items: after };
}

/** What is added behind something that is not in the file yet goes behind its last item. */
const inFile = (operation: Operation, items: Item[]): Operation =>
  operation.do === "add" ? { ...operation, at: Math.min(operation.at, items.length) } : operation;

/** Invisible characters that an item has already may stay in it. */
function problemWithCharacters(property: ListProperty, items: Item[], operation: Operation): Sentence | null {
  if (operation.do !== "add" && operation.do !== "change") return null;
  const described = catalogueProperty(property);
  const values = operation.do === "add" ? operation.item : operation.set;
  const known = operation.do === "add" ? {} : (items[operation.at] ?? {});
  const problems = fieldsOf(described).map((field) =>
    problemWithInvisible(labelOfField(described, field), values[field.id] ?? "", [known[field.id] ?? null]),
  );
  return problems.find((problem) => problem !== null) ?? null;
}

function mismatch({ label }: PropertyDefinition): Refusal {
  return refuse("invalid-value", sentence("value.wrong-kind", { label }));
}
