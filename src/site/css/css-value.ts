import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";

/**
 * What could end a declaration, hide something in it, carry on after it or stand for another character in an attribute.
 * No colour or size needs them.
 */
const BREAKING = /[;:{}\\!<@]|\/\*|\*\/|&(?=[#A-Za-z0-9;])/;
/** Functions that load something or run code; only plain web addresses may be loaded. */
const LOADING =
  /(?:^|[^\w-])(?:expression|url|src|image|-?(?:webkit-)?image-set|element|cross-fade|paint|attr|env)\s*\(/i;

/** Refuses a value that would not stay inside its declaration; null when it is one CSS value and nothing else. */
export function refusalForCssValue(value: string): Refusal | null {
  const problem = problemWith(value);
  return problem === null ? null : refuse("invalid-value", problem);
}

function problemWith(value: string): Sentence | null {
  const about = { value: shorten(value, 60) };
  const part = BREAKING.exec(value)?.[0];
  if (part !== undefined) return sentence("value.style-leave-out", { ...about, part });
  if (LOADING.test(value)) return sentence("value.style-loads", about);
  return isBalanced(value) ? null : sentence("value.style-open", about);
}

const CLOSING: Record<string, string> = { "(": ")", "[": "]" };

function isBalanced(value: string): boolean {
  const outsideOfStrings = value.replaceAll(/"[^"]*"|'[^']*'/g, "");
  if (/["']/.test(outsideOfStrings)) return false;
  const open: (string | undefined)[] = [];
  for (const character of outsideOfStrings.match(/[()[\]]/g) ?? []) {
    const closing = CLOSING[character];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== character) return false;
  }
  return open.length === 0;
}
