import { integer } from "fast-check";

/** The surrogates are no characters of their own. */
const SURROGATES = { first: 0xd800, count: 0x800 };

const byNumber = (number: number): string =>
  String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count);

function numberOf(character: unknown): number {
  const code = typeof character === "string" ? character.codePointAt(0) : undefined;
  if (code === undefined || character !== String.fromCodePoint(code)) throw new Error("not one character");
  return code < SURROGATES.first ? code : code - SURROGATES.count;
}

/**
 * Every character of Unicode, each as likely as another: the unit `"binary"` of fast-check, which lists all 1.1 million of
 * them in each process (a second, and 130 MB).
 */
export const anyCharacter = integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(byNumber, numberOf);
