import { optionNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, choices } from "#src/discord/replies.ts";
import { type Named, allNames, lookUp, nameKey } from "#src/requests/names.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { type SitePorts, accessOf } from "#src/sites/permissions.ts";

type Typing = Extract<Interaction, { kind: "autocomplete" }>;

/**
 * Offers what can be chosen while a command is typed, from the catalogue that is stored: no request when the site was read
 * within the last minute. Nothing is offered to those who may not ask, and nothing where nothing is known.
 */
export async function suggest({ sites }: SitePorts, typing: Typing): Promise<Reply> {
  const access = await accessOf(typing, sites);
  if (!access.allowed || !access.site.catalogue) return choices([]);
  const typed = typing.options[typing.focused] ?? "";
  return choices(offered(access.site.catalogue, typing, typed));
}

function offered(catalogue: Catalogue, { focused, options }: Typing, typed: string) {
  if (focused === optionNames.section) return fitting(catalogue.sections, typed);
  const section = lookUp(catalogue.sections, options[optionNames.section] ?? "").found;
  if (!section) return [];
  if (focused === optionNames.property) return fitting(section.properties, typed);
  return focused === optionNames.value ? valuesOf(section, options[optionNames.property], typed) : [];
}

/** Names that begin as it was typed stand before those that only hold it. */
function fitting(things: Named[], typed: string) {
  const key = nameKey(typed);
  const rankOf = (thing: Named): number => {
    const names = allNames(thing).map(nameKey);
    if (names.some((name) => name.startsWith(key))) return 0;
    return names.some((name) => name.includes(key)) ? 1 : 2;
  };
  return things
    .map((thing) => ({ thing, rank: rankOf(thing) }))
    .filter(({ rank }) => rank < 2)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ thing }) => ({ label: thing.label, value: thing.id }));
}

/** The values that a site lists. */
function valuesOf({ properties }: CatalogueSection, property = "", typed: string) {
  const listed = lookUp(properties, property).found?.rules.oneOf ?? [];
  return listed
    .filter((value) => value.toLowerCase().includes(typed.toLowerCase()))
    .map((value) => ({ label: value, value }));
}
