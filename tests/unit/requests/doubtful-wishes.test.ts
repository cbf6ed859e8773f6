import { describe, expect, it } from "vitest";
import { sample } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

/** Each is understood as it stands. */
const WISHES = [
  "make the header red",
  "change the header color to dark blue",
  "header color: red",
  "use red for the header",
  "give the header a blue color",
  "turn the header blue",
  'make the header say "Hello"',
  'change the footer text to "Hello"',
  'write "Hello" in the footer',
  'set "Hello" as the header text',
  'footer text "Hello"',
  'change the hero to "Hello" and the button to "Go"',
  'change the header text to "Hello" and make it red',
  "add an About link to the navbar pointing to /about",
  "in the header add a link called Docs to https://example.com/docs",
  "make the red header blue",
  "it would be nice if the header was red",
  'I\'d like "Hello" in the header',
  "help me make the header red",
];

const TEXTS_WITHOUT_QUOTES = [
  "change the footer text to Hello there",
  "make the header say Hello",
  "the header text should read Good morning",
  "set brand Acme",
  "make the brand name Acme",
  "use Acme as the brand",
  "brand $19",
];

/** Words before a wish with which it is none, or not a sure one. */
const BEFORE = [
  "don't",
  "do not",
  "please never",
  "you shouldn't",
  "I wouldn't",
  "we don't want you to",
  "if it rains,",
  "if it rains",
  "what if we",
  "why did you",
  "should I",
  "stop trying to",
  "not sure we should",
  "forget what I said:",
  "undo:",
  "tomorrow",
  "Tom said",
  "unless you disagree,",
  "instead of asking,",
  "half of us want to",
];

const AFTER = [
  ". No wait, don't.",
  ", no, don't",
  "? No!",
  " - just kidding",
  ", or not",
  " or not",
  ", unless you disagree",
  " unless you disagree",
  ", until Friday",
  "\nnever mind",
  "; actually forget it",
  ", but only on mobile",
  ". Or the footer?",
  " and explode",
];

const isUnderstood = (words: string) => /^[\w-]+: /.test(inShort(words, sample));

describe("a wish", () => {
  it.each([...WISHES, ...TEXTS_WITHOUT_QUOTES])("is understood as it stands: %s", (wish) => {
    expect(isUnderstood(wish)).toBe(true);
  });

  it.each(BEFORE)("is none, or asked about, after “%s”", (before) => {
    expect([...WISHES, ...TEXTS_WITHOUT_QUOTES].filter((wish) => isUnderstood(`${before} ${wish}`))).toEqual(
      [],
    );
  });

  it.each(AFTER)("is asked about before “%s”", (after) => {
    expect(WISHES.filter((wish) => isUnderstood(`${wish}${after}`))).toEqual([]);
  });

  it.each(
    AFTER.filter(
      (after) => /^[.,;?\n]/.test(after) && !after.includes("or not") && !after.includes("only on"),
    ),
  )("whose text has no quotes is asked about before “%s”", (after) => {
    expect(TEXTS_WITHOUT_QUOTES.filter((wish) => isUnderstood(`${wish}${after}`))).toEqual([]);
  });

  it.each([" only", " or 18", " or not", " and thanks for all", " when ready", " unless you disagree"])(
    "whose text is a figure is asked about before “%s”",
    (after) => {
      expect(isUnderstood("change the footer text to 17")).toBe(true);
      expect(isUnderstood(`change the footer text to 17${after}`)).toBe(false);
    },
  );
});
