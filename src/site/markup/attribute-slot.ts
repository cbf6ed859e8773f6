import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { adviceOnRuns, attributeRunSlot } from "./attribute-runs.ts";
import { attributeFromCode, steersCode } from "./attribute-names.ts";
import { attributeOf, type MarkupAttribute, type MarkupElement } from "./element.ts";
import { putLiteral, quotedAttribute } from "./escape.ts";
import type { Page } from "./page.ts";

/** One attribute of an element; one that is not there yet is added after the others. */
export function attributeSlot(
  page: Page,
  element: MarkupElement,
  { attribute: name, run }: { attribute: string; run?: number | undefined },
): Located<ValueSlot> {
  if (steersCode(element)) return refusalForCode(page, element);
  const usual = usualName(page, name);
  const attribute = attributeOf(element, usual) ?? attributeOf(element, name);
  const code = page.dialect === "jsx" ? null : attributeFromCode(element, usual);
  if (code !== null) return fromCode(page, element, `${usual} (by ${code})`);
  if (run !== undefined) return attributeRunSlot(page, attribute, { element, run });
  if (attribute !== undefined) return existing(page, element, attribute);
  return refusalForSpread(page, element, usual) ?? added(page, element, usual);
}

function refusalForCode({ text }: Page, element: MarkupElement): Refusal {
  return refuse(
    "not-editable",
    sentence("site.loads", { element: element.name, line: lineOf(text, element.start) }),
  );
}

function added(page: Page, element: MarkupElement, name: string): Located<ValueSlot> {
  const at = element.attributesEnd;
  const quote = quoteIn(element);
  const before = `${separatorOf(page, element)}${name}=`;
  return valueSlot(null, (value) => ({
    start: at,
    end: at,
    text: before + quotedAttribute(value, quote, page),
  }));
}

function quoteIn({ attributes }: MarkupElement): '"' | "'" {
  const values = attributes.map(({ value }) => value).filter((value) => value.kind === "quoted");
  return values.at(-1)?.quote ?? '"';
}

function existing(page: Page, element: MarkupElement, attribute: MarkupAttribute): Located<ValueSlot> {
  const { name, value } = attribute;
  if (value.kind === "quoted") {
    const { quote } = value;
    const edge = quote === null ? 0 : 1;
    return valueSlot(value.value, (next) => ({
      start: value.start - edge,
      end: value.end + edge,
      text: quotedAttribute(next, quote ?? '"', page),
    }));
  }
  if (value.kind === "literal")
    return valueSlot(value.literal.value, (next) => putLiteral(value.literal, next));
  const { end } = attribute;
  if (value.kind === "none" && page.dialect !== "jsx") {
    return valueSlot("", (next) => ({ start: end, end, text: `=${quotedAttribute(next, '"', page)}` }));
  }
  const place = { name: element.name, start: attribute.start };
  const advice = adviceOnRuns(attribute) ?? "a developer has to.";
  return refuse("holds-code", `${comesFromCode(page, place, name)} ${advice}`);
}

export function fromCode(page: Page, { name, start }: MarkupElement, what: string): Refusal {
  return refuse("holds-code", `${comesFromCode(page, { name, start }, what)} a developer has to.`);
}

function comesFromCode(
  { text }: Page,
  { name, start }: Pick<MarkupElement, "name" | "start">,
  what: string,
): string {
  return `The ${what} of <${name}> comes from code (line ${lineOf(text, start)}), which ux-agent does not change:`;
}

/** What `{...props}` gives an element cannot be seen, so it cannot be shown what would be replaced. */
export function refusalForSpread(page: Page, element: MarkupElement, name: string): Refusal | null {
  if (!element.spread) return null;
  return refuse(
    "holds-code",
    sentence("site.spread", {
      element: element.name,
      line: lineOf(page.text, element.start),
      attribute: name,
    }),
  );
}

/** Another attribute stands like the last one: on a line of its own where that does. */
export function separatorOf({ text }: Page, element: MarkupElement): string {
  const last = element.attributes.at(-1);
  if (last === undefined) return " ";
  const separator = /\s+$/.exec(text.slice(element.start, last.start))?.[0] ?? " ";
  return separator;
}

/** React writes two attributes differently from HTML; either spelling may be in ux-agent.json and in the file. */
function usualName({ dialect }: Page, name: string): string {
  if (/^class(?:name)?$/i.test(name)) return dialect === "jsx" ? "className" : "class";
  if (/^(?:html)?for$/i.test(name)) return dialect === "jsx" ? "htmlFor" : "for";
  return dialect === "html" ? name.toLowerCase() : name;
}
