import { sentence } from "#src/words/sentence.ts";
import { parse, type Declaration, type Root } from "postcss";
import { declaredValue, startOf } from "#src/site/css/declarations.ts";
import { writtenPositions, type WrittenPositions } from "#src/site/html/written-positions.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { attributeFromCode } from "./attribute-names.ts";
import { fromCode, separatorOf } from "./attribute-slot.ts";
import { attributeOf, type AttributeValue, type MarkupElement, type Range } from "./element.ts";
import { escapeAttribute } from "./escape.ts";
import type { Page } from "./page.ts";
import { cssName } from "./style-names.ts";

type Quoted = Extract<AttributeValue, { kind: "quoted" }>;

/** One property of an inline style (`style="color: red"`); the attribute is added when there is none. */
export function inlineStyleSlot(page: Page, element: MarkupElement, property: string): Located<ValueSlot> {
  const name = cssName(property);
  const code = attributeFromCode(element, "style") ?? attributeOf(element, `style:${name}`)?.name;
  if (code !== undefined) return fromCode(page, element, `${property} (by ${code})`);
  const attribute = attributeOf(element, "style");
  if (attribute === undefined)
    return newStyle(page, name, { at: element.attributesEnd, before: `${separatorOf(page, element)}style` });
  const { value } = attribute;
  if (value.kind === "none") return newStyle(page, name, { at: attribute.end, before: "" });
  return value.kind === "quoted" ? inStyle(page, value, name) : unreadable(page.text, attribute.start);
}

function newStyle(
  page: Page,
  name: string,
  { at, before }: { at: number; before: string },
): Located<ValueSlot> {
  const wrap = { open: `${before}="`, separator: "; ", close: '"' };
  return valueSlot(null, (value) => ({
    start: at,
    end: at,
    text: `${name}: ${escapeAttribute(value, '"', page)}`,
    wrap,
  }));
}

/** Positions in the style are positions in what it means; `written` leads back to the file. */
interface Style {
  page: Page;
  attribute: Quoted;
  written: WrittenPositions;
  root: Root;
}

function inStyle(page: Page, attribute: Quoted, name: string): Located<ValueSlot> {
  const written = writtenPositions(page.text.slice(attribute.start, attribute.end));
  const refusal = unreadable(page.text, attribute.start);
  const root = written.text === attribute.value ? parseStyle(written.text) : null;
  return root === null ? refusal : declarationSlot({ page, attribute, written, root }, name, refusal);
}

function unreadable(text: string, at: number): Refusal {
  const line = lineOf(text, at);
  return refuse("not-editable", sentence("site.style-unreadable", { line }));
}

function parseStyle(text: string): Root | null {
  try {
    const root = parse(text);
    return root.nodes.every(({ type }) => type !== "rule" && type !== "atrule") ? root : null;
  } catch {
    return null;
  }
}

function declarationSlot(style: Style, name: string, refusal: Refusal): Located<ValueSlot> {
  const declarations = style.root.nodes.filter((node): node is Declaration => node.type === "decl");
  const same = declarations.filter(({ prop }) => isSame(prop, name));
  const declaration = same.findLast(({ important }) => important) ?? same.at(-1);
  if (declaration === undefined) return added(style, name, declarations.at(-1));
  const place = declaredValue(declaration);
  if (place === null) return refusal;
  return valueSlot(place.value, (value) => replacement(style, place, value));
}

/** Names are the same in any case, except those of custom properties. */
function isSame(written: string, name: string): boolean {
  return written === name || (!name.startsWith("--") && cssName(written.toLowerCase()) === name);
}

/** Another declaration goes after the last one, with the same spacing. */
function added(style: Style, name: string, last: Declaration | undefined): Located<ValueSlot> {
  const styles = style.written.text.trimEnd();
  const at = styles.length;
  if (last === undefined) {
    const wrap = { open: "", separator: "; ", close: "" };
    return valueSlot(null, (value) => ({
      ...replacement(style, { start: at, end: at }, `${name}: ${value}`),
      wrap,
    }));
  }
  const space = spaceBefore(styles, last);
  return valueSlot(null, (value) => {
    const declaration = `${name}${last.raws.between ?? ": "}${value}`;
    const text = styles.endsWith(";") ? `${space}${declaration};` : `;${space}${declaration}`;
    return replacement(style, { start: at, end: at }, text);
  });
}

function spaceBefore(styles: string, last: Declaration): string {
  const before = /(?:;|^)(\s*)$/.exec(styles.slice(0, startOf(last)))?.[1] ?? "";
  return before === "" && last.raws.between !== ":" ? " " : before;
}

/** The place is one in what the style means. A value without quotes can hold next to nothing, so that it gets them. */
function replacement({ page, attribute, written }: Style, place: Range, text: string) {
  const { quote } = attribute;
  if (quote === null) {
    const whole = written.text.slice(0, place.start) + text + written.text.slice(place.end);
    return { start: attribute.start, end: attribute.end, text: `"${escapeAttribute(whole, '"', page)}"` };
  }
  const start = attribute.start + (written.at[place.start] ?? 0);
  const end = attribute.start + (written.at[place.end] ?? 0);
  return { start, end, text: escapeAttribute(text, quote, page) };
}
