import { attributeOf, descendants, staticValue, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { attributeRunSlot } from "#src/site/markup/attribute-runs.ts";
import { runsOf } from "#src/site/markup/runs.ts";
import { isTextElement } from "#src/site/markup/text.ts";
import { textSlot } from "#src/site/markup/text-slot.ts";
import { withNames, type WrittenProperty } from "./proposal.ts";
import { uniqueSelector } from "./unique-selector.ts";

/** The text that an element has of its own, and which run of it; null without one. */
export function ownText(page: Page, element: MarkupElement): { text: string; run?: number } | null {
  if (!isTextElement(element)) return null;
  const whole = textSlot(page, element);
  if (whole.ok) {
    const { current } = whole.slot;
    return current === null || current.trim() === "" ? null : { text: current };
  }
  const runs = runsOf(page, element).map(({ current }) => current ?? "");
  const longest = runs.reduce((best, run, at) => (run.length > (runs[best]?.length ?? 0) ? at : best), 0);
  const text = runs[longest];
  return text === undefined || !/[\p{L}\p{N}]{2}/u.test(text) ? null : { text, run: longest + 1 };
}

/** All words that an element has of its own, in the text and among its code. */
export function allText(page: Page, element: MarkupElement): string {
  const whole = textSlot(page, element);
  if (whole.ok) return whole.slot.current ?? "";
  return runsOf(page, element)
    .map(({ current }) => current ?? "")
    .join(" ");
}

/** The text of an element as a property; none where code decides it or no selector finds it. */
export function textProperty(
  page: Page,
  element: MarkupElement,
  { id, names = [] }: { id: string; names?: string[] },
): WrittenProperty[] {
  const own = ownText(page, element);
  const selector = own === null ? null : uniqueSelector(page, element);
  if (own === null || selector === null) return [];
  const property: WrittenProperty = { id, kind: "text", selector };
  return [withNames(own.run === undefined ? property : { ...property, run: own.run }, names)];
}

/** An attribute of an element as a property, where the file says its value. */
export function attributeProperty(
  page: Page,
  element: MarkupElement,
  { id, attribute }: { id: string; attribute: string },
): WrittenProperty[] {
  const written = attributeOf(element, attribute);
  const value = written === undefined ? undefined : staticValue(written);
  const selector = written === undefined ? null : uniqueSelector(page, element, attribute);
  if (written === undefined || selector === null) return [];
  const isWhole = value !== undefined && !/\{\{|\{%|<[?%]/.test(value);
  if (isWhole) return [{ id, kind: "attribute", selector, attribute }];
  // Of an address that code begins (`{{ site.baseurl }}/contact/`) the rest is a text of its own.
  const isRun = attributeRunSlot(page, written, { element, run: 1 }).ok;
  return isRun ? [{ id, kind: "attribute", selector, attribute, run: 1 }] : [];
}

/** The classes of an element, for what they say of it. */
export function classesOf(element: MarkupElement): string {
  return valueOf(element, "class") ?? valueOf(element, "className") ?? "";
}

export function valueOf(element: MarkupElement, name: string): string | undefined {
  const attribute = attributeOf(element, name);
  return attribute && staticValue(attribute);
}

/** The elements of a block that stand in no smaller block of its own. */
export function ownElements(block: MarkupElement, blocks: MarkupElement[]): MarkupElement[] {
  const inner = blocks.filter((other) => other !== block && isInside(other, block));
  return descendants(block).filter((each) => !inner.some((other) => other === each || isInside(each, other)));
}

export function isInside(element: MarkupElement, other: MarkupElement): boolean {
  return element !== other && other.start <= element.start && element.end <= other.end;
}
