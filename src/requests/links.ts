import { isSurelyAddress } from "#src/site/web-address.ts";
import type { Spot } from "#src/site/catalogue.ts";
import { type Token, tokenise } from "./english/tokens.ts";

/** A link as it was asked for; what was not said is null. */
export interface LinkWish {
  label: string | null;
  href: string | null;
}

/** What is to be done to another item of a list; a value that was not said is null. */
export type ItemWish =
  | { add: Record<string, string | null>; to?: Spot }
  | { change: string; set: Record<string, string | null> }
  | { remove: string }
  | { move: string; to: Spot };

export type ListWish = LinkWish | ItemWish;

/** Whether it is a link to add, said as links are. */
export function isLinkWish(wish: ListWish): wish is LinkWish {
  return "label" in wish && "href" in wish;
}

/** An address of the web without its `https://`: a whole one is asked for, and it is no text. */
const DOMAIN = /^(?:[\w-]+\.)+(?:[a-z]{2,}\/\S*|app|co|com|de|dev|edu|eu|gg|info|io|me|net|org|tv|uk|us)$/i;
/** Between a text and its target people write these, and they belong to neither. */
const JOINTS = /^[-:→=(|]$/;
/** What is no text of a link but speaks of one: `add About`, `a link to About`, `text: About`, `the target`. */
const NO_LABEL =
  /^(?:add|an?|the|please)\s|\s(?:to|at)$|^(?:text|label|title|name|url|target|href|address|link)$|:\s/;

/** Reads `About /about; Docs - https://example.com/docs`: texts with their targets. A text that is not clear is null. */
export function readLinks(value: string): LinkWish[] {
  const links: LinkWish[] = [];
  let label: Token[] = [];
  const finish = (href: string | null) => {
    if (label.length > 0 || href !== null) links.push({ label: labelOf(value, label), href });
    label = [];
  };
  const tokens = tokenise(value).flatMap((token) => splitAtCommas(value, token));
  for (const [at, token] of tokens.entries()) {
    const href = targetOf(value, token, tokens[at + 1]);
    const next = tokens[at + 1];
    if (href !== null) finish(href);
    else if (separates(token)) {
      if (next === undefined || targetOf(value, next, tokens[at + 2]) === null) finish(null);
    } else if (label.length > 0 || isWord(token, links.length > 0)) label.push(token);
  }
  finish(null);
  return links;
}

/** Whether a word can only be meant as a target; that it is a good one is checked later. */
export function looksLikeTarget(word: string): boolean {
  return (
    /^(?:[/#].|\/$|[a-z][a-z0-9+.-]*:\S|www\.\w)/i.test(word) || DOMAIN.test(word) || isSurelyAddress(word)
  );
}

/** The target that a token is, as it was typed; a slash between two names (`Log in / Sign up`) is none. */
export function targetOf(words: string, token: Token, next: Token | undefined): string | null {
  if (token.kind !== "word" && token.kind !== "quote") return null;
  const text = token.kind === "quote" ? token.text.trim() : words.slice(token.start, token.end);
  const between = text === "/" && next !== undefined && /^\p{Lu}/u.test(words.slice(next.start, next.end));
  return looksLikeTarget(text) && !between ? text : null;
}

function labelOf(value: string, tokens: Token[]): string | null {
  const last = tokens.findLastIndex((token) => !JOINTS.test(token.text) || token.kind === "quote");
  const [first, ...others] = tokens.slice(0, last + 1);
  if (first === undefined) return null;
  if (first.kind === "quote" && others.length === 0) return first.text;
  if ([first, ...others].some((token) => token.kind === "quote" || token.kind === "open")) return null;
  const label = value.slice(first.start, tokens[last]?.end);
  return NO_LABEL.test(label) ? null : label;
}

function separates({ kind, text, start, end }: Token): boolean {
  return kind === "mark" && (/[,;]/.test(text) || start === end);
}

/** What a text may begin with; `and` before a second link is no part of it. */
function isWord({ kind, text }: Token, isSecond: boolean): boolean {
  return kind !== "mark" && !(isSecond && /^(?:and|&)$/.test(text));
}

/** A comma inside a web address belongs to it, and one in a number too. */
function splitAtCommas(value: string, token: Token): Token[] {
  const at = token.text.search(/[,;](?=\D)/);
  if (token.kind !== "word" || at < 0 || looksLikeTarget(token.text)) return [token];
  const middle = token.start + at;
  const word = (start: number, end: number): Token => ({
    kind: "word",
    text: value.slice(start, end).toLowerCase(),
    start,
    end,
  });
  const mark: Token = { kind: "mark", text: ",", start: middle, end: middle + 1 };
  return [word(token.start, middle), mark, ...splitAtCommas(value, word(middle + 1, token.end))];
}
