import type { Item, ListEdit } from "#src/site/catalogue.ts";
import type { Refusal } from "#src/site/refusal.ts";
import type { ListSlot } from "#src/site/slot.ts";
import { afterOperation, type Operation } from "./operation.ts";
import { operationOf } from "./operation-of.ts";

/** What an edit does to a list, as it is written and as it reads there, and the list afterwards. */
interface Step {
  ok: true;
  operation: Operation;
  shown: Operation;
  after: Item[];
}

/**
 * What an edit does to a list that an edit before it may have changed.
 * @param items what the list holds by then
 */
export function listStep(
  slot: ListSlot,
  { label, items }: { label: string; items: Item[] },
  edit: ListEdit,
): Step | Refusal {
  const { naming, elsewhere } = slot;
  const outcome = operationOf({ label, items, naming, elsewhere, shown: (item) => slot.shown(item) }, edit);
  if (!outcome.ok) return outcome;
  const { operation } = outcome;
  const shown = operation.do === "add" ? { ...operation, item: slot.shown(operation.item) } : operation;
  return { ok: true, operation, shown, after: afterOperation(items, shown) };
}
