import { sentence } from "#src/words/sentence.ts";
import { valuesOf } from "#src/site/lists/operation.ts";
import { KINDS_OF } from "#src/site/format.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import type { PropertyDefinition, PropertyOf } from "#src/site/site-definition.ts";
import type { ListSlot, Located, ValueSlot } from "#src/site/slot.ts";
import { attributeSlot } from "./attribute-slot.ts";
import { attributeOf, type MarkupElement } from "./element.ts";
import { classSlot } from "./class-slot.ts";
import { inlineStyleSlot } from "./inline-style-slot.ts";
import { itemsSlot } from "./items-slot.ts";
import { linksSlot } from "./links-slot.ts";
import { objectStyleSlot } from "./object-style-slot.ts";
import type { Page } from "./page.ts";
import { selectElement } from "./select.ts";
import { textSlot } from "./text-slot.ts";

type PageProperty = PropertyOf<"text" | "attribute" | "style" | "class" | "link" | "list">;
/** Reads the template of a list's items, which is markup in the language of its page. */
type ReadMarkup = (text: string) => MarkupElement;

function isOfPage(property: PropertyDefinition): property is PageProperty {
  return KINDS_OF.html.includes(property.kind) && property.kind !== "value" && property.kind !== "image";
}

/** Where in a page a property is; null for a kind that pages do not have. */
export function locateInPage(page: Page, property: PropertyDefinition, read: ReadMarkup): Located | null {
  if (!isOfPage(property)) return null;
  const { selector = "" } = property;
  const found = selectElement(page.root, selector, { text: page.text, xml: page.dialect !== "html" });
  if (!found.ok) return found;
  const located = slotIn(page, found.element, { property, read });
  return located.ok ? { ok: true, slot: guarded(page, located.slot) } : located;
}

function slotIn(
  page: Page,
  element: MarkupElement,
  { property, read }: { property: PageProperty; read: ReadMarkup },
): Located {
  if (property.kind === "text") return textSlot(page, element, property.run);
  if (property.kind === "attribute") return attributeSlot(page, element, property);
  if (property.kind === "class") return classSlot(page, element, property);
  if (property.kind === "link") return linksSlot(page, element, { property, read });
  if (property.kind === "list") return itemsSlot(page, element, property);
  return usesStyleObject(page, element)
    ? objectStyleSlot(page, element, property.style)
    : inlineStyleSlot(page, element, property.style);
}

/** React takes only objects, Astro takes both. */
function usesStyleObject({ dialect }: Page, element: MarkupElement): boolean {
  return dialect === "jsx" || (dialect === "astro" && attributeOf(element, "style")?.value.kind === "object");
}

/** What no way of writing makes harmless is not written. */
function guarded(page: Page, slot: ValueSlot | ListSlot): ValueSlot | ListSlot {
  if (page.templates.refused === null) return slot;
  if (slot.holds === "value")
    return { ...slot, put: (value: string) => refusalFor(page, value) ?? slot.put(value) };
  const put: ListSlot["put"] = (operation) => refusalFor(page, ...valuesOf(operation)) ?? slot.put(operation);
  return { ...slot, put };
}

function refusalFor({ templates }: Page, ...values: string[]): Refusal | null {
  const value = values.find((each) => templates.refused?.test(each));
  const [mark] = templates.refused?.exec(value ?? "") ?? [];
  if (value === undefined || mark === undefined) return null;
  return refuse(
    "invalid-value",
    sentence("value.page-code", { value: shorten(value, 60), language: templates.name, mark }),
  );
}
