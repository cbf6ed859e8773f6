import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import type { Splice } from "#src/site/splice.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { Literal, MarkupElement, Piece } from "./element.ts";
import { escapeText, putLiteral } from "./escape.ts";
import type { Page } from "./page.ts";
import { edgesOf, foldLines, withoutOuterBreaks } from "./text.ts";

/** Text and strings in braces one after another: what stands between two elements, expressions or comments. */
type Run = (Piece & { kind: "text" | "literal" })[];

/**
 * The texts directly in an element that a page shows, each apart from what stands around it: `Build` in
 * `Build <em>faster</em>`. They are counted from 1, as `site check` shows them.
 */
export function runsOf(page: Page, element: MarkupElement): ValueSlot[] {
  const runs: Run[] = [[]];
  for (const piece of element.pieces) {
    if (piece.kind === "text" || piece.kind === "literal") runs.at(-1)?.push(piece);
    else runs.push(...literalsOf(piece), []);
  }
  return runs.flatMap((run) => {
    const shown = withoutSpaces(run);
    const located = shown.length === 0 ? null : slotOfRun(page, shown);
    return located?.ok ? [located.slot] : [];
  });
}

/** The strings in an expression are a run each: `© {`${year} Acme`}`. */
function literalsOf(piece: Piece): Run[] {
  const literals = piece.kind === "code" ? (piece.literals ?? []) : [];
  return literals.map((literal) => [{ kind: "literal", start: literal.start, end: literal.end, literal }]);
}

/** One of the runs, or what there is instead. */
export function runSlot(page: Page, element: MarkupElement, run: number): Located<ValueSlot> {
  const runs = runsOf(page, element);
  const slot = runs[run - 1];
  return slot === undefined ? noSuchRun(page, element, runs) : { ok: true, slot };
}

/** `1: “Build”, 2: “and ship”`; empty when an element has no text of its own. */
export function shownRuns(page: Page, element: MarkupElement): string {
  return runsOf(page, element)
    .slice(0, 5)
    .map(({ current }, index) => `${index + 1}: “${shorten(current ?? "", 40)}”`)
    .join(", ");
}

function noSuchRun(page: Page, element: MarkupElement, runs: ValueSlot[]): Refusal {
  const has =
    runs.length === 0 ? "has no text of its own" : `has these runs of text: ${shownRuns(page, element)}`;
  return refuse(
    "no-match",
    `<${element.name}> (line ${lineOf(page.text, element.start)}) ${has}. The "run" or the selector in ux-agent.json has to be corrected.`,
  );
}

const isSpace = (piece: Run[number]): boolean =>
  (piece.kind === "text" ? piece.value : piece.literal.value).trim() === "";

/** Spaces at the ends set a run apart from its neighbours (`{" "}`) and belong to neither. */
function withoutSpaces(run: Run): Run {
  const first = run.findIndex((piece) => !isSpace(piece));
  return first < 0 ? [] : run.slice(first, run.findLastIndex((piece) => !isSpace(piece)) + 1);
}

function slotOfRun(page: Page, run: Run): Located<ValueSlot> {
  const [first] = run;
  if (run.length === 1 && first?.kind === "literal") return literalSlot(page, first.literal);
  return slotOf(page, run);
}

/** A string in braces keeps the spaces at its ends, as they are written. */
function literalSlot({ text }: Page, literal: Literal): Located<ValueSlot> {
  const { lead, trail } = edgesOf(text.slice(literal.start, literal.end));
  const inner = { ...literal, start: literal.start + lead, end: literal.end - trail };
  return valueSlot(literal.value.trim(), (value) => putLiteral(inner, value));
}

function slotOf(page: Page, run: Run): Located<ValueSlot> {
  const ends = run.map((piece, index) =>
    edgesOfPiece(page, piece, { first: index === 0, last: index === run.length - 1 }),
  );
  const start = ends[0]?.start ?? 0;
  const end = ends.at(-1)?.end ?? start;
  const current = run.map(meaning).join("");
  const isLead = run[0]?.kind === "literal" && current !== current.trimStart();
  const isTrail = run.at(-1)?.kind === "literal" && current !== current.trimEnd();
  const put = (value: string): Splice => {
    const text = (isLead ? '{" "}' : "") + escapeText(value, page) + (isTrail ? '{" "}' : "");
    return { start, end, text };
  };
  return valueSlot(withoutOuterSpaces(current), put);
}

/** Spaces as they are written, with those that never break. */
const SPACES_BEFORE = /^(?:[ \t\r\n\f\u00A0]|&(?:nbsp|#32|#160|#x20|#xa0);)+/i;
const SPACES_BEHIND = /(?:[ \t\r\n\f\u00A0]|&(?:nbsp|#32|#160|#x20|#xa0);)+$/i;
/** Looking from every space to the end would take too long for a text that is mostly spaces. */
const LONGEST_SPACES = 200;

/** A text without those spaces, as they are meant. */
function withoutOuterSpaces(text: string): string {
  const { lead, trail } = edgesOf(text.replaceAll("\u00A0", " "));
  return text.slice(lead, text.length - trail);
}

function edgesOfPiece(
  { text }: Page,
  { kind, start, end }: Run[number],
  is: { first: boolean; last: boolean },
): { start: number; end: number } {
  if (kind === "literal") return { start, end };
  const written = text.slice(start, end);
  const layout = edgesOf(written);
  const lead = Math.max(layout.lead, SPACES_BEFORE.exec(written)?.[0].length ?? 0);
  const trail = Math.max(layout.trail, SPACES_BEHIND.exec(written.slice(-LONGEST_SPACES))?.[0].length ?? 0);
  return { start: is.first ? start + lead : start, end: is.last ? end - trail : end };
}

function meaning(piece: Run[number]): string {
  return piece.kind === "text" ? foldLines(withoutOuterBreaks(piece.value)) : piece.literal.value;
}
