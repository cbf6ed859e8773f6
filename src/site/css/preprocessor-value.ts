import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";

/** Functions of CSS itself, which Sass and Less hand on or read as the colour they are. */
const PLAIN_FUNCTION =
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|calc|min|max|clamp|var|translate\w*|rotate\w*|scale\w*|cubic-bezier|(?:repeating-)?(?:linear|radial|conic)-gradient|repeat|minmax)$/i;
const STRING = /"[^"\\#@{}]*"|'[^'\\#@{}]*'/g;
/** An address that Sass and Less hand on as it is. */
const ADDRESS = /\burl\(\s*(?:""|[\w\-./%]+)\s*\)/gi;
const FUNCTION = /([\w.-]+)\(/g;
/** Names that a preprocessor knows, placeholders, comments and JavaScript. */
const CODE = /[$@`~{}\\]|\/\//;
/** What it would work out: operators between two values, and words of its own. */
const WORKED_OUT =
  /%(?=[\w(])|(?:^|[\s(,])[-+*](?=\s)|\*|[<>=]|(?:^|[^\w-])(?:and|or|not|if|true|false|null|e)(?![\w-])/i;
/** CSS works out these itself, in the same way. */
const CALCULATED = /\b(?:calc|min|max|clamp)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gi;

/** The code of Sass or Less in a value, for people; null when the value says what it is. */
export function codeIn(value: string): string | null {
  const plain = value.replaceAll(STRING, '""').replaceAll(ADDRESS, "0");
  const called = [...plain.matchAll(FUNCTION)].some(([, name]) => !PLAIN_FUNCTION.test(name ?? ""));
  return called || CODE.test(plain) || WORKED_OUT.test(plain.replaceAll(CALCULATED, "0")) ? value : null;
}

/** Refuses what Sass or Less would work out instead of writing it as it is. */
export function refusalForExpression(value: string): Refusal | null {
  if (codeIn(value) === null) return null;
  return refuse("invalid-value", sentence("value.style-worked-out", { value: shorten(value, 60) }));
}
