import { sentence } from "#src/words/sentence.ts";
import { refuse } from "#src/site/refusal.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import type { Splice } from "#src/site/splice.ts";
import { lineOf } from "#src/site/source-text.ts";
import { refusalForSpread, separatorOf } from "./attribute-slot.ts";
import { attributeOf, type AttributeValue, type MarkupElement, type ObjectEntry } from "./element.ts";
import { putLiteral, quoted } from "./escape.ts";
import type { Page } from "./page.ts";
import { reactName } from "./style-names.ts";

type StyleObject = Extract<AttributeValue, { kind: "object" }>;

/** One property of a React style object (`style={{ color: "red" }}`); the object is added when there is none. */
export function objectStyleSlot(page: Page, element: MarkupElement, property: string): Located<ValueSlot> {
  const attribute = attributeOf(element, "style");
  const name = reactName(property);
  if (attribute === undefined)
    return refusalForSpread(page, element, "style") ?? newObject(page, element, name);
  if (attribute.value.kind !== "object") return fromCode(page, element, "style");
  const { value } = attribute;
  const entry = value.entries.findLast((each) => each.key === name);
  if (entry !== undefined) return existing(page, element, entry);
  return value.open ? fromCode(page, element, "style") : newEntry(page, value, name);
}

function existing(page: Page, element: MarkupElement, { key, value }: ObjectEntry): Located<ValueSlot> {
  if (value.kind === "literal") return valueSlot(value.value, (next) => putLiteral(value, next));
  if (value.kind === "code") return fromCode(page, element, key);
  const { start, end } = value;
  return valueSlot(page.text.slice(start, end), (next) => {
    // React reads a bare number as pixels; anything else has to be a string.
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(next);
    return { start, end, text: isNumber ? next : quoted(next, '"') };
  });
}

function newObject(page: Page, element: MarkupElement, name: string): Located<ValueSlot> {
  const at = element.attributesEnd;
  const wrap = { open: `${separatorOf(page, element)}style={{ `, separator: ", ", close: " }}" };
  return valueSlot(null, (value) => ({ start: at, end: at, text: entryOf(name, value, '"'), wrap }));
}

function newEntry({ text }: Page, object: StyleObject, name: string): Located<ValueSlot> {
  const last = object.entries.at(-1);
  if (last === undefined) {
    const start = object.start + 1;
    const inside = text.slice(start, object.end - 1);
    const isEmpty = inside.trim() === "";
    const end = isEmpty ? object.end - 1 : start;
    const wrap = { open: " ", separator: ", ", close: isEmpty || !/^\s/.test(inside) ? " " : "" };
    return valueSlot(null, (value) => ({ start, end, text: entryOf(name, value, '"'), wrap }));
  }
  const layout = /[{,](\s*)$/.exec(text.slice(object.start, last.start))?.[1] ?? " ";
  const separator = object.entries.length > 1 || layout.includes("\n") ? layout : " ";
  return valueSlot(null, (value): Splice => {
    const entry = entryOf(name, value, quoteIn(object));
    return { start: last.end, end: last.end, text: `,${separator}${entry}` };
  });
}

function quoteIn(object: StyleObject): "'" | '"' {
  const values = object.entries.map(({ value }) => value).filter((value) => value.kind === "literal");
  return values.at(-1)?.quote === "'" ? "'" : '"';
}

function entryOf(name: string, value: string, quote: "'" | '"'): string {
  const key = /^[A-Za-z]+$/.test(name) ? name : quoted(name, quote);
  return `${key}: ${quoted(value, quote)}`;
}

function fromCode(page: Page, element: MarkupElement, what: string): Located<ValueSlot> {
  return refuse(
    "holds-code",
    sentence("site.style-from-code", { what, element: element.name, line: lineOf(page.text, element.start) }),
  );
}
