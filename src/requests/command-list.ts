import { toldBy } from "#src/words/words.ts";
import type { CatalogueProperty, CatalogueSection, Spot } from "#src/site/catalogue.ts";
import { checkField } from "#src/site/lists/check-list-edit.ts";
import { fieldsOf } from "#src/site/lists/fields-of.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Why, Wish } from "./draft.ts";
import type { Pair } from "./grammar.ts";
import { type LinkWish, type ListWish, readLinks } from "./links.ts";
import { addressField, fieldNamed, listsOf, namingField } from "./list-fields.ts";
import { lookUp } from "./names.ts";
import { echo } from "./naming.ts";

/** `remove:"FAQ"` and what belongs to it: `move:"Contact" before:"Blog"`. */
export interface ListPairs {
  verb: Pair;
  arguments: Pair[];
}

/** What a part of a command says, or why it says nothing. */
export type Found<Thing> = { ok: true; value: Thing } | { ok: false; why: Why };

const VERBS = /^(?:add|change|rename|remove|move)$/;
const ARGUMENTS = /^(?:to|before|after|list)$/;

/** Takes what is said about lists out of the pairs of a command. Names of the site's own properties are never verbs. */
export function listPairs(pairs: Pair[], section: CatalogueSection): { lists: ListPairs[]; rest: Pair[] } {
  const lists: ListPairs[] = [];
  const rest: Pair[] = [];
  const owned = listsOf(section);
  let open: ListPairs | null = null;
  for (const pair of pairs) {
    const name = pair.name.toLowerCase();
    const belongs =
      ARGUMENTS.test(name) || owned.some((list) => fieldsOf(list).some(({ id }) => id === name));
    if (open !== null && belongs) open.arguments.push(pair);
    else if (owned.length > 0 && VERBS.test(name) && lookUp(section.properties, pair.name).found === null) {
      open = { verb: pair, arguments: [] };
      lists.push(open);
    } else {
      open = null;
      rest.push(pair);
    }
  }
  return { lists, rest };
}

/** What one verb with its arguments wishes. */
export function listWish(pairs: ListPairs, section: CatalogueSection): Found<Wish> {
  const property = listMeant(pairs, section);
  if (!property.ok) return property;
  const wishes = wishesOf(pairs, property.value);
  if (!wishes.ok) return wishes;
  return { ok: true, value: { property: property.value, value: wishes.value, why: "" } };
}

function listMeant(
  { verb, arguments: given }: ListPairs,
  section: CatalogueSection,
): Found<CatalogueProperty> {
  const lists = listsOf(section);
  const named = given.findLast(({ name }) => name.toLowerCase() === "list");
  const found = named === undefined ? null : lookUp(lists, named.value).found;
  const fields = given.map(({ name }) => name.toLowerCase()).filter((name) => !ARGUMENTS.test(name));
  const fitting = lists.filter((list) =>
    fields.every((field) => fieldsOf(list).some(({ id }) => id === field)),
  );
  const [only, second] = found === null ? fitting : [found];
  if (only !== undefined && second === undefined && (named === undefined || found !== null))
    return { ok: true, value: only };
  const ids = lists.map(({ id }) => `\`list:${id}\``);
  return refused(sentence("command.several-lists", { section: section.id, lists: ids, verb: verb.name }));
}

function wishesOf(pairs: ListPairs, property: CatalogueProperty): Found<ListWish[]> {
  const { verb } = pairs;
  switch (verb.name.toLowerCase()) {
    case "remove":
      return { ok: true, value: [{ remove: verb.value }] };
    case "move":
      return moving(pairs);
    case "add":
      return adding(pairs, property);
    default:
      return changing(pairs, property);
  }
}

function moving({ verb, arguments: given }: ListPairs): Found<ListWish[]> {
  const spot = spotIn(given);
  if (!spot.ok) return spot;
  if (spot.value === null) return refused(sentence("command.move-where"));
  return { ok: true, value: [{ move: verb.value, to: spot.value }] };
}

function changing({ verb, arguments: given }: ListPairs, property: CatalogueProperty): Found<ListWish[]> {
  const set = valuesIn(given, property);
  const to = given.findLast(({ name }) => name.toLowerCase() === "to");
  if (to !== undefined) set[namingField(property)] = to.value;
  const [field = ""] = fieldsOf(property).map(({ id }) => id);
  if (Object.keys(set).length === 0)
    return refused(sentence("command.change-what", { verb: verb.name, item: echo(verb.value), field }));
  return checked({ change: verb.value, set }, set, property);
}

function adding({ verb, arguments: given }: ListPairs, property: CatalogueProperty): Found<ListWish[]> {
  const spot = spotIn(given);
  if (!spot.ok) return spot;
  const isOfLinks = property.fields === undefined;
  const links = isOfLinks ? readLinks(verb.value) : [];
  if (links.length > 1) return refused(sentence("command.add-one"));
  const add = { ...namedItem(verb.value, links[0], property), ...valuesIn(given, property) };
  const missing = fieldsOf(property).filter(({ id, optional, value }) => {
    // Where a link leads can be asked.
    const isAsked = isOfLinks && value === "url";
    return add[id] === undefined && optional !== true && !isAsked;
  });
  if (missing.length > 0) {
    const needed = missing.map(({ id }) => `\`${id}:"…"\``);
    return refused(sentence("command.item-needs", { property: property.id, fields: needed }));
  }
  return checked(wishToAdd(add, spot.value, isOfLinks), add, property);
}

function namedItem(
  words: string,
  link: LinkWish | undefined,
  property: CatalogueProperty,
): Record<string, string> {
  const address = addressField(property);
  const target = link?.href != null && address !== null ? { [address]: link.href } : {};
  return { [namingField(property)]: link?.label ?? words, ...target };
}

function wishToAdd(add: Record<string, string>, to: Spot | null, isOfLinks: boolean): ListWish {
  const { label = "", href = null } = add;
  const item = isOfLinks ? { label, href } : add;
  if (to !== null) return { add: item, to };
  return isOfLinks ? { label, href } : { add };
}

function checked(
  wish: ListWish,
  values: Record<string, string>,
  property: CatalogueProperty,
): Found<ListWish[]> {
  for (const [id, value] of Object.entries(values)) {
    const field = fieldsOf(property).find((each) => each.id === id);
    const outcome = field && checkField(property, field, value);
    if (outcome?.ok === false) return refused(toldBy(outcome));
  }
  return { ok: true, value: [wish] };
}

function valuesIn(given: Pair[], property: CatalogueProperty): Record<string, string> {
  const values = given.flatMap(({ name, value }): [string, string][] => {
    const field = ARGUMENTS.test(name.toLowerCase()) ? null : fieldNamed(property, name);
    return field === null ? [] : [[field.id, value]];
  });
  return Object.fromEntries(values);
}

/** null when no place is given. */
function spotIn(given: Pair[]): Found<Spot | null> {
  const pair = given.findLast(({ name }) => /^(?:to|before|after)$/i.test(name));
  if (pair === undefined) return { ok: true, value: null };
  if (/^before$/i.test(pair.name)) return { ok: true, value: { before: pair.value } };
  if (/^after$/i.test(pair.name)) return { ok: true, value: { after: pair.value } };
  const end = /^(?:the )?(first|top|start|beginning|front)|(last|end|bottom)$/i.exec(pair.value.trim());
  if (end === null) return refused(sentence("command.no-place", { place: echo(pair.value) }));
  return { ok: true, value: end[1] === undefined ? "last" : "first" };
}

export function refused(why: Why): { ok: false; why: Why } {
  return { ok: false, why };
}
