import { skipLead } from "./lead.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { isVerb, REMOVE } from "./verbs.ts";
import { phrasesIn } from "./words.ts";

const AGAIN = phrasesIn("pointing-back", "determiners", "places", "generic");

/** `please update it on the site`, `fix the number`: says once more that what was said is to be done, and nothing else. */
export function asksAgain(source: Source, { start, end }: Span): boolean {
  const first = skipLead(source, start, end);
  const verb = source.verb(first);
  if (!isVerb(verb) || REMOVE.has(verb)) return false;
  let at = first + 1;
  for (let length = 1; length > 0 && at < end; at += length) {
    const place = readReference(source, at);
    const located = place?.located === true && place.property === null ? place.end - at : 0;
    length = Math.max(located, source.phrase(at, AGAIN), skipPoliteness(source, at, end) - at);
  }
  return at >= end;
}
