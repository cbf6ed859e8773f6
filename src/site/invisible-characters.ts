import { type Sentence, sentence } from "#src/words/sentence.ts";
import { shorten } from "./shorten.ts";

/** Where a sentence says that a character stands: after so many characters of the text before it. */
const WORDS_BEFORE = 20;

/** What has no shape of its own: a reader sees nothing, and a program reads it. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;

/** Format characters that are seen: they are drawn around or over the digits that follow. */
const SEEN = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/u;

const JOINED =
  String.raw`\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}` +
  String.raw`\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}`;

/** One emoji of several parts, or a letter whose shape the invisible character decides. */
const NEEDED = [
  String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`,
  String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)+`,
  String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]`,
  String.raw`[0-9#*]\uFE0F\u20E3`,
  String.raw`(?<=[${JOINED}])[\u200C\u200D](?=[${JOINED}])`,
  // A letter without its vowel at the end of a word, in Indian scripts.
  String.raw`(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]`,
  String.raw`(?<=\p{scx=Mong})[\u180B-\u180F]`,
  String.raw`(?<=\p{sc=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\u2801-\u28FF])\u2800|\u2800(?=[\u2801-\u28FF])`,
].join("|");

/** ASCII has no invisible characters but controls, which other rules look at. */
const BEYOND_ASCII = /\P{ASCII}/u;

interface Invisible {
  character: string;
  /** In UTF-16 units of the text. */
  at: number;
}

/** Every invisible character that neither an emoji nor the script of the letters beside it needs. */
function invisibleIn(text: string): Invisible[] {
  // Most texts: to compile the patterns below takes longer than all else that is done with a value.
  if (!BEYOND_ASCII.test(text)) return [];
  const needed = new Set(
    Array.from(text.matchAll(new RegExp(NEEDED, "gu"))).flatMap(({ index, 0: { length } }) =>
      Array.from({ length }, (_, offset) => index + offset),
    ),
  );
  return Array.from(text.matchAll(new RegExp(INVISIBLE, "gu")), ({ 0: character, index: at }) => ({
    character,
    at,
  })).filter(({ character, at }) => !needed.has(at) && !SEEN.test(character));
}

/**
 * What is wrong with a text that takes the place of another, in a sentence for people; null when it adds no invisible
 * character. Those that the place has already may stay.
 * @param label what the text is, as people know it
 * @param known texts whose invisible characters may be used again: what stands there, or stood there
 */
export function problemWithInvisible(
  label: Sentence | string,
  text: string,
  known: (string | null)[],
): Sentence | null {
  const allowed = known.flatMap((one) => invisibleIn(one ?? "").map(({ character }) => character));
  const added = invisibleIn(text).filter(({ character }) => {
    const at = allowed.indexOf(character);
    if (at >= 0) allowed.splice(at, 1);
    return at < 0;
  });
  const [first] = added;
  if (first === undefined) return null;
  const before = wordsBefore(text, first);
  const more = added.length - 1;
  const about = { label, ...named(first.character) };
  if (before === "")
    return more === 0
      ? sentence("invisible.begins", about)
      : sentence("invisible.begins-more", { ...about, more });
  return more === 0
    ? sentence("invisible.after", { ...about, before })
    : sentence("invisible.after-more", { ...about, before, more });
}

function wordsBefore(text: string, { at }: Invisible): string {
  const words = Array.from(text.slice(0, at).replaceAll(new RegExp(INVISIBLE, "gu"), ""));
  const shown = words.slice(-WORDS_BEFORE).join("");
  return `${words.length > WORDS_BEFORE ? "…" : ""}${shorten(shown, WORDS_BEFORE * 2)}`;
}

function named(character: string): { character: Sentence; code: string } {
  const code = character.codePointAt(0) ?? 0;
  const [, , name] = NAMES.find(([from, to]) => code >= from && code <= to) ?? [];
  return {
    character: sentence(`invisible.${name ?? otherName(character)}`),
    code: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
  };
}

const otherName = (character: string) =>
  /\p{Noncharacter_Code_Point}/u.test(character) ? "noncharacter" : "other";

/** From, to, and which sentence says what people call it. */
const NAMES = [
  [0xad, 0xad, "soft-hyphen"],
  [0x34f, 0x34f, "grapheme-joiner"],
  [0x61c, 0x61c, "arabic-mark"],
  [0x115f, 0x1160, "hangul-filler"],
  [0x180b, 0x180f, "mongolian-selector"],
  [0x200b, 0x200b, "zero-width-space"],
  [0x200c, 0x200c, "zero-width-non-joiner"],
  [0x200d, 0x200d, "zero-width-joiner"],
  [0x200e, 0x200e, "left-to-right"],
  [0x200f, 0x200f, "right-to-left"],
  [0x202a, 0x202e, "direction"],
  [0x2060, 0x2060, "word-joiner"],
  [0x2061, 0x2064, "operator"],
  [0x2066, 0x2069, "direction"],
  [0x206a, 0x206f, "deprecated"],
  [0x2800, 0x2800, "braille"],
  [0x3164, 0x3164, "hangul-filler"],
  [0xfe00, 0xfe0f, "variation"],
  [0xfeff, 0xfeff, "byte-order"],
  [0xffa0, 0xffa0, "hangul-filler"],
  [0xfff9, 0xfffb, "annotation"],
  [0xe0000, 0xe007f, "tag"],
  [0xe0100, 0xe01ef, "variation"],
] as const;
