import type { Updates } from "#src/site/catalogue.ts";

/**
 * The shape of a conversation with these updates, as attributes to store: none for what every release reads. A release that
 * knows shape 1 only leaves the others alone.
 */
export function shapeOf(updates: Updates): { shape?: 2 } {
  const edits = Object.values(updates).flatMap((value) => (typeof value === "string" ? [] : value));
  return edits.every((edit) => "label" in edit && "href" in edit) ? {} : { shape: 2 };
}
