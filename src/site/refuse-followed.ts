import { type Sentence, sentence } from "#src/words/sentence.ts";
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
  const isRead =
    hasKnownScheme(value) || isProse(value) || (!isFollowed(property) && isNameBeside(current, value));
  if (!isRead) return refuse("invalid-value", notFollowed(value));
  const stays = current !== null && isSurelyAddress(current) && !isDeclaredText(property);
  const problem = stays ? problemWithAddress(value) : null;
  return problem === null ? null : refuse("invalid-value", problem);
}

/** `Note: closed on Mondays`: no address has a space there, unless it is code. */
const isProse = (value: string): boolean => /^[^:]+:(?:\s|$)/.test(value) && !isCode(value);

/** What a browser runs, or shows as a page of its own. */
const isCode = (value: string): boolean => /script$|^(?:data|blob|filesystem)$/.test(schemeOf(value) ?? "");

/** `tabler:star`: a word out of a set, with nothing that code or an address needs. */
const NAME = /^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*$/;

/** Whether a value is a name out of the set that the name standing there now is of, as an icon's. */
function isNameBeside(current: string | null, value: string): boolean {
  if (current === null || !NAME.test(current) || !NAME.test(value) || isCode(value)) return false;
  return schemeOf(current) === schemeOf(value);
}

function isDeclaredText(property: PropertyDefinition & { kind: "attribute" | "value" }): boolean {
  return property.value === "text" && !isFollowed(property);
}

/** Whether a browser itself follows it, whatever a site says of it. */
const isFollowed = (property: PropertyDefinition): boolean =>
  property.kind === "attribute" && isAddressName(property.attribute);

function notFollowed(value: string): Sentence {
  return sentence("value.followed", { value: shorten(value, 60), scheme: schemeOf(value) ?? "" });
}
