import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Loose, Why, Wish } from "#src/requests/draft.ts";
import type { ParsedIntent } from "#src/requests/interpretation.ts";
import { isLinkWish } from "#src/requests/links.ts";
import type { Clause } from "./clause.ts";
import { inList } from "./item-clause.ts";
import { notSure } from "./not-sure.ts";
import { type Meant, meantBy, possibleIn } from "./properties.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What clauses about one section ask for. */
export interface Collected {
  section: CatalogueSection;
  wishes: Wish[];
  loose: Loose | null;
  doubts: Why[];
  understood: ParsedIntent["understood"];
}

/** Puts together what clauses ask for in one section. */
export function collect(clauses: Clause[], section: CatalogueSection, vocabulary: Vocabulary): Collected {
  const collected: Collected = { section, wishes: [], loose: null, doubts: [], understood: [] };
  for (const clause of clauses) add(collected, meaningOf(clause, collected, vocabulary), clause);
  const { wishes, loose } = collected;
  // `Update the header: make it red` has said what it is about by saying the rest.
  const isSaid = wishes.length > 0 && loose !== null && loose.value === null && loose.why === "";
  return isSaid ? { ...collected, loose: null } : collected;
}

function add(collected: Collected, { wish, loose, doubt = "" }: Meant, clause: Clause): void {
  if (wish !== undefined) addWish(collected, wish, clause);
  if (loose !== undefined && collected.loose !== null) collected.doubts.push(notSure(clause.from));
  collected.loose ??= loose ?? null;
  if (doubt !== "") collected.doubts.push(doubt);
}

/** Links add up; two different values for one property are a doubt. */
function addWish(collected: Collected, wish: Wish, { from }: Clause): void {
  const { property, value } = wish;
  const before = collected.wishes.find((each) => each.property === property);
  if (before === undefined) collected.wishes.push(wish);
  else if (Array.isArray(before.value) && Array.isArray(value)) before.value.push(...value);
  else if (before.value === null && before.why === "") Object.assign(before, wish);
  else if (before.value !== value) {
    before.why ||= wish.why || sentence("doubt.two-values", { property: property.label });
    before.value = null;
  }
  collected.understood.push({
    as: typeof value === "string" ? `${property.id}:${value}` : property.id,
    from,
  });
}

function meaningOf(clause: Clause, { section, wishes }: Collected, vocabulary: Vocabulary): Meant {
  if (clause.kind === "set") return meantBy(section, clause, vocabulary);
  const possible = possibleIn(section, clause, vocabulary);
  if (clause.kind === "links") return ofList(section, possible, clause);
  // `Change the footer text to Hello, but keep the text`: what changes cannot stay as it is.
  const isOpen = clause.kind === "doubt" || wishes.some(({ property }) => possible.includes(property));
  return isOpen ? { doubt: notSure(clause.from) } : {};
}

function ofList(
  section: CatalogueSection,
  [list, other]: CatalogueProperty[],
  clause: Extract<Clause, { kind: "links" }>,
): Meant {
  if (list === undefined) return { doubt: sentence("doubt.no-list", { section: section.label }) };
  const { links, left } = clause;
  const value = links.flatMap((wish) => inList(wish, list) ?? []);
  if (other !== undefined || value.length < links.length) return { doubt: notSure(clause.from) };
  const isUnnamed = value.some((wish) => isLinkWish(wish) && wish.label === null);
  const why = clause.why || (isUnnamed ? sentence("doubt.link-says") : "");
  // What is not sure to be the value of an item is asked about as a whole.
  if (why !== "" && !value.every(isLinkWish)) return { doubt: why };
  // A person who is asked for the whole link need not be asked about the words around it.
  return { wish: { property: list, value, why }, doubt: why === "" ? notSure(left) : "" };
}
