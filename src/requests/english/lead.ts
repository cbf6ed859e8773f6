import { markAt, phraseAt, phrases, type Token, wordAt } from "./tokens.ts";

const LEADS = phrases(
  ...["can", "could", "would", "will", "may"].flatMap((modal) =>
    ["you", "u", "ya", "we", "i", "someone", "somebody", "anyone"].map((who) => `${modal} ${who}`),
  ),
  ...["hi", "hey", "hello", "yo"].flatMap((hello) => [
    hello,
    ...["there", "all", "team", "guys", "folks", "everyone"].map((who) => `${hello} ${who}`),
  ]),
  ...["nice", "great", "good", "cool", "awesome", "lovely"].flatMap((how) => [
    `it would be ${how} if`,
    `it'd be ${how} if`,
    `would be ${how} if`,
  ]),
  "please",
  "pls",
  "plz",
  "kindly",
  "good morning",
  "good afternoon",
  "good evening",
  "ok",
  "okay",
  "also",
  "then",
  "now",
  "just",
  "maybe",
  "perhaps",
  "next",
  "first",
  "finally",
  "second",
  "and",
  "but",
  "instead",
  "rather",
  "only",
  "go ahead and",
  "feel free to",
  "someone please",
  "would you mind",
  "is it possible to",
  "would it be possible to",
  "i want",
  "i want to",
  "i want you to",
  "we want",
  "we want to",
  "i need",
  "i need to",
  "i need you to",
  "we need",
  "we need to",
  "i would like",
  "i would like to",
  "i would like you to",
  "i'd like",
  "i'd like to",
  "i'd like you to",
  "we would like",
  "we would like to",
  "we'd like",
  "we'd like to",
  "i'd love",
  "i'd love to",
  "let us",
  "let's",
  "lets",
  "we should",
  "you should",
  "i think we should",
  "how about we",
  "you could",
  "we could",
  "be so kind and",
  "help me",
  "help me to",
  "help us",
  "help us to",
  "there should be",
  "there must be",
  "there needs to be",
  "give me",
  "i think",
  "we think",
  "i would love",
  "we would love",
  "actually",
  "give us",
  "so",
  "well",
  "oh",
  "btw",
);
const LONGEST_LEAD = 24;

/** The first token after greetings and requests: `could you please`. */
export function skipLead(tokens: Token[], start: number, end: number): number {
  let at = start;
  // Nobody greets for longer; the limit keeps a row of greetings from taking time at each of its words.
  const last = Math.min(end, start + LONGEST_LEAD);
  while (at < last) {
    const skipped = ",.!:;-".includes(markAt(tokens, at) || "x") || isMention(wordAt(tokens, at));
    const length = skipped ? 1 : phraseAt(tokens, at, LEADS);
    if (length === 0) break;
    at += length;
  }
  return Math.min(at, end);
}

/** `@bot` at the beginning calls somebody. */
function isMention(word: string): boolean {
  return /^<?@[\w!&.-]+>?$/.test(word);
}
