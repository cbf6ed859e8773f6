import { attributeSlot } from "./markup/attribute-slot.ts";
import type { MarkupElement } from "./markup/element.ts";
import { objectStyleSlot } from "./markup/object-style-slot.ts";
import type { Page } from "./markup/page.ts";
import { selectElement } from "./markup/select.ts";
import { textSlot } from "./markup/text-slot.ts";
import { refuse } from "./refusal.ts";
import type { PropertyDefinition, PropertyOf } from "./site-definition.ts";
import type { Located } from "./slot.ts";
import type { SourceFile } from "./source-file.ts";

/** Where in a file a property is: what stands there and how it is changed, or why it cannot be. */
export function locate(file: SourceFile, property: PropertyDefinition): Located {
  if (property.kind === "variable" || property.kind === "value") return wrongKind(property);
  return locateInPage(file.page, property);
}

function locateInPage(page: Page, property: PropertyOf<"text" | "attribute" | "style" | "link">): Located {
  const found = selectElement(page.root, property.selector, { text: page.text, xml: page.dialect === "jsx" });
  return found.ok ? slotIn(page, found.element, property) : found;
}

function slotIn(
  page: Page,
  element: MarkupElement,
  property: PropertyOf<"text" | "attribute" | "style" | "link">,
): Located {
  if (property.kind === "text") return textSlot(page, element);
  if (property.kind === "attribute") return attributeSlot(page, element, property.attribute);
  if (property.kind === "style") return objectStyleSlot(page, element, property.style);
  return wrongKind(property);
}

function wrongKind(property: PropertyDefinition): Located {
  return refuse(
    "unsupported-format",
    `${property.label} cannot be changed in this kind of file: its kind in ux-agent.json has to be another one.`,
  );
}
