import { listsOf } from "#src/requests/list-fields.ts";
import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { parseColor } from "#src/site/color.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Loose, Why, Wish } from "#src/requests/draft.ts";
import { echo } from "#src/requests/naming.ts";
import { type Clause, type SetClause, referencesIn } from "./clause.ts";
import { isAboutLooks, isVagueColor } from "./looks.ts";
import { notLooks, notSure } from "./not-sure.ts";
import type { Value } from "./value.ts";
import { type PropertyIn, type Vocabulary, phraseKey, propertiesIn } from "./vocabulary.ts";

/** What a clause does in its section; `doubt` is about what is left of its words. */
export interface Meant {
  wish?: Wish;
  loose?: Loose;
  doubt?: Why;
}

/** The properties of a section that a clause can be about: those that it names, or else those that can have what it says. */
export function possibleIn(
  section: CatalogueSection,
  clause: Clause,
  vocabulary: Vocabulary,
): CatalogueProperty[] {
  const named = namedIn(section, clause, vocabulary);
  if (clause.kind === "set")
    return named ?? section.properties.filter((property) => canHave(property, clause.value));
  if (clause.kind !== "links") return named ?? [];
  return listsOf(section).filter((list) =>
    [named, clause.lists].every((each) => each?.includes(list) ?? true),
  );
}

/** Null where a clause names no property, or does so only in other sections. */
function namedIn(
  section: CatalogueSection,
  clause: Clause,
  vocabulary: Vocabulary,
): CatalogueProperty[] | null {
  const property = referencesIn(clause).find((each) => each.property !== null);
  const named = propertiesIn(vocabulary, section, property?.property ?? "");
  const isElsewhere = named.length === 0 && property?.orSections.includes(section) === true;
  return property === undefined || isElsewhere ? null : named;
}

/** What stands in quotes may be a colour as well. */
function canHave({ value: type }: CatalogueProperty, value: Value | null): boolean {
  if (value === null) return true;
  if (value.quoted === null && value.color !== null) return type === "color";
  return type === "text" || (type === "color" && !value.said && parseColor(value.quoted ?? "") !== null);
}

/** What a clause that sets something sets in its section: the property that it names, or the only one that can have its value. */
export function meantBy(section: CatalogueSection, clause: SetClause, vocabulary: Vocabulary): Meant {
  const isNamed = namedIn(section, clause, vocabulary) !== null;
  const doubtful = isNamed ? null : noValue(section, clause);
  if (doubtful !== null) return doubtful;
  const { value, left, from } = clause;
  const among = possibleIn(section, clause, vocabulary);
  const [only, second] = among;
  const none = sentence(value?.color == null ? "doubt.no-text" : "doubt.no-color", {
    section: section.label,
  });
  if (only === undefined) return { doubt: isNamed ? notSure(from) : none };
  if (second === undefined) return ofProperty({ section, property: only }, clause, vocabulary);
  const known = value === null || value.doubt !== "" ? null : wordsFor(only, value);
  return known === null
    ? { loose: { value: null, among, why: notSure(left) } }
    : { loose: { value: known, among, why: "" }, doubt: notSure(left) };
}

/** Words for a section as a whole that are no value of it: `make the header darker`, `the header should be sticky`. */
function noValue(section: CatalogueSection, { value, left }: SetClause): Meant | null {
  if (value === null || (value.color !== null && value.text !== null && left !== "")) {
    const words = value?.text ?? left;
    return words === "" ? null : (vagueColor(section, words) ?? { doubt: notSure(words) });
  }
  const why = doubtAboutUnnamed(value);
  const loose = { value: null, among: section.properties, why };
  return why === "" ? null : (vagueColor(section, value.text ?? "") ?? { loose });
}

/** `make the header darker`: the check of a value says what a colour looks like; `bigger` is nothing that can be done. */
function vagueColor(section: CatalogueSection, words: string): Meant | null {
  const [color, second] = isVagueColor(words.slice(0, 100)) ? ofColor(section) : [];
  return color === undefined || second !== undefined
    ? null
    : { wish: { property: color, value: words, why: "" } };
}

const ofColor = ({ properties }: CatalogueSection): CatalogueProperty[] =>
  properties.filter(({ value }) => value === "color");

/** `the header should be sticky`: what begins like this describes the section at least as often as it is a text for it. */
function doubtAboutUnnamed({ quoted, color, text, said, doubt }: Value): Why {
  if (quoted !== null || color !== null || text === null) return "";
  if (doubt !== "") return doubt;
  return !said && /^\p{Ll}|^\d.*\p{Ll}{3,}[.!]?$/u.test(text)
    ? sentence("doubt.text-itself", { words: echo(text) })
    : "";
}

/** A second text in quotes behind a value, or a word like these, leaves open which of them is meant. */
const SECOND = /["“”„«»]|['’‘`](?!\p{L})|\b(?:should|must|not)\b/u;

/** What one property is to be, as far as the words are sure to be it. */
function ofProperty(named: PropertyIn, clause: SetClause, vocabulary: Vocabulary): Meant {
  const { property } = named;
  const { value, left } = clause;
  if (property.value === "links") return allOfList(property);
  if (value === null) return asking(property, notValue(property, left));
  if (isColorForText(named, value)) return colorOfText(named, clause, vocabulary);
  const known = { wish: { property, value: wordsFor(property, value), why: "" } };
  if (value.quoted === null && property.value !== "color")
    return property.value === "url" || property.rules.oneOf || value.doubt === ""
      ? known
      : asking(property, value.doubt);
  const isOpen = left !== "" && (property.value === "color" || SECOND.test(left));
  return isOpen ? asking(property, notSure(left)) : { ...known, doubt: notSure(left) };
}

function asking(property: CatalogueProperty, why: Why): Meant {
  return { wish: { property, value: null, why } };
}

/** Asked only for the text, a person would answer `bold`. */
function notValue({ label, value: type }: CatalogueProperty, words: string): Why {
  return type === "text" && isAboutLooks(words) ? notLooks(label, words) : notSure(words);
}

/** All of a list at once is nothing that can be changed. */
function allOfList(list: CatalogueProperty): Meant {
  const why = sentence("doubt.list", { property: list.label });
  return list.fields === undefined ? asking(list, why) : { doubt: why };
}

/** The words of a value that are for such a property; of a list of values, as that has them. */
function wordsFor({ value: type, rules }: CatalogueProperty, { quoted, color, text }: Value): string | null {
  if (quoted !== null) return quoted;
  if (type === "color") return color ?? text;
  const plain = text?.replace(/[.,;!?]+$/, "");
  const listed = rules.oneOf?.find((each) => each.toLowerCase() === plain?.toLowerCase());
  return listed ?? (type === "url" ? plain : text) ?? null;
}

function isColorForText({ section, property }: PropertyIn, { quoted, said, text }: Value): boolean {
  if (property.value !== "text" || quoted !== null) return false;
  if (text === null) return true;
  // `the soup is Tomato now`: written like a name, where nothing has a colour.
  const isName = /^\p{Lu}/u.test(text) && ofColor(section).length === 0;
  return !said && !isName && !property.rules.oneOf && parseColor(text) !== null;
}

/** `make the footer text blue`: the colour of the letters, where the site has that and nothing else like it. */
function colorOfText({ section, property }: PropertyIn, clause: SetClause, vocabulary: Vocabulary): Meant {
  const { text = null, color = null, from = "" } = clause.value ?? {};
  const [only, second] = propertiesIn(vocabulary, section, phraseKey("text color"));
  if (text === null && property.id === "text" && only !== undefined && second === undefined)
    return ofProperty({ section, property: only }, clause, vocabulary);
  const colors = ofColor(section);
  if (colors.length === 0) return asking(property, notLooks(property.label, from));
  const why = sentence("doubt.color", { words: echo(from) });
  return { loose: { value: text ?? color, among: [property, ...colors], why } };
}
