import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { attachedValue } from "#src/site/pictures/picture-value.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Draft, Why, Wish } from "./draft.ts";
import { emptyDraft } from "./empty-draft.ts";
import type { Request } from "./interpretation.ts";
import { allNames, lookUp, nameKey } from "./names.ts";

/** What words say of an attached picture: it is to be shown somewhere, or something is to have its colour. */
interface Said {
  of: "picture" | "color";
  /** Which one, from 1 on; null when they do not say. */
  number: number | null;
  /** Where, in the person's words; empty when they do not say. */
  where: string;
}

const NOUN = "(?:picture|image|photo|photograph|pic|logo|one|file|attachment)";
const PICTURE = `(?:(?:this|that)(?: (?:new )?${NOUN})?|(?:the )?(?:new )?attached(?: ${NOUN})?|the attachment|(?:the )?(?<which>first|second|third)(?: attached)?(?: ${NOUN})?)`;
const WHERE = '(?:(?:the|our|my) )?(?:new )?(?<where>[^,;.!?“”"]+?)';
const COLOR = "(?:the )?(?:main |dominant )?colou?rs? (?:of|from|in)";

/** Each has to be all that is said: what is left over would be something that was not understood. */
const FORMS: [Said["of"], RegExp][] = [
  ["color", form(`(?:use|take|apply|pick) ${COLOR} ${PICTURE}(?: (?:as|for|in|on) ${WHERE})?`)],
  ["color", form(`(?:make|set|change|paint|turn) ${WHERE} (?:(?:to|in|into|with) )?${COLOR} ${PICTURE}`)],
  ["picture", form(`(?:use|take|put|set|show|place|add) ${PICTURE} (?:as|for|in|into|to|on) ${WHERE}`)],
  ["picture", form(`(?:replace|change|swap|update|exchange|set) ${WHERE} (?:with|by|to|for) ${PICTURE}`)],
  ["picture", form(`${PICTURE} is (?:to be )?(?:the|our|my) new (?<where>[^,;.!?“”"]+?)`)],
];

function form(said: string): RegExp {
  return new RegExp(
    `^(?:(?:please|can you|could you|would you),? )?${said}(?:,? (?:please|thanks|thank you))?[.!?]*$`,
    "i",
  );
}

const NUMBERS = ["first", "second", "third"];

/** What the words say of an attached picture, if they say nothing else. */
function saidOf({ description = "", answers }: Request): Said | null {
  const words = (answers["change"] ?? description).trim().replaceAll(/\s+/g, " ");
  for (const [of, pattern] of FORMS) {
    const { which, where = "" } = pattern.exec(words)?.groups ?? {};
    if (!pattern.test(words)) continue;
    return { of, number: which === undefined ? null : NUMBERS.indexOf(which.toLowerCase()) + 1, where };
  }
  return null;
}

/** Whether words ask for the colours of an attached picture, which only its pixels tell; null or which picture. */
export function colorsAskedOf(request: Request): number | null {
  const said = request.image_count > 0 && !request.command?.trim() ? saidOf(request) : null;
  return said?.of === "color" ? (said.number ?? 1) : null;
}

/** What a request means that is about an attached picture and nothing else; null for any other. */
export function readAttached(request: Request, catalogue: Catalogue): Draft | null {
  const said = request.image_count > 0 ? saidOf(request) : null;
  if (said === null) return null;
  const places = placesFor(said, request, catalogue);
  const [first] = places;
  if (first === undefined) return null;
  const value = valueOf(said, request);
  const sections = [...new Set(places.map(({ section }) => section))];
  const understood = [{ as: `${said.of}:${value ?? ""}`, from: request.description ?? "" }];
  if (sections.length > 1) {
    const draft = emptyDraft("english", { known: false, among: sections, why: "" });
    return { ...draft, loose: { value, among: [], why: "" }, understood };
  }
  const draft = { ...emptyDraft("english", { known: true, section: first.section }), understood };
  const properties = places.map(({ property }) => property);
  if (properties.length > 1) return { ...draft, loose: { value, among: properties, why: "" } };
  const wish: Wish = { property: first.property, value, why: whyOf(said, request) };
  return { ...draft, wishes: [wish] };
}

/** Of several pictures it has to be said which one; a colour is always asked about. */
function valueOf({ of, number }: Said, { image_count }: Request): string | null {
  if (of === "color") return null;
  return number === null && image_count > 1 ? null : attachedValue(number ?? 1);
}

const whyOf = ({ of }: Said, { image_count: count }: Request): Why =>
  of === "picture" && count > 1 ? sentence("ask.pictures", { count }) : "";

interface Place {
  section: CatalogueSection;
  property: CatalogueProperty;
}

/** What can be meant by the words for a place, among what can show a picture, or have a colour. */
function placesFor({ of, where }: Said, { answers }: Request, { sections }: Catalogue): Place[] {
  const fits = (property: CatalogueProperty): boolean =>
    of === "picture" ? property.picture === true : property.value === "color";
  const all = sections.flatMap((section) =>
    section.properties.filter(fits).map((property) => ({ section, property })),
  );
  const named = where === "" ? all : all.filter((place) => namesOf(place).includes(nameKey(where)));
  const answer = answers["section"];
  const { found } = answer === undefined ? { found: null } : lookUp(sections, answer);
  return found === null ? named : named.filter(({ section }) => section === found);
}

/** `hero picture`, `picture of the hero`, `picture`, `hero`. */
function namesOf({ section, property }: Place): string[] {
  const own = allNames(property);
  const names = allNames(section).flatMap((of) => [
    of,
    ...own.flatMap((name) => [
      `${of} ${name}`,
      `${name} of the ${of}`,
      `${name} in the ${of}`,
      `${name} of ${of}`,
    ]),
  ]);
  return [...own, ...names].map(nameKey);
}
