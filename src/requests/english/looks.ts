import doubts from "./doubts.json" with { type: "json" };
import { parseColor } from "#src/site/color.ts";

export const patternOf = (name: keyof typeof doubts): string => `(?:${doubts[name].join("|")})`;
export const LANGUAGES = patternOf("languages");
/** Words at the end about how a text is to look, where, in which language, or about nothing. */
export const ENDS = new RegExp(
  `\\s\\(?(?:${patternOf("ends")}|(?:in|into|to) (?:${LANGUAGES}|${LANGUAGES.toLowerCase()}))\\)?[.!?]?$`,
);
const COMPARATIVE = new RegExp(`^${patternOf("comparatives")}$`);

/** Words for a colour that are none: `darker`, `a nicer color`, `our brand colour`. */
const VAGUE_COLOR =
  /\b(?:dark|light|bright|pal|warm|cool|deep|dull|soft|blu|redd|green)(?:er|ish)\b|\bcolou?r(?:ful|s)?\b|\b(?:bright|light|dark|pastel|neon|pale|vivid|deep)\b/i;
/** Exact, and yet not in a way that it could be taken: `rgb(0, 0, 0)`, `ff0080`, `#ff008080`. */
const COLOR_CODE = /^(?:(?:#|0x|rgba?\(|hsla?\()[\da-f]|[\da-f]{6}$)/i;
/** Who asks for these and is asked for the colour of the section would change another one than was meant. */
const OTHER_COLORS =
  /\b(?:background|backdrop|bg|border|outline|shadow|underline|hover|icon|button|link)s?\b/i;
/** Before a colour these make it one of many: `a nice blue`, `kind of blue`, `more red`. */
const SHADES =
  /^(?:(?:a|an|some|kind|sort|shade|of|very|really|more|less|nice|nicer|pretty|beautiful|bit|another) )+/i;

export function isVagueColor(words: string): boolean {
  if (COLOR_CODE.test(words)) return true;
  if (OTHER_COLORS.test(words)) return false;
  const plain = words.replace(SHADES, "").replace(/-?ish$/i, "");
  return VAGUE_COLOR.test(words) || (plain !== words && parseColor(plain) !== null);
}

/** `10 % higher`, `20px`: how much more something is to be, or how large. */
const RELATIVE = new RegExp(`^${patternOf("relative")}[.!?]?$|^\\d+(?:px|pt|em|rem|%)$`, "u");

export function isRelative(words: string): boolean {
  return RELATIVE.test(words);
}

export function isComparative(word: string): boolean {
  return COMPARATIVE.test(word);
}

/** `bold`, `20px`, `much bigger`. */
export function isAboutLooks(words: string): boolean {
  const last = words.slice(-60).toLowerCase().split(/\s/).at(-1) ?? "";
  return ENDS.test(` ${words.slice(-60)}`) || COMPARATIVE.test(last) || /^\d+(?:px|pt|em|rem|%)$/.test(last);
}
