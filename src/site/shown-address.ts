import { domainToUnicode } from "node:url";
import type { Change } from "./edit.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";

const ADDRESS = /https?:\/\/[^\s<>"“”]+/giu;

/** The addresses of other sites that the changes add, each once, in order. */
export function outsideAddresses(changes: Pick<Change, "before" | "after">[]): string[] {
  const added = changes.flatMap(({ before, after }) => {
    const known = new Set(before?.match(ADDRESS));
    return (after.match(ADDRESS) ?? []).filter((address) => !known.has(address));
  });
  return [...new Set(added)];
}

/**
 * What a person has to know of an address beside how it is written: the host as a browser asks for it or as it reads, when
 * that is different, and whether its letters are of several scripts. None when there is nothing to say.
 */
export function addressNotes(address: string): Sentence[] {
  const url = URL.parse(address);
  const written = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(address)?.[1]?.toLowerCase();
  if (!url || written === undefined) return [];
  const reads = domainToUnicode(url.hostname) || url.hostname;
  const host = url.hostname === written ? reads : url.hostname;
  const mixed = reads.split(".").map(scriptsIn).find(isStrange);
  return [
    ...(host === written ? [] : [sentence("address.host", { host })]),
    ...(mixed ? [sentence("address.mixed", { scripts: [...mixed] })] : []),
  ];
}

/** The scripts that Unicode recommends for names (UAX #31); letters of any other count as one more. */
const SCRIPTS =
  "Arabic Armenian Bengali Bopomofo Cherokee Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana Kannada Katakana Khmer Lao Latin Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan";
const NEUTRAL = /[\p{Script=Common}\p{Script=Inherited}]/u;

function scriptsIn(label: string): Set<string> {
  const letters = Array.from(label).filter((letter) => !NEUTRAL.test(letter));
  return new Set(letters.map(scriptOf));
}

function scriptOf(letter: string): string {
  if (/[a-z]/i.test(letter)) return "Latin";
  const names = SCRIPTS.split(" ");
  return names.find((name) => new RegExp(String.raw`\p{Script=${name}}`, "u").test(letter)) ?? "unusual";
}

/** What is written together by people who write in these languages ("highly restrictive" in UTS #39). */
const TOGETHER = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

const isStrange = (scripts: Set<string>): boolean =>
  scripts.size > 1 && !TOGETHER.some((usual) => [...scripts].every((script) => usual.includes(script)));
