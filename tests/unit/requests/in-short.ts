import { interpret } from "#src/requests/interpret.ts";
import type { Interpretation, Question } from "#src/requests/interpretation.ts";
import type { Catalogue, Item, ListEdit, Part, Spot, Updates } from "#src/site/catalogue.ts";

/**
 * What a description means, in a line that a table can hold: `header: text=Hello` is a change, and
 * `header? value:color` asks for a colour, with what is known already in brackets. Sections are joined by `&`.
 */
export function inShort(
  description: string,
  catalogue: Catalogue,
  answers: Record<string, string> = {},
): string {
  return shownInShort(interpret({ description, image_count: 0, answers }, catalogue));
}

/** The line for an outcome, whoever read it. */
export function shownInShort(result: Interpretation): string {
  if (result.outcome === "refused") return "refused";
  const further = (result.parts ?? []).map((part) => ` & ${shownPart(part)}`).join("");
  if (result.outcome === "understood") return `${shownPart(result)}${further}`;
  const known =
    Object.keys(result.updates).length > 0 || further ? ` [${shownUpdates(result.updates)}${further}]` : "";
  return `${result.section ?? ""}? ${result.questions.map(shownQuestion).join(" + ")}${known}`;
}

function shownQuestion({ id, choices }: Question): string {
  return choices === undefined ? id : `${id} of ${choices.map((choice) => choice.value).join(" ")}`;
}

const shownPart = ({ section, updates }: Part): string => `${section}: ${shownUpdates(updates)}`;

function shownUpdates(updates: Updates): string {
  return Object.entries(updates)
    .map(([property, value]) => `${property}=${typeof value === "string" ? value : shownList(value)}`)
    .join(", ");
}

function shownList(edits: ListEdit[]): string {
  return edits.map(shownEdit).join("; ");
}

/** `About -> /about` adds a link, `-About` removes one, `About{label=Us}` changes one, `About>last` moves one. */
function shownEdit(edit: ListEdit): string {
  if ("remove" in edit) return `-${edit.remove}`;
  if ("move" in edit) return `${edit.move}>${shownSpot(edit.to)}`;
  if ("change" in edit) return `${edit.change}${shownItem(edit.set)}`;
  if (!("add" in edit)) return `${edit.label} -> ${edit.href}`;
  return `+${shownItem(edit.add)}${edit.to === undefined ? "" : `>${shownSpot(edit.to)}`}`;
}

function shownItem(item: Item): string {
  const values = Object.entries(item).map(([field, value]) => `${field}=${value}`);
  return `{${values.join(", ")}}`;
}

function shownSpot(spot: Spot): string {
  return typeof spot === "string" ? spot : Object.entries(spot).flat().join(" ");
}
