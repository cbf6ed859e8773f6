import { expect, it } from "vitest";
import { inlineMarkdown, type Piece } from "#playground/page/shared/inline-markdown.ts";

/** Pieces as text, with the elements that lit would make. */
const written = (pieces: readonly unknown[]): string => pieces.map(writtenPiece).join("");

function writtenPiece(piece: unknown): string {
  if (Array.isArray(piece)) return written(piece);
  if (!isTemplate(piece)) return String(piece);
  return piece.strings
    .map((text, at) => text + (at in piece.values ? writtenPiece(piece.values[at]) : ""))
    .join("");
}

const isTemplate = (piece: unknown): piece is { strings: string[]; values: unknown[] } =>
  typeof piece === "object" && piece !== null && "strings" in piece;

const shown = (text: string, own?: Parameters<typeof inlineMarkdown>[1]): string =>
  written(inlineMarkdown(text, own));

it.each([
  ["press **Withdraw** first", "press <strong>Withdraw</strong> first"],
  ["ask again with `/ux-update`", "ask again with <code>/ux-update</code>"],
  ["**a `b` c**", "<strong>a <code>b</code> c</strong>"],
  ["**not** \\*this\\*", "<strong>not</strong> *this*"],
  ["a lone ** stays", "a lone ** stays"],
])("shows %o as %s", (text, elements) => {
  expect(shown(text)).toBe(elements);
});

it("takes nothing for HTML", () => {
  const pieces: Piece[] = inlineMarkdown("<b>1</b> & 2");
  expect(pieces).toEqual(["<b>1</b> & 2"]);
});

it("asks a page's own marks first", () => {
  expect(shown("**a** @7", [{ pattern: /@(\d)/, show: ([, id]) => `#${id}` }])).toBe("<strong>a</strong> #7");
});
