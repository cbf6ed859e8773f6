import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Setting } from "./setting.ts";
import {
  type Reference,
  type Source,
  type Span,
  isLower,
  isUpper,
  markAt,
  wordAt,
  wordsBetween,
} from "./source.ts";
import { type Value, readColor, readValue } from "./value.ts";
import { phrasesIn, wordsIn } from "./words.ts";

const CONNECTORS = wordsIn("connectors");
/** `red would be nice for`, `“Hi” should appear in`. */
const BELONGING = phrasesIn("belonging");

/** `red for the header`, `“Hello” should be the hero text`: the value, and then all that is left is where it belongs. */
export function readBareValueFirst(source: Source, { start, end }: Span): Setting | null {
  const value = readValue(source, { start, end }, false);
  if (value === null) return null;
  const next = afterBelonging(source, value);
  const target = next === null ? null : readReference(source, next);
  if (target === null || target.end > end || !isPartOrOwn(target)) return null;
  return skipPoliteness(source, target.end, end) === end
    ? { targets: [target], value, at: target.end }
    : null;
}

function isPartOrOwn(target: Reference): boolean {
  return target.property !== null || target.sections.length > 0;
}

/** Where the name of a part begins behind a value; null when nothing says that the value belongs to it. */
function afterBelonging(source: Source, { end, color }: Value): number | null {
  if (color !== null && markAt(source, end) === ",") return end + 1;
  if (wordAt(source, end) === "is" && wordAt(source, end + 2) === "new") return end + 1;
  const said = phraseAt(source, end, BELONGING);
  const connected = CONNECTORS.has(wordAt(source, end + said)) ? 1 : 0;
  return said + connected > 0 ? end + said + connected : null;
}

/** `use red for the header`, `put “Hello” in the footer`. */
export function readValueFirst(source: Source, { start, end }: Span): Setting | null {
  const value = readValue(source, { start, end }, false);
  if (value === null) return null;
  const connector = CONNECTORS.has(wordAt(source, value.end)) ? 1 : 0;
  const target = readReference(source, value.end + connector);
  return target === null || target.end > end ? null : { targets: [target], value, at: target.end };
}

/** `use Beta as the brand`; of `use our brand colour for the header` only where is clear, and what has to be asked. */
export function readWordsFirst(source: Source, { start, end }: Span): Setting | null {
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

/** `a red header`, after `I would like`. */
export function readColored(source: Source, { start, end }: Span): Setting | null {
  const value = readValue(source, { start, end }, false);
  if (value === null || value.color === null) return null;
  const target = readReference(source, value.end);
  const whole = target !== null && target.end <= end && target.property === null && !target.located;
  return whole && target.sections.length > 0 ? { targets: [target], value, at: target.end } : null;
}

/** `swap red for blue in the header`: the second colour is the new one. Two texts without quotes have no clear border between them. */
export function readSwap(source: Source, { start, end }: Span): Setting | null {
  const old = readColor(source, start, end);
  if (old === null || !/^(?:for|with|by|to|into)$/.test(wordAt(source, old.end))) return null;
  const value = readValue(source, { start: old.end + 1, end }, false);
  const target = value === null || value.color === null ? null : readReference(source, value.end);
  return target === null || !target.located || target.end > end
    ? null
    : { targets: [target], value, at: target.end };
}
