import type { Item, ListEdit, Spot } from "#src/site/catalogue.ts";

/** An edit of a list in a few words, before it is known what it finds: `About → /about`, `remove “FAQ”`. */
export function shownEdit(edit: ListEdit): string {
  if ("remove" in edit) return `remove “${edit.remove}”`;
  if ("move" in edit) return `move “${edit.move}” ${shownSpot(edit.to)}`;
  if ("change" in edit) return `“${edit.change}”: ${shownItem(edit.set)}`;
  if (!("add" in edit)) return `${edit.label} → ${edit.href}`;
  return [shownItem(edit.add), ...(edit.to === undefined ? [] : [shownSpot(edit.to)])].join(" ");
}

function shownItem(item: Item): string {
  return Object.entries(item)
    .map(([field, value]) => `${field} “${value}”`)
    .join(", ");
}

function shownSpot(spot: Spot): string {
  if (typeof spot === "string") return spot === "first" ? "to the beginning" : "to the end";
  return "before" in spot ? `before “${spot.before}”` : `after “${spot.after}”`;
}
