import type { ValueType } from "#src/site/catalogue.ts";
import { isDeterminer } from "./reference.ts";
import type { Reference, Source } from "./source.ts";
import type { Value } from "./value.ts";
import { type PropertyIn, phraseKey, propertiesMeant } from "./vocabulary.ts";

/** A part of the site, where that is when the words say it elsewhere, and how it is joined to the part before. */
export interface PartRole {
  kind: "part";
  part: Reference;
  place: Reference | null;
  joined: "and" | "comma" | "no";
  start: number;
  /** The first token after it. */
  end: number;
}

/** What some words of an instruction do: name a part of the site, or a value. */
export type Role = PartRole | { kind: "value"; value: Value };

/** One part of the site and what it is to be. */
export interface Pair {
  target: Reference;
  place: Reference | null;
  value: Value;
}

/** Several parts with one value, or with a colour and a text: `blue and says “Hi”`, `a blue header with “Hi”`. */
const ALL_FOR_ALL = /^(?:P+[CQT]|[CQT]P+|P+CQ|P+QC|CPQ)$/;

/** Which value is for which part: all of them for all parts, or one for each; null where the order leaves that open. */
export function pairsOf(source: Source, roles: Role[]): Pair[] | null {
  const order = roles.map(letterOf).join("");
  const placed = /^P[^P]P$/.test(order) ? placedBehind(roles) : null;
  if (placed !== null) return pairsOf(source, placed);
  const parts = roles.filter((role) => role.kind === "part");
  const values = roles.flatMap((role) => (role.kind === "value" ? [role.value] : []));
  const isEach = /^(?:(?:P[^P]){2,}|(?:[^P]P){2,})$/.test(order);
  const isAll = ALL_FOR_ALL.test(order) && areTogether(parts) && !isOfText(source, values);
  if (!isEach && !isAll) return null;
  const pairs = parts.flatMap(({ part: target, place }, index) =>
    (isEach ? values.slice(index, index + 1) : values).map((value) => ({ target, place, value })),
  );
  const fitting = pairs.map((pair) => fitted(source, pair, isAll && values.length > 1));
  return fitting.every((pair) => pair !== null) ? fitting : null;
}

/** `in the footer the text`: a part and where it is, in either order. */
export function placedIn(before: Role | undefined, next: Role): PartRole | null {
  if (before?.kind !== "part" || next.kind !== "part" || before.place !== null) return null;
  if (isTextOf(before.part, next.part)) return { ...before, end: next.end };
  const [named, place] = before.part.property === null ? [next, before.part] : [before, next.part];
  const part = isWhere(place) ? partIn(named.part, place) : null;
  return part && { ...named, ...part, joined: before.joined, start: before.start, end: next.end };
}

/** `for the button put the text “Go”`: the text of a text is that. */
const isTextOf = (whole: Reference, { property, sections }: Reference): boolean =>
  whole.property !== null && property === "text" && sections.length === 0;

/** A property that nothing places yet, or `in the menu, the About link`. */
function partIn(part: Reference, place: Reference): Pick<PartRole, "part" | "place"> | null {
  const { item, property, sections } = part;
  if (item === undefined) return property !== null && sections.length === 0 ? { part, place } : null;
  if (item.place !== null || !place.located) return null;
  return { part: { ...part, sections: place.sections, item: { ...item, place } }, place: null };
}

const isWhere = ({ property, item }: Reference): boolean => property === null && item === undefined;

/** `text “Hello” in the footer`, `on the drinks page “Hello” as the title`, and not `text: “Hello”, footer`. */
function placedBehind([first, value, last]: Role[]): Role[] | null {
  if (first?.kind !== "part" || value === undefined || last?.kind !== "part") return null;
  const isTold = last.part.located || isDeterminer(last.part.from.split(" ", 1)[0] ?? "");
  const isPlaced = last.part.property === null ? isTold : first.part.located;
  const merged = isPlaced ? placedIn(last.part.property === null ? first : asPlace(first), last) : null;
  return merged && [merged, value];
}

/** `the drinks page` may be a section, and a property of one: before another it is the place. */
function asPlace(role: PartRole): PartRole {
  const { orSections: sections } = role.part;
  return sections.length === 0 ? role : { ...role, part: { ...role.part, sections, property: null } };
}

/** Several parts count where they are named together, and are of a kind: `the header and the footer`. */
function areTogether(parts: PartRole[]): boolean {
  const [first, ...more] = parts;
  const isSame = ({ part, joined }: PartRole) =>
    joined !== "no" && (part.property === null) === (first?.part.property === null);
  return more.every(isSame) && (more.at(-1)?.joined ?? "and") === "and";
}

/** `the header with “Hi” should be red`, `make the word “Hi” red` speak of a text that is there; `“Hi” in red` does not. */
function isOfText(source: Source, [text, color]: Value[]): boolean {
  if (text === undefined || color === undefined || text.quoted === null) return false;
  const between = source.tokens.slice(text.end, color.start).map((token) => token.text);
  const isApart =
    between.some((word) => /^(?:and|,|&|plus)$/.test(word)) || /^(?:in|colou?r)\b/i.test(color.from);
  return !isApart;
}

/** P is a part, C a colour, Q what stands in quotes, and T another text. */
function letterOf(role: Role): string {
  if (role.kind === "part") return "P";
  return role.value.color !== null ? "C" : role.value.quoted !== null ? "Q" : "T";
}

/** Of an item, a value is announced: `to “Us”`, `should be $4`. */
const BEFORE_VALUE = /^(?:to|as|into|with|by|be|is|costs?|now|read|say|called|named|[:=→])$/;

/** A pair whose part can have such a value; beside a text, a colour is for the whole part. */
function fitted(source: Source, pair: Pair, isOneOfTwo: boolean): Pair | null {
  const { target, value } = pair;
  if (target.item !== undefined) return ofItem(source, pair);
  const listed = source.vocabulary.listed.get(value.text?.toLowerCase() ?? "");
  if (listed !== undefined) return listing(source, pair, listed);
  if (target.property === null) return value.text === null ? pair : null;
  const meant = propertiesMeant(source.vocabulary, target.property);
  const canBe = (kind: ValueType) => meant.some(({ property }) => property.value === kind);
  if (canBe("links")) return null;
  if (value.color === null || canBe("color")) return pair;
  return isOneOfTwo ? { ...pair, target: { ...target, property: null } } : null;
}

function ofItem({ tokens }: Source, pair: Pair): Pair | null {
  const { color, start } = pair.value;
  return color === null && BEFORE_VALUE.test(tokens[start - 1]?.text ?? "") ? pair : null;
}

/** `the picture wide`: only one property of what is named has such a value. */
function listing({ vocabulary }: Source, pair: Pair, listed: PropertyIn[]): Pair | null {
  const { property, sections, orSections } = pair.target;
  const meant = property === null ? [] : propertiesMeant(vocabulary, property);
  const isSame = (one: PropertyIn) => meant.some((each) => each.property === one.property);
  const named = new Set([...sections, ...orSections, ...meant.map(({ section }) => section)]);
  const among = listed.some(isSame)
    ? listed.filter(isSame)
    : listed.filter(({ section }) => named.has(section));
  const [only, second] = among;
  if (only === undefined || second !== undefined) return null;
  const target = { ...pair.target, sections: [only.section], property: phraseKey(only.property.label) };
  return { ...pair, target };
}
