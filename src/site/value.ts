import type { CatalogueProperty, Link, ValueRules, ValueType } from "./catalogue.ts";
import { parseColor } from "./color.ts";
import { attachedNumber, attachedValue } from "./pictures/picture-value.ts";
import { matchesPattern } from "./pattern/match-pattern.ts";
import { lengthOf, shorten } from "./shorten.ts";
import { problemWithAddress } from "./web-address.ts";
import type { Words } from "#src/words/words.ts";

/** The value as it will be written, or one sentence for people that says what is wrong and what to do. */
export type Checked<Value> = { ok: true; value: Value } | ({ ok: false } & Words);

/** In code points; whatever a site allows, a value must fit in a message and in a stored item. */
export const LONGEST_VALUE = 4000;

const LINE_BREAKS = /[\t\n\r\u2028\u2029]+/g;
/** A custom emoji, a mention, a channel or a time, as Discord sends them. */
const DISCORD_MARKUP = /<(?:a?:\w{2,32}:|@[!&]?|#|t:)\d{5,25}(?::[a-zA-Z])?>/;
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * Whether a property may have this value, and the value as it will be written: without spaces at the ends, line
 * breaks as one space, colours and listed values in their own spelling; a picture may be an attached one. Values of `links` are checked with checkLink.
 */
export function checkValue(property: CatalogueProperty, value: string): Checked<string> {
  const attached = property.picture ? attachedNumber(value) : null;
  if (attached !== null) return { ok: true, value: attachedValue(attached) };
  const clean = cleanText(value, property.label, exampleOf(property));
  if (!clean.ok) return clean;
  const problem = problemWithLength(clean.value, property);
  if (problem !== null) return refused(problem);
  const typed = CHECKS[property.value](property, clean.value);
  return typed.ok ? checkRules(property, typed.value) : typed;
}

/** Whether a link may be added: its label is text (`maxLength` counts it), its target a page of the site or a web address. */
export function checkLink(link: Link, rules: ValueRules = {}): Checked<Link> {
  const about = { label: "The text of a link", value: "text" as const, rules };
  const label = cleanText(link.label, about.label, "Hello there");
  if (!label.ok) return label;
  const tooLong = problemWithLength(label.value, about);
  if (tooLong !== null) return refused(tooLong);
  const href = checkAddress(link.href);
  return href.ok ? { ok: true, value: { label: label.value, href: href.value } } : href;
}

const CHECKS: Record<ValueType, (property: CatalogueProperty, value: string) => Checked<string>> = {
  text: (_property, value) => ({ ok: true, value }),
  color: checkColor,
  url: (_property, value) => checkAddress(value),
  links: ({ label }) => refused(`${label} takes links: a label and a target, for example \`About /about\`.`),
};

function checkColor(property: CatalogueProperty, value: string): Checked<string> {
  const color = parseColor(value);
  if (color !== null) return { ok: true, value: color };
  const example = /^(?:[0-9a-f]{3}){1,2}$/i.test(value) ? `\`#${value}\`` : "`#FF0080`, `#F08` or `darkblue`";
  return refused(
    `“${shorten(value, 60)}” is not a colour ${property.label} can have: write it like ${example}.`,
  );
}

function checkAddress(value: string): Checked<string> {
  const address = value.trim();
  if (address === "") return refused("A link needs a target, for example `/about` or `https://example.com`.");
  const problem =
    problemWithAddress(address) ??
    problemWithCharacters(address, "An address", "/about") ??
    problemWithLength(address, { label: "An address", value: "url", rules: {} });
  return problem === null ? { ok: true, value: address } : refused(problem);
}

function checkRules(property: CatalogueProperty, value: string): Checked<string> {
  const { oneOf, pattern } = property.rules;
  if (oneOf !== undefined) return checkListed(property, oneOf, value);
  if (pattern === undefined || matchesPattern(pattern, value)) return { ok: true, value };
  const wanted = property.hint ?? `it has to match \`${shorten(pattern, 60)}\`.`;
  return refused(`${property.label} cannot be “${shorten(value, 60)}”: ${wanted}`);
}

function checkListed(property: CatalogueProperty, listed: string[], value: string): Checked<string> {
  const found = listed.find((each) => each === value) ?? listed.find((each) => sameWords(each, value));
  if (found !== undefined) return { ok: true, value: found };
  const choices = listed.slice(0, 10).map((each) => `\`${shorten(each, 60)}\``);
  const more = listed.length > 10 ? " and others" : "";
  return refused(`${property.label} can only be one of: ${choices.join(", ")}${more}.`);
}

function sameWords(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.toLowerCase();
}

function cleanText(value: string, label: string, example: string | null): Checked<string> {
  const clean = value.replaceAll(LINE_BREAKS, " ").trim();
  if (clean.replaceAll(INVISIBLE, "") === "")
    return refused(`${label} cannot be empty: say what it is to be${shownExample(example)}.`);
  const problem = problemWithCharacters(clean, label, example) ?? problemWithMarkup(clean, label);
  return problem === null ? { ok: true, value: clean } : refused(problem);
}

function problemWithCharacters(value: string, label: string, example: string | null): string | null {
  // Those without a shape are refused by the edit, which knows what stands there.
  if (!/\p{Cc}/u.test(value) && value.isWellFormed()) return null;
  return `${label} contains hidden characters that cannot be published: type it again instead of pasting it${shownExample(example)}.`;
}

const EXAMPLES: Record<ValueType, string[]> = {
  text: ["Hello there", "Hello", "Hi"],
  color: ["#FF0080"],
  url: ["/about", "https://example.com"],
  links: ["About /about"],
};

/** A value the property may have; null when only its owner knows one. What a refusal advises must not be refused. */
function exampleOf({ value, rules }: CatalogueProperty): string | null {
  const { oneOf, pattern, maxLength = LONGEST_VALUE } = rules;
  const fits = (example: string): boolean =>
    lengthOf(example) <= maxLength &&
    (oneOf !== undefined || pattern === undefined || matchesPattern(pattern, example));
  return (oneOf?.filter((each) => each === each.trim()) ?? EXAMPLES[value]).find(fits) ?? null;
}

function shownExample(example: string | null): string {
  if (example === null || example.length > 60) return "";
  return `, for example ${/^[#/]|:/.test(example) ? `\`${example}\`` : `\`"${example}"\``}`;
}

function problemWithMarkup(value: string, label: string): string | null {
  const [found] = DISCORD_MARKUP.exec(value) ?? [];
  if (found === undefined) return null;
  return `${label} contains \`${found}\`, which only Discord shows as what it means: write what a page can show.`;
}

function problemWithLength(
  value: string,
  { label, value: type, rules }: Pick<CatalogueProperty, "label" | "value" | "rules">,
): string | null {
  const most = Math.min(rules.maxLength ?? LONGEST_VALUE, LONGEST_VALUE);
  const length = lengthOf(value);
  if (length <= most) return null;
  const isFree = type === "text" && rules.oneOf === undefined && rules.pattern === undefined;
  const example = isFree ? `, for example to “${start(value, most)}”` : "";
  return `${label} can have at most ${most} characters and this has ${length}: shorten it${example}.`;
}

/** The first words that fit, as an example of what would be short enough. */
function start(value: string, most: number): string {
  const characters = Array.from(value).slice(0, Math.min(most, 40)).join("");
  const lastSpace = characters.lastIndexOf(" ");
  return lastSpace > 10 ? characters.slice(0, lastSpace) : characters;
}

function refused(message: string): { ok: false } & Words {
  return { ok: false, message };
}
