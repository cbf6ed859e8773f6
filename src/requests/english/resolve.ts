import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import type { Draft, Loose, Place, Wish } from "#src/requests/draft.ts";
import { isLinkWish, type ListWish } from "#src/requests/links.ts";
import type { Clause } from "./clause.ts";
import { inList } from "./item-clause.ts";
import { notSure } from "./not-sure.ts";
import { type Placed, placesOf } from "./places.ts";
import { type Meant, meantBy } from "./properties.ts";
import { type Vocabulary, propertiesIn } from "./vocabulary.ts";
import type { ParsedIntent } from "#src/requests/interpretation.ts";

const ONLY_NEGATED = "I understood what is to stay as it is, and not what is to change.";

interface Collected {
  wishes: Wish[];
  loose: Loose | null;
  doubts: string[];
  understood: ParsedIntent["understood"];
}

/** Puts the clauses of a request together: one section, and what is to change in it. */
export function resolve(all: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const clauses = all.filter(({ kind }) => kind !== "note");
  const notes = all
    .filter(({ kind }) => kind === "note")
    .map(({ from }) => from.replace(/[\s.,;]{1,9}$/, ""));
  const draft = draftOf(clauses, vocabulary, chosen);
  const changes = draft.wishes.length > 0 || draft.loose !== null;
  // Beside a change chatter is only shown; where there is none, it may be meant as one.
  return changes ? { ...draft, notes } : { ...draft, doubts: [...draft.doubts, ...notes.map(notSure)] };
}

function draftOf(clauses: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const placed = placesOf(clauses, vocabulary);
  const asking = placed.filter(({ clause }) => clause.kind !== "nothing" && clause.kind !== "place");
  const section = chosen === null ? sectionOf(placed, asking, vocabulary.catalogue) : known(chosen);
  if (!section.known) return withoutSection(section, asking, clauses);
  const here = asking.filter(({ sections }) => sections.length === 0 || sections.includes(section.section));
  const collected = collect(here, section.section, vocabulary);
  collected.doubts.push(
    ...takenBack(clauses, collected.wishes, (key) => propertiesIn(vocabulary, section.section, key)),
  );
  if (here.length === 0 && clauses.length > 0) collected.doubts.push(...whyNothing(asking, clauses));
  const understood = [...sectionFrom(section.section, placed), ...collected.understood];
  return { source: "english", section, ...collected, notes: [], meant: null, understood };
}

/** The one section that all clauses are about, or those among which to choose. */
function sectionOf(placed: Placed[], asking: Placed[], catalogue: Catalogue): Place {
  const telling = new Set(
    asking.filter(({ clause, sections }) => sections.length > 0 || clause.kind !== "doubt"),
  );
  // `On the home page, make the header red` has said where; `Make the header red. The footer as well.` wants both.
  const first = placed.findIndex((each) => telling.has(each));
  const relevant = placed.filter(
    (each, at) => telling.has(each) || (each.clause.kind === "place" && at > first),
  );
  const sure = new Set(
    relevant.filter(({ sections }) => sections.length === 1).flatMap(({ sections }) => sections),
  );
  const open = relevant.filter(({ clause, sections }) => sections.length !== 1 && clause.kind !== "doubt");
  const [only] = sure;
  if (only !== undefined && sure.size === 1 && open.length === 0) return known(only);
  const among = new Set(relevant.flatMap(({ sections }) => sections));
  const unknown = open.some(({ sections }) => sections.length === 0) || among.size === 0;
  const why = sure.size > 1 ? oneAtATime([...sure]) : "";
  return { known: false, among: unknown ? catalogue.sections : inOrder([...among], catalogue), why };
}

function oneAtATime(sections: CatalogueSection[]): string {
  const labels = sections.slice(0, 4).map((section) => section.label);
  return `A request changes one section at a time, and this one speaks of ${labels.join(" and ")}: ask for the other afterwards.`;
}

function inOrder(sections: CatalogueSection[], catalogue: Catalogue): CatalogueSection[] {
  return catalogue.sections.filter((section) => sections.includes(section));
}

/** Nothing can be said about properties yet; only whether a change is asked for at all. */
function withoutSection(section: Place, asking: Placed[], clauses: Clause[]): Draft {
  const changes = asking.filter(({ clause }) => clause.kind !== "doubt");
  const doubts = asking
    .filter(({ clause }) => clause.kind === "doubt")
    .map(({ clause }) => notSure(clause.from));
  const loose = changes.length > 0 ? { value: null, among: [], why: "" } : null;
  if (asking.length === 0) doubts.push(...whyNothing(asking, clauses));
  return { source: "english", section, wishes: [], loose, doubts, notes: [], meant: null, understood: [] };
}

function whyNothing(asking: Placed[], clauses: Clause[]): string[] {
  const [other] = asking;
  if (other !== undefined) return [`“${other.from || "That"}” is another part of the site.`];
  return clauses.some((clause) => clause.kind === "nothing") ? [ONLY_NEGATED] : [];
}

function collect(placed: Placed[], section: CatalogueSection, vocabulary: Vocabulary): Collected {
  const collected: Collected = { wishes: [], loose: null, doubts: [], understood: [] };
  for (const { clause } of placed) {
    const meant = meaningOf(clause, section, vocabulary);
    if ("wish" in meant) addWish(collected, meant.wish, clause);
    if ("loose" in meant) addLoose(collected, meant.loose, clause);
    if (meant.doubt !== undefined) collected.doubts.push(meant.doubt);
  }
  // `Update the header: make it red` has said what it is about by saying the rest.
  if (collected.wishes.length > 0 && collected.loose?.value === null && collected.loose.why === "") {
    collected.loose = null;
  }
  return collected;
}

/** `Change the footer text to Hello, but keep the text`: what changes cannot stay as it is. */
function takenBack(clauses: Clause[], wishes: Wish[], named: (key: string) => CatalogueProperty[]): string[] {
  const first = clauses.findIndex((clause) => clause.kind === "set");
  return clauses.slice(Math.max(first, 0)).flatMap((clause) => {
    if (clause.kind !== "nothing" || clause.target.property === null) return [];
    const kept = named(clause.target.property);
    const changes = wishes.some(({ property }) => kept.includes(property));
    return changes ? [notSure(clause.from)] : [];
  });
}

function meaningOf(clause: Clause, section: CatalogueSection, vocabulary: Vocabulary): Meant {
  if (clause.kind === "set") return meantBy(section, clause, vocabulary);
  if (clause.kind === "links") return linksMeant(section, clause);
  return { doubt: notSure(clause.from) };
}

function linksMeant(section: CatalogueSection, clause: Extract<Clause, { kind: "links" }>): Meant {
  const { lists } = clause;
  const [only, second] = section.properties.filter(
    (property) => property.value === "links" && (lists?.includes(property) ?? true),
  );
  if (only === undefined) return { doubt: `${section.label} has no list for that.` };
  if (second !== undefined) return { doubt: notSure(clause.from) };
  const value = clause.links.map((link) => (isLinkWish(link) ? link : inList(link, only)));
  if (value.some((link) => link === null)) return { doubt: notSure(clause.from) };
  const wish = { property: only, value: value.filter((link) => link !== null), why: clause.why };
  // What is not sure to be the value of an item is asked about as a whole.
  if (clause.why !== "" && !clause.links.every(isLinkWish)) return { doubt: clause.why };
  // A person who is asked for the whole link need not be asked about the words around it.
  return clause.left === "" || clause.why !== "" ? { wish } : { wish, doubt: notSure(clause.left) };
}

/** Links add up; two different values for one property are a doubt. */
function addWish(collected: Collected, wish: Wish, clause: Clause): void {
  const before = collected.wishes.find((each) => each.property === wish.property);
  if (before === undefined) collected.wishes.push(wish);
  else if (Array.isArray(before.value) && Array.isArray(wish.value)) before.value.push(...wish.value);
  else if (before.value === null && before.why === "") Object.assign(before, wish);
  else if (before.value !== wish.value) {
    const both = before.value !== null && wish.value !== null;
    before.why = both ? `There are two values for ${wish.property.label}.` : before.why || wish.why;
    before.value = null;
  }
  collected.understood.push({ as: understoodAs(wish), from: clause.from });
}

function addLoose(collected: Collected, loose: Loose, clause: Clause): void {
  if (collected.loose === null) collected.loose = loose;
  else collected.doubts.push(notSure(clause.from));
}

function understoodAs({ property, value }: Wish): string {
  if (value === null) return property.id;
  if (!Array.isArray(value)) return `${property.id}:${value}`;
  return `${property.id}:${value.map(shownWish).join(", ")}`;
}

function shownWish(wish: ListWish): string {
  if (isLinkWish(wish)) return `${wish.label ?? "?"} ${wish.href ?? "?"}`;
  const { set, add, ...rest }: Record<string, unknown> = { ...wish };
  const words = [rest, set, add].flatMap((part) => Object.entries(part ?? {}));
  return words
    .map(([name, said]) => `${name}:${typeof said === "string" ? said : JSON.stringify(said)}`)
    .join(" ");
}

function sectionFrom(section: CatalogueSection, placed: Placed[]): ParsedIntent["understood"] {
  const named = placed.find(({ sections, from }) => from !== "" && sections.includes(section));
  return named === undefined ? [] : [{ as: `section:${section.id}`, from: named.from }];
}

function known(section: CatalogueSection): Place {
  return { known: true, section };
}
