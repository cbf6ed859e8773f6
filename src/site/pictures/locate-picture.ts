import { sentence } from "#src/words/sentence.ts";
import { attributeOf, type MarkupElement } from "#src/site/markup/element.ts";
import { selectElement } from "#src/site/markup/select.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyDefinition, PropertyOf } from "#src/site/site-definition.ts";
import type { Located } from "#src/site/slot.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { lineOf } from "#src/site/source-text.ts";
import { placeOf } from "./place-of.ts";
import { urlSlot } from "./url-slot.ts";

/**
 * Where the address of a picture is.
 * @param locate finds a property of another kind
 */
export function locatePicture(
  file: SourceFile,
  property: PropertyOf<"image">,
  locate: (file: SourceFile, property: PropertyDefinition) => Located,
): Located {
  const place = placeOf(property);
  const located = locate(file, place);
  if (!located.ok || located.slot.holds !== "value") return located;
  if (place.kind === "rule" || place.kind === "variable") return urlSlot(located.slot, property.label);
  return (place.kind === "attribute" ? refusalForOthers(file, property) : null) ?? located;
}

/**
 * Refuses a picture that the page also names elsewhere, in other sizes or formats: a browser would go on showing those.
 */
function refusalForOthers(file: SourceFile, { selector = "", label }: PropertyOf<"image">): Refusal | null {
  const page = file.page?.();
  if (page === undefined) return null;
  const found = selectElement(page.root, selector, { text: page.text, xml: page.dialect !== "html" });
  if (!found.ok) return found;
  const { element } = found;
  const others = [element, ...sourcesBeside(element)].find(hasSet);
  if (others === undefined) return null;
  return refuse(
    "not-editable",
    sentence("site.srcset", { property: label, line: lineOf(page.text, others.start) }),
  );
}

function sourcesBeside({ parent }: MarkupElement): MarkupElement[] {
  return parent?.name === "picture" ? (parent.children ?? []).filter(({ name }) => name === "source") : [];
}

const SETS = ["srcset", "srcSet", ":srcset", "data-srcset"];

const hasSet = (element: MarkupElement): boolean =>
  SETS.some((name) => attributeOf(element, name) !== undefined);
