import { phraseAt } from "./phrase-at.ts";
import { isPart, readReference } from "./reference.ts";
import { saysWhat } from "./segments.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, type Span, wordAt } from "./source.ts";
import { readTargetFirst } from "./target-first.ts";
import { readBareValueFirst, readColored, readSwap, readValueFirst, readWordsFirst } from "./value-first.ts";
import { readColor } from "./value.ts";
import { CHANGE, GIVE, MAKE, USE, isVerb } from "./verbs.ts";
import { verbAt } from "./verb-at.ts";
import { phrasesIn, wordsIn } from "./words.ts";

const WISHING = wordsIn("wishing");
/** `make me`, `make sure that`, `set please`: between a verb and what it changes they say nothing. */
const AFTER_VERB = phrasesIn("after-verb");

/** Reads `make the header red` in all its forms; `nothing` when it says that something is not to be. */
export function readSet(source: Source, { start, end }: Span): Setting | "nothing" | null {
  const named = readReference(source, start);
  if (named !== null && startsWithName(source, start, named)) return readTargetFirst(source, { start, end });
  const verb = verbAt(source, start);
  const rest = { start: start + 1 + phraseAt(source, start + 1, AFTER_VERB), end };
  const byVerb = readPlain(source, { start, end }) ?? readByVerb(source, verb, rest);
  if (byVerb !== null || (isVerb(verb) && named === null)) return byVerb;
  if (/^(?:can|could)$/.test(verb))
    return readTargetFirst(source, { start: start + (wordAt(source, start + 1) === "be" ? 2 : 1), end });
  return readBareValueFirst(source, { start, end }) ?? readTargetFirst(source, { start, end });
}

/** What needs no verb, or has one that says nothing: `make the red header blue`, `a red header`, `I'd like “Hi” in the footer`. */
function readPlain(source: Source, span: Span): Setting | null {
  const verb = verbAt(source, span.start);
  const rest = { start: span.start + 1 + phraseAt(source, span.start + 1, AFTER_VERB), end: span.end };
  const changes = CHANGE.has(verb) || MAKE.has(verb);
  return (
    readDescribed(source, changes ? rest : span) ?? readColored(source, span) ?? readWished(source, span)
  );
}

/** `I'd like “Hi” in the footer` says where by what it wants there. */
function readWished(source: Source, { start, end }: Span): Setting | null {
  const quoted = source.tokens[start]?.kind === "quote";
  return quoted && WISHING.has(wordAt(source, start - 1)) ? readValueFirst(source, { start, end }) : null;
}

/** `Set list: Jazz` on a site that has a set list: a name of the site's own is no verb where it is longer, or says what it is to be. */
function startsWithName(source: Source, start: number, named: Reference): boolean {
  if (!isPart(named) || !isVerb(wordAt(source, start))) return false;
  return named.end > start + 1 || saysWhat(source, named.end);
}

function readByVerb(source: Source, verb: string, rest: Span): Setting | "nothing" | null {
  const sets = USE.has(verb) || MAKE.has(verb) || verb === "set";
  const first = sets ? readValueFirst(source, rest) : verb === "swap" ? readSwap(source, rest) : null;
  if (first !== null) return first;
  if (USE.has(verb)) return readWordsFirst(source, rest) ?? readTargetFirst(source, rest);
  return CHANGE.has(verb) || MAKE.has(verb) || GIVE.has(verb) ? readTargetFirst(source, rest) : null;
}

/** `the red header blue`: before the part that it describes, a colour says how that is now. */
function readDescribed(source: Source, { start, end }: Span): Setting | null {
  if (!/^(?:the|our|my|your)$/.test(wordAt(source, start))) return null;
  const color = readReference(source, start) === null ? readColor(source, start, end) : null;
  const target = color === null ? null : readReference(source, color.end);
  if (color === null || target === null || target.located || target.sections.length === 0) return null;
  const setting = readTargetFirst(source, { start: color.end, end });
  return setting === null || setting === "nothing" || setting.value === null ? null : setting;
}
