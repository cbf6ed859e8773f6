import type { PropertyDefinition, PropertyOf } from "#src/site/site-definition.ts";
import type { Located } from "#src/site/slot.ts";
import { attributeSlot } from "./attribute-slot.ts";
import type { MarkupElement } from "./element.ts";
import { inlineStyleSlot } from "./inline-style-slot.ts";
import { linksSlot } from "./links-slot.ts";
import { objectStyleSlot } from "./object-style-slot.ts";
import type { Page } from "./page.ts";
import { selectElement } from "./select.ts";
import { textSlot } from "./text-slot.ts";

type PageProperty = PropertyOf<"text" | "attribute" | "style" | "link">;
/** Reads the template of a list's items, which is markup in the language of its page. */
type ReadMarkup = (text: string) => MarkupElement;

/** Where in a page a property is; null for a kind that pages do not have. */
export function locateInPage(page: Page, property: PropertyDefinition, read: ReadMarkup): Located | null {
  if (property.kind === "variable" || property.kind === "value") return null;
  const found = selectElement(page.root, property.selector, { text: page.text, xml: page.dialect === "jsx" });
  return found.ok ? slotIn(page, found.element, { property, read }) : found;
}

function slotIn(
  page: Page,
  element: MarkupElement,
  { property, read }: { property: PageProperty; read: ReadMarkup },
): Located {
  if (property.kind === "text") return textSlot(page, element);
  if (property.kind === "attribute") return attributeSlot(page, element, property.attribute);
  if (property.kind === "link") return linksSlot(page, element, property.template, read);
  return page.dialect === "jsx"
    ? objectStyleSlot(page, element, property.style)
    : inlineStyleSlot(page, element, property.style);
}
