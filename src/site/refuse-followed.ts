import { isAddressName } from "./address-names.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import { shorten } from "./shorten.ts";
import { hasKnownScheme, isSurelyAddress, problemWithAddress, schemeOf } from "./web-address.ts";

/**
 * Refuses a value that the page could follow as code or that would no longer be the address it replaces; null when it
 * may stand there. Only the text of an element is never followed: components and pages made of data do what they like
 * with the rest, whatever it is called.
 */
export function refusalForFollowed(
  property: PropertyDefinition,
  current: string | null,
  value: string,
): Refusal | null {
  if (property.kind !== "attribute" && property.kind !== "value") return null;
  if (!hasKnownScheme(value) && !isProse(value)) return refuse("invalid-value", notFollowed(value));
  const stays = current !== null && isSurelyAddress(current) && !isDeclaredText(property);
  const problem = stays ? problemWithAddress(value) : null;
  return problem === null ? null : refuse("invalid-value", problem);
}

/** `Note: closed on Mondays`: no address has a space there, unless it is code. */
function isProse(value: string): boolean {
  return /^[^:]+:(?:\s|$)/.test(value) && !/script$|^(?:data|blob|filesystem)$/.test(schemeOf(value) ?? "");
}

function isDeclaredText(property: PropertyDefinition & { kind: "attribute" | "value" }): boolean {
  return property.value === "text" && !(property.kind === "attribute" && isAddressName(property.attribute));
}

function notFollowed(value: string): string {
  return `“${shorten(value, 60)}” cannot stand here, because a page could follow \`${schemeOf(value)}:\` as a command: write a text that begins otherwise, or an address like \`/about\`.`;
}
