import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import { saysWhat } from "./segments.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, type Span, isLower, isUpper, wordAt, wordsBetween } from "./source.ts";
import { readTargetFirst } from "./target-first.ts";
import { readColor, readValue } from "./value.ts";
import { CHANGE, GIVE, MAKE, USE, isVerb } from "./verbs.ts";
import { verbAt } from "./verb-at.ts";
import { phrasesIn, wordsIn } from "./words.ts";

const CONNECTORS = wordsIn("connectors");
/** `make me`, `make sure that`, `set please`: between a verb and what it changes they say nothing. */
const AFTER_VERB = phrasesIn("after-verb");

/** Reads `make the header red` in all its forms; `nothing` when it says that something is not to be. */
export function readSet(source: Source, { start, end }: Span): Setting | "nothing" | null {
  const named = readReference(source, start);
  if (named !== null && startsWithName(source, start, named)) return readTargetFirst(source, { start, end });
  const verb = verbAt(source, start);
  const rest = { start: start + 1 + phraseAt(source, start + 1, AFTER_VERB), end };
  const changes = CHANGE.has(verb) || MAKE.has(verb);
  const byVerb = readDescribed(source, changes ? rest : { start, end }) ?? readByVerb(source, verb, rest);
  if (byVerb !== null || (isVerb(verb) && named === null)) return byVerb;
  if (/^(?:can|could)$/.test(verb))
    return readTargetFirst(source, { start: start + (wordAt(source, start + 1) === "be" ? 2 : 1), end });
  return readTargetFirst(source, { start, end });
}

/** `Set list: Jazz` on a site that has a set list: a name of the site's own is no verb where it is longer, or says what it is to be. */
function startsWithName(source: Source, start: number, named: Reference): boolean {
  if (!isPart(named) || !isVerb(wordAt(source, start))) return false;
  return named.end > start + 1 || saysWhat(source, named.end);
}

function readByVerb(source: Source, verb: string, rest: Span): Setting | "nothing" | null {
  if (USE.has(verb)) return readWordsFirst(source, rest) ?? readTargetFirst(source, rest);
  return CHANGE.has(verb) || MAKE.has(verb) || GIVE.has(verb) ? readTargetFirst(source, rest) : null;
}

/** `use Beta as the brand`; of `use our brand colour for the header` only where is clear, and what has to be asked. */
function readWordsFirst(source: Source, { start, end }: Span): Setting | null {
  for (let at = start + 1; at < Math.min(end, start + 8); at += 1) {
    if (!CONNECTORS.has(wordAt(source, at))) continue;
    const target = readReference(source, at + 1);
    if (target === null || target.end > end) continue;
    const setting = { targets: [target], value: null, at: target.end };
    const named = wordAt(source, at) === "as" && isLower(source, at) && isUpper(source, start);
    const whole = target.property !== null && skipPoliteness(source, target.end, end) === end;
    return named && whole
      ? { ...setting, value: readValue(source, { start, end: at }, true), textEnd: at }
      : { ...setting, words: wordsBetween(source, start, at) };
  }
  return null;
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
