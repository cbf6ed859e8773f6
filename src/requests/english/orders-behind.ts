import { isChatter } from "./chatter.ts";
import { skipLead } from "./lead.ts";
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { isVerb, MODALS } from "./verbs.ts";

const LONGEST_WAY = 48;

/** Where an order may begin behind a mark and words that ask for nothing: `my husband and I agree, please make …`. */
export function* ordersBehind(source: Source, { start, end }: Span): Generator<number> {
  for (let at = start + 1; at < Math.min(end, start + LONGEST_WAY); at += 1) {
    if (!isChatter(source, { start, end: at }, true)) return;
    if (source.mark(at - 1) === "") continue;
    const first = skipLead(source, at, end);
    if (beginsOrder(source, first)) yield first;
  }
}

function beginsOrder(source: Source, at: number): boolean {
  const isPartAt = (place: number) => isPart(readReference(source, place));
  return isVerb(source.verb(at)) || isPartAt(at) || (MODALS.has(source.word(at)) && isPartAt(at + 1));
}
