import type { Said } from "./clause.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import type { Reference, Source } from "./source.ts";
import { phrasesIn, phrasesOf } from "./words.ts";

const NOT = phrasesOf(
  `(?:(?:i|we|you) )?(?:(?:do|does|should|must|would|is) not|${phrasesIn("negations").source})`,
  "(?:(?:everything else|the rest) )?(?<!should )(?:stays?|remains?)",
  "(?:everything else|the rest) as",
);

/** Whether the words from `start` say that something is not to be done, or stays: `don't`, `we do not want`, `leave … alone`. */
export function isNegated(source: Source, start: number): boolean {
  return source.phrase(start, NOT) > 0;
}

const REST: Reference = { sections: [], orSections: [], property: null, located: false, from: "", end: 0 };

/** What is to stay as it is. A negation that names nothing may reach anywhere, which is a doubt. */
export function readNegation(source: Source, start: number, end: number): Said {
  // `the header must be blue, mustn't it?` asks.
  const isTag = /^(?!don't)\p{L}+n't$/u.test(source.word(start)) && source.word(start + 1) === "it";
  for (let at = isTag ? end : start; at < Math.min(end, start + 8); at += 1) {
    // `don't change anything else` only says that the rest is everything.
    if (/^(?:else|rest|other|others)$/.test(source.word(at))) return { kind: "nothing", target: REST };
    const target = readReference(source, at);
    if (target === null) continue;
    // `without changing it`, `without making the text red`: what stays as it is has to be clear.
    const isWhole = isPart(target) && skipPoliteness(source, target.end, end) === end;
    if (source.word(start) === "without" && !isWhole) break;
    if (target.end <= end) return { kind: "nothing", target };
  }
  return { kind: "doubt", target: null, negated: true };
}
