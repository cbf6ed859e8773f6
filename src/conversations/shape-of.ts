import type { Part, Updates } from "#src/site/catalogue.ts";

/**
 * The shape of a conversation with these updates and further parts, as attributes to store: none for what every release
 * reads. A release that knows only an earlier shape leaves the others alone.
 */
export function shapeOf(updates: Updates, parts: Part[] = []): { shape?: 2 | 3 } {
  if (parts.length > 0) return { shape: 3 };
  const edits = Object.values(updates).flatMap((value) => (typeof value === "string" ? [] : value));
  return edits.every((edit) => "label" in edit && "href" in edit) ? {} : { shape: 2 };
}
