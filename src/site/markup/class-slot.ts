import { sentence } from "#src/words/sentence.ts";
import { writtenPositions } from "#src/site/html/written-positions.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { Located, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { attributeOf, staticValue, type MarkupAttribute, type MarkupElement } from "./element.ts";
import type { Page } from "./page.ts";

/** One class of an element out of a list, by the name that people know it by; all others stay. */
export function classSlot(
  page: Page,
  element: MarkupElement,
  { oneOf, label }: PropertyOf<"class">,
): Located<ValueSlot> {
  const attribute = attributeOf(element, "className") ?? attributeOf(element, "class");
  const classes = attribute && classesIn(page, attribute);
  if (classes === undefined || classes === null) return noClasses(page, element, attribute);
  const names = new Map(Object.entries(oneOf).map(([name, written]) => [written, name]));
  const found = classes.filter(({ written }) => names.has(written));
  const [only, another] = found;
  const line = lineOf(page.text, element.start);
  if (only === undefined)
    return refuse(
      "no-match",
      `<${element.name}> (line ${line}) has none of the classes of ${label}: "oneOf" in ux-agent.json has to name the one it has.`,
    );
  if (another !== undefined)
    return refuse(
      "several-matches",
      `<${element.name}> (line ${line}) has more than one of the classes of ${label} (${only.written}, ${another.written}): a developer has to remove all but one.`,
    );
  const put: ValueSlot["put"] = (name) => {
    const text = Object.hasOwn(oneOf, name) ? oneOf[name] : undefined;
    return text === undefined
      ? refuse("invalid-value", sentence("value.one-of", { label, choices: Object.keys(oneOf).join(", ") }))
      : { ok: true, splices: [{ start: only.start, end: only.end, text }] };
  };
  return { ok: true, slot: { holds: "value", current: names.get(only.written) ?? null, put } };
}

interface WrittenClass {
  written: string;
  start: number;
  end: number;
}

/** null where code decides them. */
function classesIn({ text }: Page, attribute: MarkupAttribute): WrittenClass[] | null {
  const { value } = attribute;
  if (value.kind !== "literal" && value.kind !== "quoted") return null;
  const inside = value.kind === "literal" ? value.literal : value;
  const source = text.slice(inside.start, inside.end);
  // In code a backslash would move all positions; no class needs one.
  const at = value.kind === "literal" ? null : writtenPositions(source).at;
  const meant = staticValue(attribute) ?? "";
  if (at === null && meant !== source) return null;
  return [...meant.matchAll(/\S+/g)].map(({ 0: written, index }) => {
    const end = index + written.length;
    return { written, start: inside.start + (at?.[index] ?? index), end: inside.start + (at?.[end] ?? end) };
  });
}

function noClasses({ text }: Page, element: MarkupElement, attribute: MarkupAttribute | undefined): Refusal {
  const line = lineOf(text, element.start);
  return attribute === undefined && !element.spread
    ? refuse(
        "no-match",
        `<${element.name}> (line ${line}) has no class: the selector in ux-agent.json has to be corrected.`,
      )
    : refuse(
        "holds-code",
        `The classes of <${element.name}> (line ${line}) come from code, and ux-agent does not change code: a developer has to.`,
      );
}
