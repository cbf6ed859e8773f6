import { isAddressName } from "#src/site/address-names.ts";
import type { Link } from "#src/site/catalogue.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { applySplices } from "#src/site/splice.ts";
import { problemWithAddress } from "#src/site/web-address.ts";
import { problemWithAttribute, steersCode } from "./attribute-names.ts";
import { descendants, type AttributeValue, type MarkupElement, type Range } from "./element.ts";
import { escapeAttribute, escapeText, type Writing } from "./escape.ts";
import { isTextElement } from "./text.ts";

/** Reads a piece of markup in the language of the file; throws when it cannot. */
export type ReadMarkup = (text: string) => MarkupElement;

/** A place in the template for one of the two values, and how a value is written there. */
interface Hole extends Range {
  of: "label" | "href";
  element: MarkupElement;
  /** null: in the text of the element. */
  attribute: string | null;
  write: (value: string) => string;
}

/** How a link of the list is recognised: the element that has the target, and where its label is. */
export interface LinkShape {
  name: string;
  href: string;
  /** The attribute that holds the label; null: the text of the element does. */
  label: string | null;
}

export interface LinkTemplate {
  text: string;
  holes: Hole[];
  shape: LinkShape;
}

const PLACEHOLDER = /\{(label|href)\}/g;

/** Understands a template, or says what is wrong with it: each placeholder has to be where a value stays a value. */
export function readTemplate(
  text: string,
  writing: Writing,
  read: ReadMarkup,
): { ok: true; template: LinkTemplate } | Refusal {
  const elements = elementsOf(text, read);
  const [item] = elements;
  if (item === undefined || item.start > 0 || item.end < text.trimEnd().length) {
    return bad("it has to be one element, written as in the file");
  }
  const holes = elements.flatMap((element) => holesIn(text, element, writing));
  if (holes.length < (text.match(PLACEHOLDER) ?? []).length) {
    return bad("{label} and {href} can only be text or the value of an attribute, never a part of code");
  }
  const shape = shapeOf(holes);
  return shape === null
    ? bad("one element has to have {href} in an attribute and {label} in it")
    : { ok: true, template: { text, holes, shape } };
}

/** One item of the list as it is to stand in the file. */
export function fillTemplate({ text, holes }: LinkTemplate, link: Link): string {
  return (
    applySplices(
      text,
      holes.map(({ start, end, of, write }) => ({ start, end, text: write(link[of]) })),
    ) ?? text
  );
}

function elementsOf(text: string, read: ReadMarkup): MarkupElement[] {
  try {
    return descendants(read(text)).filter(({ written }) => written);
  } catch {
    return [];
  }
}

function holesIn(text: string, element: MarkupElement, writing: Writing): Hole[] {
  return [...holesInText(text, element, writing), ...holesInAttributes(text, element, writing)];
}

/** In JSX a placeholder looks like an expression and has to be all of it: beside other code it would become code. */
function holesInText(text: string, element: MarkupElement, writing: Writing): Hole[] {
  if (!isTextElement(element)) return [];
  const write = (value: string): string => escapeText(value, writing);
  return element.pieces
    .filter(
      ({ kind, start, end }) => kind === "text" || (kind === "code" && isPlaceholder(text.slice(start, end))),
    )
    .flatMap((piece) => placeholders(text, piece))
    .map(({ start, end, of }) => {
      return { start, end, of, element, attribute: null, write };
    });
}

function holesInAttributes(text: string, element: MarkupElement, writing: Writing): Hole[] {
  return element.attributes.flatMap(({ name, value, start, end }): Hole[] => {
    if (problemWithAttribute(name) !== null || steersCode(element)) return [];
    const place = placeIn(text, value, { start, end });
    if (place === null || (isAddressName(name) && !staysAddress(place.written))) return [];
    const { quote } = place;
    const write = (value: string): string =>
      quote === null ? `"${escapeAttribute(value, '"', writing)}"` : escapeAttribute(value, quote, writing);
    return placeholders(text, place).map((hole) => ({ ...hole, element, attribute: name, write }));
  });
}

/** Where an attribute can hold placeholders: inside its quotes, or as all of its braces. */
function placeIn(
  text: string,
  value: AttributeValue,
  attribute: Range,
): (Range & { quote: '"' | "'" | null; written: string }) | null {
  if (value.kind === "quoted") {
    const { start, end, quote } = value;
    return quote === null ? null : { start, end, quote, written: value.value };
  }
  const start = text.indexOf("{", attribute.start);
  const before = text.charAt(start - 1);
  // To Svelte a placeholder in quotes is an expression, too.
  const quote = before === '"' || before === "'" ? before : null;
  const end = attribute.end - (quote === null ? 0 : 1);
  const written = text.slice(start, end);
  return value.kind === "code" && isPlaceholder(written) ? { start, end, quote, written } : null;
}

function isPlaceholder(written: string): boolean {
  return /^\{(?:label|href)\}$/.test(written);
}

/** An address that a target completes has to lead there and nowhere else (`javascript:go({href})`, `/{href}`). */
function staysAddress(written: string): boolean {
  return !written.includes("{label}") && problemWithAddress(written.replaceAll("{href}", "/x")) === null;
}

function placeholders(text: string, { start, end }: Range): (Range & { of: "label" | "href" })[] {
  return [...text.slice(start, end).matchAll(PLACEHOLDER)].map(({ 0: whole, 1: name, index }) => ({
    start: start + index,
    end: start + index + whole.length,
    of: name === "href" ? "href" : "label",
  }));
}

function shapeOf(holes: Hole[]): LinkShape | null {
  const target = holes.find(({ of, attribute }) => of === "href" && attribute !== null);
  if (!target?.attribute) return null;
  const { element, attribute: href } = target;
  const labels = holes.filter(({ of }) => of === "label");
  const inText = labels.some((hole) => hole.attribute === null && isWithin(hole.element, element));
  if (inText) return { name: element.name, href, label: null };
  const label = labels.find((hole) => hole.element === element)?.attribute;
  return label ? { name: element.name, href, label } : null;
}

function isWithin(element: MarkupElement, other: MarkupElement): boolean {
  return other.start <= element.start && element.end <= other.end;
}

function bad(problem: string): Refusal {
  return refuse("bad-template", `The template of the links in ux-agent.json cannot be used: ${problem}.`);
}
