import type { Part } from "#src/site/catalogue.ts";
import { shownEdit } from "#src/site/lists/shown-edit.ts";

/** What a request would change, as it was understood: what stands there now is not known yet. */
export function shownUpdates(parts: Part[]): { section: string; property: string; after: string }[] {
  return parts.flatMap(({ section, updates }) =>
    Object.entries(updates).flatMap(([property, value]) =>
      (typeof value === "string" ? [value] : value.map(shownEdit)).map((after) => ({
        section,
        property,
        after,
      })),
    ),
  );
}
