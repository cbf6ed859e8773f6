import { isChatter } from "./chatter.ts";
import { skipLead } from "./lead.ts";
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { isVerb, MODALS } from "./verbs.ts";

const LONGEST_WAY = 48;

/** An order behind words that ask for nothing: where it begins, and where the mark stands that sets it apart from them. */
interface OrderBehind {
  mark: number;
  start: number;
}

/** Where an order may begin behind such words: `my husband and I agree, please make …`. */
export function* ordersBehind(source: Source, { start, end }: Span): Generator<OrderBehind> {
  for (let at = start + 1; at < Math.min(end, start + LONGEST_WAY); at += 1) {
    if (!isChatter(source, { start, end: at }, true)) return;
    if (source.mark(at - 1) === "") continue;
    const first = skipLead(source, at, end);
    if (beginsOrder(source, first)) yield { mark: at - 1, start: first };
  }
}

function beginsOrder(source: Source, at: number): boolean {
  const isPartAt = (place: number) => isPart(readReference(source, place));
  return isVerb(source.verb(at)) || isPartAt(at) || (MODALS.has(source.word(at)) && isPartAt(at + 1));
}
