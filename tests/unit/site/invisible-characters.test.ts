import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemWithInvisible } from "#src/site/invisible-characters.ts";
import { inWords } from "#src/words/words.ts";
import { runs } from "#tests/support/runs.ts";

const problem = (text: string, before: string | null = null): string | null => {
  const told = problemWithInvisible("Text", text, [before]);
  return told && inWords(told).message;
};

const tags = (text: string) =>
  String.fromCodePoint(...Array.from(text, (one) => 0xe0000 + one.charCodeAt(0)));

describe("an invisible character that a request adds", () => {
  test.each([
    ["\u00AD", "a soft hyphen (U+00AD)"],
    ["\u034F", "a combining grapheme joiner (U+034F)"],
    ["\u061C", "an Arabic letter mark (U+061C)"],
    ["\u115F", "a Hangul filler (U+115F)"],
    ["\u1160", "a Hangul filler (U+1160)"],
    ["\u180E", "a Mongolian selector (U+180E)"],
    ["\u200B", "a zero-width space (U+200B)"],
    ["\u200C", "a zero-width non-joiner (U+200C)"],
    ["\u200D", "a zero-width joiner (U+200D)"],
    ["\u200E", "a left-to-right mark (U+200E)"],
    ["\u200F", "a right-to-left mark (U+200F)"],
    ["\u202E", "a change of direction (U+202E)"],
    ["\u2060", "a word joiner (U+2060)"],
    ["\u2062", "an invisible operator (U+2062)"],
    ["\u2067", "a change of direction (U+2067)"],
    ["\u206A", "a deprecated format character (U+206A)"],
    ["\u2800", "a blank Braille pattern (U+2800)"],
    ["\u3164", "a Hangul filler (U+3164)"],
    ["\uFE0F", "a variation selector (U+FE0F)"],
    ["\uFEFF", "a byte order mark (U+FEFF)"],
    ["\uFFA0", "a Hangul filler (U+FFA0)"],
    ["\uFFF9", "an annotation mark (U+FFF9)"],
    ["\uFDD0", "a noncharacter (U+FDD0)"],
    ["\u{1FFFE}", "a noncharacter (U+1FFFE)"],
    ["\u{E0041}", "a tag character (U+E0041)"],
    ["\u{E0100}", "a variation selector (U+E0100)"],
  ])("%j is refused by its name and place", (character, name) => {
    expect(problem(`Hello${character} world`)).toBe(
      `Text contains an invisible character, ${name} after “Hello”: take it out, or type the text again.`,
    );
  });

  test("is told with how many more there are, and of a long text only where it is", () => {
    const text = `${"a".repeat(100)}\u200B${tags("send your card")}`;
    expect(problem(text)).toBe(
      `Text contains an invisible character, a zero-width space (U+200B) after “…${"a".repeat(20)}”, and 14 more: take it out, or type the text again.`,
    );
  });

  test("is refused at the beginning, and behind an emoji that has no use for it", () => {
    expect(problem("\uFEFFHello")).toContain("at its beginning");
    expect(problem(`🎉${tags("hidden")}`)).toContain("a tag character");
    expect(problem("🎉\u200D")).toContain("a zero-width joiner");
    expect(problem("❤️\uFE0F")).toContain("a variation selector");
    expect(problem(`🏴${tags("pay me")}\u{E007F}`)).toContain("a tag character");
  });

  test("is refused beside a letter that needs one joiner when there are two", () => {
    expect(problem("می\u200C\u200Cخواهم")).toContain("a zero-width non-joiner");
  });
});

describe("what needs an invisible character", () => {
  test.each([
    ["a family", "👨‍👩‍👧‍👦"],
    ["a skin tone in a pair", "👩🏽‍🤝‍👨🏻"],
    ["a profession", "👩🏿‍⚕️"],
    ["a heart as an emoji, and as a sign", "❤️ ❤︎"],
    ["a heart on fire", "❤️‍🔥"],
    ["a rainbow flag", "🏳️‍🌈"],
    ["a pirate flag", "🏴‍☠️"],
    ["the flag of a country", "🇩🇪"],
    ["the flags of England, Scotland and Wales", "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
    ["a key", "1️⃣ #️⃣"],
    ["Persian", "می‌خواهم"],
    ["Hindi", "क्‍ष क्‌ष"],
    ["Sinhala", "ශ්‍රී"],
    ["Malayalam at the end of a word", "അവന്‍ വന്നു"],
    ["Mongolian", "ᠠ᠋"],
    ["a Japanese name", "葛\u{E0100}城"],
    ["Braille", "⠓⠊⠀⠽⠕⠥"],
    ["an Arabic number sign", "\u0600١٢"],
  ])("%s passes", (_, text) => {
    expect(problem(text)).toBeNull();
  });
});

test("what stood there already may stay, so often and no more", () => {
  expect(problem("a\u200Bb, new", "a\u200Bb")).toBeNull();
  expect(problem("a\u200Bb\u200B", "a\u200Bb")).toContain("zero-width space");
  expect(problem("a\u200Bb\u2060", "a\u200Bb")).toContain("word joiner");
});

/** Every character of Unicode in turn: a million of them at once would be slow to look through. */
function* everyCharacter(): Generator<string> {
  for (let code = 0; code < 0x11_0000; code += 1)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

const isOf = (kind: RegExp) =>
  everyCharacter()
    .filter((character) => kind.test(character))
    .toArray();

/** All that has no shape, but for the format characters that are drawn around digits. */
const unseen = isOf(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u).filter(
  (one) => !/[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/u.test(one),
);
const codeOf = (character: string) =>
  `(U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
const words = fc.string({
  unit: fc.constantFrom(...Array.from("abcXYZ äß日本 12")),
  minLength: 1,
  maxLength: 15,
});

describe("of all characters of Unicode", () => {
  test("each without a shape is refused by its code and place, between any words", () => {
    expect(unseen.length).toBeGreaterThan(4000);
    for (const character of unseen) expect(problem(`Hello${character} world`)).toContain(codeOf(character));
    fc.assert(
      fc.property(fc.constantFrom(...unseen), words, words, (character, before, after) => {
        const told = problem(`${before}a${character}${after}`);
        expect(told).toContain(`${codeOf(character)} after “`);
        expect(told).toContain(`a”`);
      }),
      { numRuns: runs(2000) },
    );
  });

  test("each without a shape may stay where it is, and come back where it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...unseen), words, words, (character, before, after) => {
        const old = `${before}${character}${after}`;
        expect(problem(`${old}!`, old)).toBeNull();
        expect(problemWithInvisible("Text", old, ["what stands there now", old])).toBeNull();
      }),
      { numRuns: runs(2000) },
    );
  });

  test("each with a shape passes", () => {
    const none = new Set([...unseen, "\u2800"]);
    let seen = "";
    for (const character of everyCharacter()) {
      if (!none.has(character)) seen += `${character} `;
      if (seen.length < 10_000) continue;
      expect(problem(seen)).toBeNull();
      seen = "";
    }
    expect(problem(seen)).toBeNull();
  });
});

describe("of all emoji", () => {
  const tones = isOf(/\p{Emoji_Modifier}/u);
  const bases = isOf(/\p{Emoji_Modifier_Base}/u);
  const pictures = isOf(/\p{Extended_Pictographic}/u);

  test("each passes as a picture and as a sign", () => {
    for (const one of pictures)
      for (const sign of ["\uFE0E", "\uFE0F"]) expect(problem(one + sign)).toBeNull();
  });

  test("each person passes in every tone, alone, with a sign and beside another", () => {
    const person = fc
      .tuple(fc.constantFrom(...bases), fc.constantFrom("", ...tones))
      .map((parts) => parts.join(""));
    const sign = fc.constantFrom("♀\uFE0F", "♂\uFE0F", "⚕\uFE0F", "🚀", "🤝");
    const family = fc.oneof(
      fc.array(person, { minLength: 2, maxLength: 4 }),
      fc.tuple(person, sign),
      fc.tuple(person, sign, person),
    );
    fc.assert(
      fc.property(family, words, (parts, around) => {
        expect(problem(`${around}${parts.join("\u200D")}${around}`)).toBeNull();
        expect(problem(`${around}a${parts.join("\u200D")}\u200D a`), "none is left over").not.toBeNull();
      }),
      { numRuns: runs(2000) },
    );
  });

  test("each flag of two letters passes", () => {
    const letters = isOf(/\p{Regional_Indicator}/u);
    for (const one of letters) for (const other of letters) expect(problem(one + other)).toBeNull();
  });
});

test("a joiner passes between letters of every script that joins, and of no other", () => {
  const joining = [
    "بب",
    "ܒܒ",
    "ߓߓ",
    "ᠠᠠ",
    "कक",
    "কক",
    "ਕਕ",
    "કક",
    "କକ",
    "கக",
    "కక",
    "ಕಕ",
    "കക",
    "කක",
    "កក",
    "ကက",
  ];
  for (const letters of joining)
    for (const joiner of ["\u200C", "\u200D"])
      expect(problem(letters[0] + joiner + letters[1]), letters).toBeNull();
  for (const letters of ["ab", "äß", "дж", "αβ", "日本", "한국", "אב", "กข"])
    for (const joiner of ["\u200C", "\u200D"])
      expect(problem(letters[0] + joiner + letters[1]), letters).not.toBeNull();
});
