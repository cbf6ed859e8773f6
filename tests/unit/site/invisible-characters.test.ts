import { describe, expect, test } from "vitest";
import { problemWithInvisible } from "#src/site/invisible-characters.ts";

const problem = (text: string, before: string | null = null) => problemWithInvisible("Text", text, [before]);

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
