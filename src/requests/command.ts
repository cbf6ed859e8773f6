import { checkLink, checkValue } from "#src/site/value.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { listPairs, listWish } from "./command-list.ts";
import type { Draft, Wish } from "./draft.ts";
import { exampleValue } from "./example.ts";
import { type Pair, readPairs } from "./grammar.ts";
import { type LinkWish, readLinks } from "./links.ts";
import { type Named, lookUp, nameKey } from "./names.ts";
import { echo } from "./naming.ts";
import type { Reading } from "./reader.ts";
import { refusal } from "./refusal.ts";

type Found<Thing> = { ok: true; value: Thing } | { ok: false; message: string };

/** Reads a command strictly: what is not exactly right is refused with what would be. Only link targets may be missing. */
export function readCommand(command: string, catalogue: Catalogue): Reading {
  const read = readPairs(command);
  if (!read.ok) return { ok: false, message: refusal(read.message, catalogue) };
  const section = sectionOf(read.pairs, catalogue);
  if (!section.ok) return section;
  const draft = draftOf(read.pairs, section.value);
  return draft.ok ? draft : { ok: false, message: refusal(draft.message, catalogue, section.value) };
}

function draftOf(pairs: Pair[], section: CatalogueSection): Reading {
  const { lists, rest } = listPairs(
    pairs.filter((pair) => !isSection(pair)),
    section,
  );
  const changes = lastOfEach(rest);
  if (changes.length + lists.length === 0)
    return { ok: false, message: `The command names the section \`${section.id}\` and no change.` };
  const wishes: Wish[] = [];
  const understood = pairs
    .filter(isSection)
    .slice(-1)
    .map((pair) => ({ as: `section:${section.id}`, from: pair.from }));
  for (const pair of changes) {
    const wish = wishOf(pair, section);
    if (!wish.ok) return wish;
    wishes.push(wish.value);
    understood.push({ as: `${wish.value.property.id}:${pair.value}`, from: pair.from });
  }
  for (const list of lists) {
    const wish = listWish(list, section);
    if (!wish.ok) return wish;
    addWish(wishes, wish.value);
    const from = [list.verb, ...list.arguments].map((pair) => pair.from).join(" ");
    understood.push({ as: `${wish.value.property.id}:${from}`, from });
  }
  const draft: Draft = {
    source: "grammar",
    section: { known: true, section },
    wishes,
    loose: null,
    doubts: [],
    notes: [],
    meant: null,
    understood,
  };
  return { ok: true, draft };
}

/** What is done to one list is done in the order it is written. */
function addWish(wishes: Wish[], wish: Wish): void {
  const before = wishes.find(({ property }) => property === wish.property);
  if (Array.isArray(before?.value) && Array.isArray(wish.value)) before.value.push(...wish.value);
  else wishes.push(wish);
}

function sectionOf(pairs: Pair[], catalogue: Catalogue): Found<CatalogueSection> {
  const pair = pairs.findLast(isSection);
  const refused = (problem: string) => ({ ok: false as const, message: refusal(problem, catalogue) });
  if (pair === undefined)
    return refused("The command does not say which section to change: begin it with `section:`.");
  const lookup = lookUp(catalogue.sections, pair.value);
  if (lookup.found === null) return refused(notFound("section", pair.value, lookup));
  return isSecond(pairs, pair)
    ? refused(`A command changes one section: send a command of its own for \`${echo(pair.value)}\`.`)
    : { ok: true, value: lookup.found };
}

/** Whether changes stand before it that belong to another section, and are not to end up in this one. */
function isSecond(pairs: Pair[], section: Pair): boolean {
  const before = pairs.slice(0, pairs.indexOf(section));
  const another = before.findIndex(
    (pair) => isSection(pair) && nameKey(pair.value) !== nameKey(section.value),
  );
  return another >= 0 && before.slice(another).some((pair) => !isSection(pair));
}

function wishOf(pair: Pair, section: CatalogueSection): Found<Wish> {
  const lookup = lookUp(section.properties, pair.name);
  if (lookup.found === null) {
    return { ok: false, message: notFound(`property in \`${section.id}\``, pair.name, lookup) };
  }
  const property = lookup.found;
  if (property.value === "links") return linksWish(property, readLinks(pair.value));
  const checked = checkValue(property, pair.value);
  return checked.ok ? { ok: true, value: { property, value: checked.value, why: "" } } : checked;
}

function linksWish(property: CatalogueProperty, links: LinkWish[]): Found<Wish> {
  for (const { label, href } of links) {
    if (label === null) {
      const example = exampleValue(property);
      return {
        ok: false,
        message: `A link needs a text before its target: \`${property.id}:"${example}"\`.`,
      };
    }
    const checked = checkLink({ label, href: href ?? "/" }, property.rules);
    if (!checked.ok) return checked;
  }
  if (links.length === 0) return { ok: false, message: `\`${property.id}\` has no link in it.` };
  return { ok: true, value: { property, value: links, why: "" } };
}

function notFound(
  kind: string,
  words: string,
  lookup: { candidates: Named[]; meant: string | null },
): string {
  const problem = `There is no ${kind} called “${echo(words)}”.`;
  if (lookup.candidates.length > 1) {
    const ids = lookup.candidates.slice(0, 5).map((each) => `\`${each.id}\``);
    return `“${echo(words)}” can be ${ids.join(" or ")}: write which one.`;
  }
  return lookup.meant === null ? problem : `${problem} Did you mean \`${lookup.meant}\`?`;
}

/** A repeated property takes the last value, so that an earlier one need not even be good. */
function lastOfEach(pairs: Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [nameKey(pair.name), pair])).values()];
}

function isSection(pair: Pair): boolean {
  return pair.name.toLowerCase() === "section";
}
