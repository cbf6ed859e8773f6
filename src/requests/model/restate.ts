import type { Draft, FurtherPart, Wish } from "#src/requests/draft.ts";

/** The change of a draft in our own words around the values, for a "did you mean". */
export function restate({ section, wishes, further = [] }: Draft): string {
  const first = section.known ? [{ section: section.section, wishes }] : [];
  return [...first, ...further].flatMap(partInWords).join(" and ");
}

function partInWords({ section, wishes }: FurtherPart): string[] {
  return wishes.map((wish) => `${wishInWords(wish)} in ${section.label}`);
}

function wishInWords({ property, value }: Wish): string {
  const shown = typeof value === "string" ? value : "";
  if (property.value === "links") return `add ${shown} to ${property.label}`;
  return `change ${property.label} to ${shown}`;
}
