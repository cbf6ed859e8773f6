import { type Words, inWords } from "#src/words/words.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { CatalogueProperty, Link, ValueRules, ValueType } from "./catalogue.ts";
import { parseColor } from "./color.ts";
import { attachedNumber, attachedValue } from "./pictures/picture-value.ts";
import { matchesPattern } from "./pattern/match-pattern.ts";
import { lengthOf, shorten } from "./shorten.ts";
import { problemWithAddress } from "./web-address.ts";

/** The value as it will be written, or one sentence for people that says what is wrong and what to do. */
export type Checked<Value> = { ok: true; value: Value } | ({ ok: false } & Words);

/** A property, or a part of one, which is called by a sentence of ours. */
type Checkable = Pick<CatalogueProperty, "value" | "rules" | "picture" | "hint"> & { label: Label };
type Label = Sentence | string;
type Problem = Sentence | null;

/** In code points; whatever a site allows, a value must fit in a message and in a stored item. */
export const LONGEST_VALUE = 4000;

/** Shown of a property that has more. */
const MOST_CHOICES = 10;

const LINE_BREAKS = /[\t\n\r\u2028\u2029]+/g;
/** A custom emoji, a mention, a channel or a time, as Discord sends them. */
const DISCORD_MARKUP = /<(?:a?:\w{2,32}:|@[!&]?|#|t:)\d{5,25}(?::[a-zA-Z])?>/;
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * Whether a property may have this value, and the value as it will be written: without spaces at the ends, line
 * breaks as one space, colours and listed values in their own spelling; a picture may be an attached one. Values of `links` are checked with checkLink.
 */
export function checkValue(property: Checkable, value: string): Checked<string> {
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
  const about = { label: sentence("value.link-text"), value: "text" as const, rules };
  const label = cleanText(link.label, about.label, "Hello there");
  if (!label.ok) return label;
  const tooLong = problemWithLength(label.value, about);
  if (tooLong !== null) return refused(tooLong);
  const href = checkAddress(link.href);
  return href.ok ? { ok: true, value: { label: label.value, href: href.value } } : href;
}

const CHECKS: Record<ValueType, (property: Checkable, value: string) => Checked<string>> = {
  text: (_property, value) => ({ ok: true, value }),
  color: checkColor,
  url: (_property, value) => checkAddress(value),
  links: ({ label }) => refused(sentence("value.takes-links", { label })),
};

function checkColor({ label }: Checkable, value: string): Checked<string> {
  const color = parseColor(value);
  if (color !== null) return { ok: true, value: color };
  const about = { label, value: shorten(value, 60) };
  return refused(
    /^(?:[0-9a-f]{3}){1,2}$/i.test(value)
      ? sentence("value.no-color-like", { ...about, example: `#${value}` })
      : sentence("value.no-color", about),
  );
}

function checkAddress(value: string): Checked<string> {
  const address = value.trim();
  if (address === "") return refused(sentence("value.no-target"));
  const label = sentence("value.address");
  const problem =
    problemWithAddress(address) ??
    problemWithCharacters(address, label, "/about") ??
    problemWithLength(address, { label, value: "url", rules: {} });
  return problem === null ? { ok: true, value: address } : refused(problem);
}

function checkRules(property: Checkable, value: string): Checked<string> {
  const { oneOf, pattern } = property.rules;
  if (oneOf !== undefined) return checkListed(property, oneOf, value);
  if (pattern === undefined || matchesPattern(pattern, value)) return { ok: true, value };
  const { label, hint } = property;
  const about = { label, value: shorten(value, 60) };
  return refused(
    hint === undefined
      ? sentence("value.no-match", { ...about, pattern: shorten(pattern, 60) })
      : sentence("value.refused-by-hint", { ...about, hint }),
  );
}

function checkListed({ label }: Checkable, listed: string[], value: string): Checked<string> {
  const found = listed.find((each) => each === value) ?? listed.find((each) => sameWords(each, value));
  if (found !== undefined) return { ok: true, value: found };
  const shown = listed.slice(0, MOST_CHOICES).map((each) => `\`${shorten(each, 60)}\``);
  const about = { label, choices: shown.join(", ") };
  return refused(sentence(listed.length > MOST_CHOICES ? "value.one-of-more" : "value.one-of", about));
}

function sameWords(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.toLowerCase();
}

function cleanText(value: string, label: Label, example: string | null): Checked<string> {
  const clean = value.replaceAll(LINE_BREAKS, " ").trim();
  if (clean.replaceAll(INVISIBLE, "") === "") return refused(withExample("value.empty", label, example));
  const problem = problemWithCharacters(clean, label, example) ?? problemWithMarkup(clean, label);
  return problem === null ? { ok: true, value: clean } : refused(problem);
}

function problemWithCharacters(value: string, label: Label, example: string | null): Problem {
  // Those without a shape are refused by the edit, which knows what stands there.
  if (!/\p{Cc}/u.test(value) && value.isWellFormed()) return null;
  return withExample("value.hidden", label, example);
}

const EXAMPLES: Record<ValueType, string[]> = {
  text: ["Hello there", "Hello", "Hi"],
  color: ["#FF0080"],
  url: ["/about", "https://example.com"],
  links: ["About /about"],
};

/** A value the property may have; null when only its owner knows one. What a refusal advises must not be refused. */
function exampleOf({ value, rules }: Checkable): string | null {
  const { oneOf, pattern, maxLength = LONGEST_VALUE } = rules;
  const fits = (example: string): boolean =>
    lengthOf(example) <= maxLength &&
    (oneOf !== undefined || pattern === undefined || matchesPattern(pattern, example));
  return (oneOf?.filter((each) => each === each.trim()) ?? EXAMPLES[value]).find(fits) ?? null;
}

function withExample(key: "value.empty" | "value.hidden", label: Label, example: string | null): Sentence {
  if (example === null || example.length > 60) return sentence(key, { label });
  const shown = /^[#/]|:/.test(example) ? example : `"${example}"`;
  return sentence(key === "value.empty" ? "value.empty-example" : "value.hidden-example", {
    label,
    example: shown,
  });
}

function problemWithMarkup(value: string, label: Label): Problem {
  const [markup] = DISCORD_MARKUP.exec(value) ?? [];
  return markup === undefined ? null : sentence("value.markup", { label, markup });
}

function problemWithLength(value: string, { label, value: type, rules }: Checkable): Problem {
  const most = Math.min(rules.maxLength ?? LONGEST_VALUE, LONGEST_VALUE);
  const length = lengthOf(value);
  if (length <= most) return null;
  const isFree = type === "text" && rules.oneOf === undefined && rules.pattern === undefined;
  return isFree
    ? sentence("value.long-example", { label, most, length, example: start(value, most) })
    : sentence("value.long", { label, most, length });
}

/** The first words that fit, as an example of what would be short enough. */
function start(value: string, most: number): string {
  const characters = Array.from(value).slice(0, Math.min(most, 40)).join("");
  const lastSpace = characters.lastIndexOf(" ");
  return lastSpace > 10 ? characters.slice(0, lastSpace) : characters;
}

/** A value that is refused: what is wrong with it and what to do, in words for people. */
export function refused(told: Sentence): { ok: false } & Words {
  return { ok: false, ...inWords(told) };
}
