import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { contentFromCode } from "./attribute-names.ts";
import type { MarkupElement, Piece, Range } from "./element.ts";
import { escapeText, putLiteral } from "./escape.ts";
import type { Page } from "./page.ts";
import { runSlot, shownRuns } from "./runs.ts";
import { edgesOf, foldLines, isTextElement, isVoid, withoutOuterBreaks } from "./text.ts";

/**
 * The text of an element, when nothing but text is in it, or one run of its text; layout around it and comments beside
 * it stay.
 */
export function textSlot(page: Page, element: MarkupElement, run?: number): Located<ValueSlot> {
  if (!isText(page, element)) {
    return refuse("not-editable", sentence("site.code-text", { element: element.name }));
  }
  const { content, name } = element;
  if (isVoid(name) || (content === null && page.dialect === "html")) {
    return refuse("not-editable", sentence("site.no-text", { element: name }));
  }
  const code = page.dialect === "jsx" ? null : contentFromCode(element);
  if (code !== null) return fromAttribute(page, element, code);
  if (run !== undefined) return runSlot(page, element, run);
  if (content === null) return refusalForEmpty(page, element) ?? selfClosingSlot(page, element);
  // Code before the content is in an attribute; an element before it is one that a browser opens again.
  const pieces = element.pieces.filter(({ kind, start }) => kind !== "code" || start >= content.start);
  return refusalFor(page, element, pieces) ?? slotOf(page, element, pieces);
}

/** In Vue a template is what is put into a slot, not something that a page keeps for later. */
function isText({ dialect }: Page, element: MarkupElement): boolean {
  return isTextElement(element) || (dialect === "vue" && element.name === "template");
}

function fromAttribute({ text }: Page, { name, start }: MarkupElement, attribute: string): Refusal {
  return refuse(
    "holds-code",
    sentence("site.text-from-attribute", { attribute, element: name, line: lineOf(text, start) }),
  );
}

/** Only the end of the tag is rewritten: a comment before it stays, with the line break that may end it. */
function selfClosingSlot(page: Page, element: MarkupElement): Located<ValueSlot> {
  const { attributesEnd, end, name } = element;
  const rest = page.text.slice(attributesEnd, end);
  const hasComment = !/^\s*\/\s*>$/.test(rest);
  const start = attributesEnd + (hasComment ? rest.lastIndexOf("/") : 0);
  return valueSlot("", (value) => ({ start, end, text: `>${escapeText(value, page)}</${name}>` }));
}

const CHILDREN = new Set(["children", "dangerouslySetInnerHTML"]);

/** Where nothing is written in an element, React, Svelte and Vue take what it shows from its attributes. */
export function refusalForEmpty({ text, dialect }: Page, element: MarkupElement): Refusal | null {
  const isGiven = element.spread || element.attributes.some(({ name }) => CHILDREN.has(name));
  if (dialect === "html" || !isGiven) return null;
  return refuse(
    "holds-code",
    sentence("site.text-maybe-code", { element: element.name, line: lineOf(text, element.start) }),
  );
}

function refusalFor(page: Page, element: MarkupElement, pieces: Piece[]): Refusal | null {
  const line = (piece: Piece): number => lineOf(page.text, piece.start);
  const code = pieces.find((piece) => piece.kind === "code");
  if (code !== undefined) {
    const written = page.text.slice(code.start, code.end);
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    return refuse(
      "holds-code",
      `The text of <${element.name}> comes from code (\`${shown.replaceAll(/\s+/g, " ")}\`, line ${line(code)}), which ux-agent does not change: ${orByRun(page, element) ?? "a developer has to."}`,
    );
  }
  const child = pieces.find((piece) => piece.kind === "element");
  if (child === undefined) return null;
  return refuse(
    "holds-elements",
    `<${element.name}> also holds <${child.element.name}> (line ${line(child)}), which would be lost: ${orByRun(page, element) ?? "the selector in ux-agent.json has to mean an element with text only."}`,
  );
}

function orByRun(page: Page, element: MarkupElement): string | null {
  const runs = shownRuns(page, element);
  return runs === ""
    ? null
    : `add "run" to the property in ux-agent.json to change one run of the text (${runs}).`;
}

function slotOf(page: Page, element: MarkupElement, pieces: Piece[]): Located<ValueSlot> {
  const isShown = (piece: Piece): boolean => isWritten(piece, page.text);
  const shown = pieces.slice(pieces.findIndex(isShown), pieces.findLastIndex(isShown) + 1);
  const [first] = shown;
  if (first === undefined) {
    const at = element.content?.start ?? element.end;
    return (
      refusalForEmpty(page, element) ??
      valueSlot("", (value) => ({ start: at, end: at, text: escapeText(value, page) }))
    );
  }
  if (shown.some((piece) => piece.kind === "comment")) {
    const line = lineOf(page.text, first.start);
    return refuse("not-editable", sentence("site.comment-in-text", { line }));
  }
  if (shown.length === 1 && first.kind === "literal") {
    const { literal } = first;
    return valueSlot(literal.value, (value) => putLiteral(literal, value));
  }
  return mixedSlot(page, shown);
}

function isWritten(piece: Piece, text: string): boolean {
  if (piece.kind !== "text") return piece.kind === "literal";
  return edgesOf(text.slice(piece.start, piece.end)).lead < piece.end - piece.start;
}

/** Text and strings in braces one after another (`Hello,{" "}world`) are one text and are replaced as one. */
function mixedSlot(page: Page, shown: Piece[]): Located<ValueSlot> {
  const last = shown.length - 1;
  const parts = shown.map((piece, index) =>
    trimmed(piece, page.text, { first: index === 0, last: index === last }),
  );
  const start = parts[0]?.start ?? 0;
  const end = parts[last]?.end ?? start;
  const current = parts.map((part) => part.value).join("");
  return valueSlot(current, (value) => ({ start, end, text: escapeText(value, page) }));
}

/** A piece without the layout at the outer ends of the run; what JSX folds at inner line ends is folded. */
function trimmed(
  piece: Piece,
  text: string,
  is: { first: boolean; last: boolean },
): Range & { value: string } {
  const { start, end } = piece;
  if (piece.kind !== "text")
    return { start, end, value: piece.kind === "literal" ? piece.literal.value : "" };
  const written = text.slice(start, end);
  const edges = edgesOf(written);
  const lead = is.first ? edges.lead : 0;
  const trail = is.last ? edges.trail : 0;
  const value = piece.value.slice(
    folded(written.slice(0, lead)),
    piece.value.length - folded(written.slice(written.length - trail)),
  );
  return { start: start + lead, end: end - trail, value: foldLines(withoutOuterBreaks(value)) };
}

/** Parsers count a line break of two characters as one. */
function folded(layout: string): number {
  return layout.replaceAll("\r\n", "\n").length;
}
