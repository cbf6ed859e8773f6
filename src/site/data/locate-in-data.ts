import type { PropertyDefinition } from "#src/site/site-definition.ts";
import type { Located } from "#src/site/slot.ts";
import type { DataTree } from "./data-node.ts";
import { dataItemsSlot } from "./items-slot.ts";
import { dataValueSlot } from "./value-slot.ts";

/** Where in data a property is; null for a kind that data does not have. */
export function locateInData(tree: DataTree, property: PropertyDefinition): Located | null {
  if (property.kind === "value") return dataValueSlot(tree, property);
  return isListInData(property) ? dataItemsSlot(tree, property) : null;
}

/** Whether a property is looked for in the data of a file, and not in its markup. */
export function isInData(property: PropertyDefinition): boolean {
  return property.kind === "value" || isListInData(property);
}

function isListInData(
  property: PropertyDefinition,
): property is Extract<PropertyDefinition, { kind: "list" }> {
  return property.kind === "list" && property.pointer !== undefined;
}
