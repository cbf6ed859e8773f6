import { SHAPE_OF_PICTURES } from "#entities/shape.ts";
import type { Part, Updates } from "#src/site/catalogue.ts";
import type { Image } from "./conversation.ts";
import { hasPictures } from "./parts-of.ts";

/**
 * The shape of a conversation with these updates, further parts and attached images, as attributes to store: none for what every release
 * reads. A release that knows only an earlier shape leaves the others alone.
 */
export function shapeOf(
  updates: Updates,
  parts: Part[] = [],
  images: Image[] = [],
): { shape?: 2 | 3 | typeof SHAPE_OF_PICTURES } {
  if (hasPictures(images)) return { shape: SHAPE_OF_PICTURES };
  if (parts.length > 0) return { shape: 3 };
  const edits = Object.values(updates).flatMap((value) => (typeof value === "string" ? [] : value));
  return edits.every((edit) => "label" in edit && "href" in edit) ? {} : { shape: 2 };
}
