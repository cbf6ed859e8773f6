import { parseColor } from "#src/site/color.ts";
import type { CatalogueProperty, CatalogueSection, ValueType } from "#src/site/catalogue.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Loose, Why, Wish } from "#src/requests/draft.ts";
import type { SetClause } from "./clause.ts";
import { isAboutLooks, isColorCode, isVagueColor } from "./looks.ts";
import { notLooks, notSure } from "./not-sure.ts";
import type { Value } from "./value.ts";
import { type PropertyIn, type Vocabulary, phraseKey, propertiesIn } from "./vocabulary.ts";
import { echo } from "#src/requests/naming.ts";

/** What a clause comes to in its section. */
export type Meant = { wish: Wish; doubt?: Why } | { loose: Loose; doubt?: Why } | { doubt: Why };

/** Finds the property that a clause is about, by its name or, when there is only one that fits, by its value. */
export function meantBy(section: CatalogueSection, clause: SetClause, vocabulary: Vocabulary): Meant {
  const { target } = clause;
  if (target === null || target.property === null) return byValue(section, clause);
  const named = propertiesIn(vocabulary, section, target.property);
  const [only] = named;
  if (only !== undefined && named.length === 1)
    return byName({ section, property: only }, clause, vocabulary);
  if (named.length > 1) return { loose: { value: valueFor(clause.value), among: named, why: "" } };
  if (target.orSections.includes(section)) return byValue(section, clause);
  return { doubt: notSure(clause.from) };
}

function byName(named: PropertyIn, clause: SetClause, vocabulary: Vocabulary): Meant {
  const { property } = named;
  const { value, left } = clause;
  if (property.value === "links") return ofList(property);
  if (value === null) return withoutExactValue(property, left);
  if (value.quoted !== null) return quotedWish(property, value.quoted, left);
  if (property.value === "color") return colorWish(property, value, left);
  if (property.value === "url")
    return wish(property, value.text?.replace(/[.,;!?]+$/, "") ?? null, value.doubt);
  return textWish(named, clause, vocabulary);
}

/** All of a list at once is nothing that can be changed. */
function ofList(property: CatalogueProperty): Meant {
  if (property.fields === undefined) return wish(property, null, sentence("doubt.links-singly"));
  return { doubt: sentence("doubt.list", { property: property.label }) };
}

/** Words in the place of a value count when they are one that the site lists: `make the size large please`. */
function withoutExactValue(property: CatalogueProperty, left: string): Meant {
  const words = left.replace(/[\s,]+(?:please|pls|plz|thanks)[.!]*$/i, "").toLowerCase();
  const listed = listedValue(property, words);
  if (listed !== undefined || left === "") return wish(property, listed ?? null);
  // Asked only for the text, a person would answer `bold`.
  const looks = property.value === "text" && isAboutLooks(left);
  return wish(property, null, looks ? notLooks(property.label, left) : notSure(left));
}

function listedValue({ rules }: CatalogueProperty, words: string): string | undefined {
  const plain = words.toLowerCase().replace(/[.!]$/, "");
  return rules.oneOf?.find((each) => each.toLowerCase() === plain);
}

/** A second text in quotes leaves open which of them is meant. */
function quotedWish(property: CatalogueProperty, quoted: string, left: string): Meant {
  if (/["“”„«»]|['’‘`](?!\p{L})|\b(?:should|must|not)\b/u.test(left))
    return wish(property, null, notSure(left));
  return { ...wish(property, quoted), ...doubtAbout(left) };
}

function colorWish(property: CatalogueProperty, value: Value, left: string): Meant {
  if (value.color === null) return wish(property, value.text);
  return left === "" ? wish(property, value.color) : wish(property, null, notSure(left));
}

/** Words without quotes for a text: as they are, unless they may be a colour or not the text at all. */
function textWish({ section, property }: PropertyIn, clause: SetClause, vocabulary: Vocabulary): Meant {
  const { value } = clause;
  if (value === null) return wish(property, null);
  const listed = listedValue(property, value.text ?? "");
  if (listed !== undefined) return wish(property, listed);
  if (value.text === null) return colorOfText({ section, property }, clause, vocabulary);
  if (parseColor(value.text) !== null) {
    const colors = ofType(section, "color");
    if (colors.length === 0) return wish(property, null, notLooks(property.label, value.text));
    const why = sentence("doubt.color", { words: echo(value.text) });
    return { loose: { value: value.text, among: [property, ...colors], why } };
  }
  return value.doubt === "" ? wish(property, value.text) : wish(property, null, value.doubt);
}

/** `make the footer text blue`: the colour of the letters, where the site has that and nothing else like it. */
function colorOfText(
  { section, property }: PropertyIn,
  { value, left }: SetClause,
  vocabulary: Vocabulary,
): Meant {
  const [only, second] = propertiesIn(vocabulary, section, phraseKey("text color"));
  if (only !== undefined && second === undefined && value !== null && isTextOfSection(property))
    return colorWish(only, value, left);
  return wish(property, null, value === null ? "" : notLooks(property.label, value.from));
}

/** The colour of a section is the colour of its main text. It may not be the colour of a button or a logo in it. */
function isTextOfSection(property: CatalogueProperty): boolean {
  return property.id === "text";
}

function byValue(section: CatalogueSection, clause: SetClause): Meant {
  const { value, left } = clause;
  if (value === null) return withoutValue(section, left);
  if (value.quoted !== null) return { ...byText(section, value.quoted, value.said), ...doubtAbout(left) };
  if (value.color !== null) return byColor(section, value, left);
  if (value.text === null) return { doubt: notSure(value.from) };
  const doubt = value.doubt === "" && !value.said ? doubtAboutUnnamed(value.text) : value.doubt;
  return doubt === "" ? byText(section, value.text, value.said) : byDoubtfulText(section, value.text, doubt);
}

/** `the header should be sticky`: what begins like this describes the section at least as often as it is a text for it. */
function doubtAboutUnnamed(text: string): Why {
  return /^\p{Ll}|^\d.*\p{Ll}{3,}[.!]?$/u.test(text)
    ? sentence("doubt.text-itself", { words: echo(text) })
    : "";
}

function withoutValue(section: CatalogueSection, left: string): Meant {
  if (left === "") return { loose: { value: null, among: section.properties, why: "" } };
  return vagueColor(section, left) ?? { doubt: notSure(left) };
}

function byDoubtfulText(section: CatalogueSection, text: string, why: Why): Meant {
  return vagueColor(section, text) ?? { loose: { value: null, among: section.properties, why } };
}

/** `make the header darker`: which colour is asked; `bigger` is nothing that can be done. */
function vagueColor(section: CatalogueSection, words: string): Meant | null {
  const [color, second] = ofType(section, "color");
  if (color === undefined || second !== undefined) return null;
  if (isColorCode(words)) return wish(color, words);
  if (!isVagueColor(words.slice(0, 100))) return null;
  return wish(color, null, sentence("doubt.vague-color", { words: echo(words) }));
}

function byColor(section: CatalogueSection, value: Value, left: string): Meant {
  const colors = ofType(section, "color");
  const [only] = colors;
  if (left !== "" && value.text !== null)
    return { doubt: notSure(value.text.includes(left) ? value.text : left) };
  if (only === undefined) return { doubt: sentence("doubt.no-color", { section: section.label }) };
  if (colors.length > 1)
    return { loose: { value: value.color, among: colors, why: "" }, ...doubtAbout(left) };
  return colorWish(only, value, left);
}

function byText(section: CatalogueSection, text: string, said: boolean): Meant {
  const texts = ofType(section, "text");
  const colors = said || parseColor(text) === null ? [] : ofType(section, "color");
  const [only] = texts;
  if (only === undefined) return { doubt: sentence("doubt.no-text", { section: section.label }) };
  const among = [...texts, ...colors];
  return among.length === 1 ? wish(only, text) : { loose: { value: text, among, why: "" } };
}

function valueFor(value: Value | null): string | null {
  if (value === null || value.doubt !== "") return null;
  return value.quoted ?? value.text ?? value.color;
}

function ofType(section: CatalogueSection, type: ValueType): CatalogueProperty[] {
  return section.properties.filter((property) => property.value === type);
}

function wish(property: CatalogueProperty, value: string | null, why: Why = ""): { wish: Wish } {
  return { wish: { property, value, why } };
}

function doubtAbout(left: string): { doubt?: Why } {
  return left === "" ? {} : { doubt: notSure(left) };
}
