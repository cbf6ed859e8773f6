import { variableSlot } from "./css/variable-slot.ts";
import { readHtml } from "./html/read-html.ts";
import { jsonValueSlot } from "./json/value-slot.ts";
import { readJsx } from "./jsx/read-jsx.ts";
import { attributeSlot } from "./markup/attribute-slot.ts";
import type { MarkupElement } from "./markup/element.ts";
import { inlineStyleSlot } from "./markup/inline-style-slot.ts";
import { linksSlot } from "./markup/links-slot.ts";
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
  if (property.kind === "variable")
    return file.holds === "styles" ? variableSlot(file.root, property) : wrong(property);
  if (property.kind === "value")
    return file.holds === "data" ? jsonValueSlot(file.json, property) : wrong(property);
  return file.holds === "page" ? locateInPage(file.page, property) : wrong(property);
}

type PageProperty = PropertyOf<"text" | "attribute" | "style" | "link">;

function locateInPage(page: Page, property: PageProperty): Located {
  const found = selectElement(page.root, property.selector, { text: page.text, xml: page.dialect === "jsx" });
  return found.ok ? slotIn(page, found.element, property) : found;
}

function slotIn(page: Page, element: MarkupElement, property: PageProperty): Located {
  if (property.kind === "text") return textSlot(page, element);
  if (property.kind === "attribute") return attributeSlot(page, element, property.attribute);
  if (property.kind === "link") return linksSlot(page, element, property.template, readerFor(page));
  return page.dialect === "jsx"
    ? objectStyleSlot(page, element, property.style)
    : inlineStyleSlot(page, element, property.style);
}

/** TypeScript reads all markup that a template can have. */
function readerFor({ dialect }: Page): (text: string) => MarkupElement {
  return dialect === "jsx" ? (text) => readJsx(text, true) : readHtml;
}

function wrong(property: PropertyDefinition): Located {
  return refuse(
    "unsupported-format",
    `${property.label} cannot be changed in this kind of file: its kind in ux-agent.json has to be another one.`,
  );
}
