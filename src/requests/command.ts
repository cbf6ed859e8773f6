import { toldBy } from "#src/words/words.ts";
import { checkLink, checkValue } from "#src/site/value.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { type Sentence, inARow, sentence } from "#src/words/sentence.ts";
import { type Found, listPairs, listWish, refused } from "./command-list.ts";
import { type FurtherPart, MOST_PARTS, type Why, type Wish } from "./draft.ts";
import { draftOfParts } from "./empty-draft.ts";
import { exampleValue } from "./example.ts";
import { type Pair, readPairs } from "./grammar.ts";
import type { ParsedIntent } from "./interpretation.ts";
import { type LinkWish, readLinks } from "./links.ts";
import { type Named, lookUp, nameKey } from "./names.ts";
import { echo } from "./naming.ts";
import type { Reading } from "./reading.ts";
import { refusal } from "./refusal.ts";

/** Reads a command strictly: what is not exactly right is refused with what would be. Only link targets may be missing. */
export function readCommand(command: string, catalogue: Catalogue): Reading {
  const read = readPairs(command);
  if (!read.ok) return refused(refusal(read.why, catalogue));
  const groups = groupsIn(read.pairs, catalogue);
  if (!groups.ok) return groups;
  const parts: CommandPart[] = [];
  for (const group of groups.value) {
    const part = partOf(group);
    if (!part.ok) return refused(refusal(part.why, catalogue, group.section));
    parts.push(part.value);
  }
  const [first, ...more] = parts;
  // There is a part for each group, and a command has one at least.
  if (!first) throw new Error("A command has no part");
  const draft = draftOfParts("grammar", [first, ...more]);
  return { ok: true, draft: { ...draft, understood: parts.flatMap(({ understood }) => understood) } };
}

interface CommandPart extends FurtherPart {
  understood: ParsedIntent["understood"];
}

function partOf({ section, pairs }: Group): Found<CommandPart> {
  const { lists, rest } = listPairs(
    pairs.filter((pair) => !isSection(pair)),
    section,
  );
  const changes = lastOfEach(rest);
  if (changes.length + lists.length === 0)
    return refused(sentence("command.no-change", { section: section.id }));
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
  return { ok: true, value: { section, wishes, understood } };
}

/** What is done to one list is done in the order it is written. */
function addWish(wishes: Wish[], wish: Wish): void {
  const before = wishes.find(({ property }) => property === wish.property);
  if (Array.isArray(before?.value) && Array.isArray(wish.value)) before.value.push(...wish.value);
  else wishes.push(wish);
}

/** The pairs about one section. */
interface Group {
  section: CatalogueSection;
  pairs: Pair[];
}

/**
 * Each section with the pairs behind it; those before the first belong to that one. A section that another one follows at
 * once is corrected by it, and one that is named again goes on.
 */
function groupsIn(pairs: Pair[], catalogue: Catalogue): Found<Group[]> {
  const misled = (problem: Why) => refused(refusal(problem, catalogue));
  const starts = pairs.filter((pair, at) => isSection(pair) && !isCorrected(pairs, at));
  if (starts.length === 0) return misled(sentence("command.no-section"));
  const groups = new Map<string, Group>();
  for (const [index, start] of starts.entries()) {
    const lookup = lookUp(catalogue.sections, start.value);
    if (lookup.found === null) {
      const none = sentence("command.unknown-section", { name: echo(start.value) });
      return misled(notFound(none, start.value, lookup));
    }
    const from = index === 0 ? 0 : pairs.indexOf(start);
    const next = starts[index + 1];
    const own = pairs.slice(from, next && pairs.indexOf(next));
    const before = groups.get(lookup.found.id)?.pairs ?? [];
    groups.set(lookup.found.id, { section: lookup.found, pairs: [...before, ...own] });
  }
  if (groups.size > MOST_PARTS)
    return misled(sentence("command.many-sections", { most: MOST_PARTS, count: groups.size }));
  return { ok: true, value: [...groups.values()] };
}

/** `section:header section:footer color:red` is about the footer. */
function isCorrected(pairs: Pair[], at: number): boolean {
  const next = pairs[at + 1];
  return next !== undefined && isSection(next);
}

function wishOf(pair: Pair, section: CatalogueSection): Found<Wish> {
  const lookup = lookUp(section.properties, pair.name);
  if (lookup.found === null) {
    const none = sentence("command.unknown-property", { section: section.id, name: echo(pair.name) });
    return refused(notFound(none, pair.name, lookup));
  }
  const property = lookup.found;
  if (property.value === "links") return linksWish(property, readLinks(pair.value));
  const checked = checkValue(property, pair.value);
  return checked.ok
    ? { ok: true, value: { property, value: checked.value, why: "" } }
    : refused(toldBy(checked));
}

function linksWish(property: CatalogueProperty, links: LinkWish[]): Found<Wish> {
  for (const { label, href } of links) {
    if (label === null) {
      const example = exampleValue(property) ?? "About /about";
      return refused(sentence("command.link-text", { property: property.id, example }));
    }
    const checked = checkLink({ label, href: href ?? "/" }, property.rules);
    if (!checked.ok) return refused(toldBy(checked));
  }
  if (links.length === 0) return refused(sentence("command.no-link", { property: property.id }));
  return { ok: true, value: { property, value: links, why: "" } };
}

function notFound(
  none: Sentence,
  words: string,
  { candidates, meant }: { candidates: Named[]; meant: string | null },
): Sentence {
  if (candidates.length > 1) {
    const ids = candidates.slice(0, 5).map((each) => `\`${each.id}\``);
    return sentence("command.ambiguous", { name: echo(words), ids });
  }
  return meant === null ? none : inARow(none, sentence("command.suggestion", { id: meant }));
}

/** A repeated property takes the last value, so that an earlier one need not even be good. */
function lastOfEach(pairs: Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [nameKey(pair.name), pair])).values()];
}

function isSection(pair: Pair): boolean {
  return pair.name.toLowerCase() === "section";
}
