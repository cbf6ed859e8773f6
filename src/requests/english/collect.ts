import { addressField, listsOf } from "#src/requests/list-fields.ts";
import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { Loose, Why, Wish } from "#src/requests/draft.ts";
import type { ParsedIntent } from "#src/requests/interpretation.ts";
import { type ListWish, isLinkWish } from "#src/requests/links.ts";
import type { Clause } from "./clause.ts";
import { inList } from "./item-clause.ts";
import { notSure } from "./not-sure.ts";
import type { Placed } from "./places.ts";
import { type Meant, meantBy } from "./properties.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What clauses about one section ask for. */
export interface Collected {
  wishes: Wish[];
  loose: Loose | null;
  doubts: Why[];
  understood: ParsedIntent["understood"];
}

/** Puts together what clauses ask for in one section. */
export function collect(placed: Placed[], section: CatalogueSection, vocabulary: Vocabulary): Collected {
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
export function takenBack(
  clauses: Clause[],
  wishes: Wish[],
  named: (key: string) => CatalogueProperty[],
): Sentence[] {
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
  const [only, second] = listsOf(section).filter((list) => lists?.includes(list) ?? true);
  if (only === undefined) return { doubt: sentence("doubt.no-list", { section: section.label }) };
  if (second !== undefined) return { doubt: notSure(clause.from) };
  const { links } = clause;
  if (addressField(only) === null && links.some((wish) => "add" in wish && wish.add["href"] != null))
    return { doubt: sentence("doubt.no-address", { list: only.label, section: section.label }) };
  const value = links.map((wish) => inList(wish, only));
  if (value.some((wish) => wish === null)) return { doubt: notSure(clause.from) };
  const known = value.filter((wish) => wish !== null);
  const isUnnamed = known.some((wish) => isLinkWish(wish) && wish.label === null);
  const why = clause.why || (isUnnamed ? sentence("doubt.link-says") : "");
  // What is not sure to be the value of an item is asked about as a whole.
  if (why !== "" && !known.every(isLinkWish)) return { doubt: why };
  // A person who is asked for the whole link need not be asked about the words around it.
  const wish = { property: only, value: known, why };
  return clause.left === "" || why !== "" ? { wish } : { wish, doubt: notSure(clause.left) };
}

/** Links add up; two different values for one property are a doubt. */
function addWish(collected: Collected, wish: Wish, clause: Clause): void {
  const before = collected.wishes.find((each) => each.property === wish.property);
  if (before === undefined) collected.wishes.push(wish);
  else if (Array.isArray(before.value) && Array.isArray(wish.value)) before.value.push(...wish.value);
  else if (before.value === null && before.why === "") Object.assign(before, wish);
  else if (before.value !== wish.value) {
    const both = before.value !== null && wish.value !== null;
    before.why = both
      ? sentence("doubt.two-values", { property: wish.property.label })
      : before.why || wish.why;
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

/** The words that name the section. */
export function sectionFrom(section: CatalogueSection, placed: Placed[]): ParsedIntent["understood"] {
  const named = placed.find(({ sections, from }) => from !== "" && sections.includes(section));
  return named === undefined ? [] : [{ as: `section:${section.id}`, from: named.from }];
}
