import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs, some } from "#tests/support/runs.ts";
import { interpret } from "#src/requests/interpret.ts";
import type { Interpretation, Request } from "#src/requests/interpretation.ts";
import { bakery, large, sample } from "./catalogues.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

/** Words that the parsers react to, in any order: much more of a trial than letters by chance. */
const word = fc.constantFrom(
  ..."change make set add a the header footer navbar home text color links brand hero title to say and , . ; : \" ' “ ” ‘ ’ ( ) don't not red dark blue #ff0 it its link called About /about https://x.example in on from with please thanks instead section: text: links:About \\ \n € because if".split(
    " ",
  ),
  " ",
);
const sentence = fc.array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), {
  maxLength: 40,
});
const words = fc.oneof(
  sentence.map((each) => each.join(" ")),
  sentence.map((each) => each.join("")),
  fc.string({ unit: anyCharacter, maxLength: 200 }),
);
const id = fc.constantFrom(
  "section",
  "property",
  "value",
  "change",
  "meant",
  "value:text",
  "value:color",
  "value:links",
  "target:About",
);

/** Every limit that Discord or the table sets on what interpret gives. */
function expectWithinLimits(result: Interpretation): void {
  if (result.outcome === "refused") {
    expect(result.message.length).toBeLessThanOrEqual(1800);
    return;
  }
  for (const { as, from } of result.intent.understood)
    expect(as.length + from.length).toBeLessThanOrEqual(400);
  if (result.outcome === "understood") {
    expect(Object.keys(result.updates).length).toBeGreaterThan(0);
    return;
  }
  expect(result.questions.length).toBeGreaterThanOrEqual(1);
  expect(result.questions.length).toBeLessThanOrEqual(5);
  expect(new Set(result.questions.map((question) => question.id)).size).toBe(result.questions.length);
  for (const question of result.questions) {
    expect(question.id.length).toBeLessThanOrEqual(60);
    expect(question.label.length).toBeLessThanOrEqual(45);
    expect(question.text.length).toBeLessThanOrEqual(1200);
    expect(question.choices?.length ?? 1).toBeGreaterThanOrEqual(1);
    expect(question.choices?.length ?? 1).toBeLessThanOrEqual(25);
  }
}

describe("any input", () => {
  const request: fc.Arbitrary<Request> = fc.record(
    {
      command: words,
      description: words,
      image_count: fc.nat({ max: 3 }),
      answers: fc.dictionary(id, words, { maxKeys: 4 }),
    },
    { requiredKeys: ["image_count", "answers"] },
  );

  it("comes to an outcome within all limits, and to the same one again", () => {
    fc.assert(
      fc.property(request, fc.constantFrom(sample, bakery, large), (given, catalogue) => {
        const result = interpret(given, catalogue);
        expectWithinLimits(result);
        expect(interpret(given, catalogue)).toEqual(result);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("changes only sections and properties that the site has", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(sample, bakery), (description, catalogue) => {
        const result = interpret({ description, image_count: 0, answers: {} }, catalogue);
        if (result.outcome !== "understood") return;
        const section = catalogue.sections.find((each) => each.id === result.section);
        for (const property of Object.keys(result.updates)) {
          expect(section?.properties.map((each) => each.id)).toContain(property);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("what stands in quotes", () => {
  // Control characters are refused and line breaks become spaces, in quotes or not.
  const quotable = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
    .map((text) => text.trim())
    .filter(
      (text) =>
        !/["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) &&
        text.replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, "") !== "",
    );

  it.each([
    ["a command", (text: string) => ({ command: `section:header color:red text:"${text}"` })],
    [
      "a sentence",
      (text: string) => ({ description: `make the header red and change its text to "${text}"` }),
    ],
    [
      "the middle of a sentence",
      (text: string) => ({ description: `Change the header text to "${text}", and make it red.` }),
    ],
  ])("in %s becomes the value exactly as it is", (_, ask) => {
    fc.assert(
      fc.property(
        fc.oneof(
          quotable,
          sentence
            .map((each) =>
              each
                .join(" ")
                .replaceAll(/["\\\n]/g, "")
                .trim(),
            )
            .filter((text) => text !== ""),
        ),
        (text) => {
          const result = interpret({ ...ask(text), image_count: 0, answers: {} }, sample);
          expect(result).toMatchObject({
            outcome: "understood",
            section: "header",
            updates: { text, color: "red" },
          });
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe("6,000 characters made to take time", () => {
  const LENGTH = 6000;
  const hostile = [
    "a",
    " ",
    '"',
    "'",
    "' ",
    "“",
    "\\",
    '\\"',
    "and ",
    ", ",
    ". ",
    "the ",
    "the header ",
    "please ",
    "please, ",
    "**a ",
    "||",
    "ok ",
    "thank you, ",
    "make the header red and ",
    "change the header text to Hello and ",
    "don't ",
    "to ",
    "in the header ",
    "#",
    "/",
    "https://",
    ":",
    "a:",
    "section:",
    "links:a ",
    "add a link to ",
    "link ",
    "A and ",
    "( ",
    "dark ",
    "header's ",
    "-",
    "\n",
    "\t",
    "💥",
    "red, ",
    "from a to ",
    "x, it ",
    "haeder ",
    "chnage teh haeder txet to Hi and ",
    "home home page ",
    "e\u0301",
    "called A and ",
    'text:"a" ',
  ];

  // What takes exponential or even quadratic time here runs into the limit that every test has.
  it.each(some(hostile, 4))("%j over and over is read within the limits", (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const requests: Request[] = [
      { command: text, image_count: 0, answers: {} },
      { description: text, image_count: 0, answers: {} },
      {
        description: `change the header text to ${text}`,
        image_count: 0,
        answers: { change: text, section: text, "value:text": text },
      },
      { description: `add a ${text} link to the navbar`, image_count: 0, answers: { "value:links": text } },
    ];
    for (const request of requests) {
      for (const catalogue of [sample, large]) {
        expectWithinLimits(interpret(request, catalogue));
      }
    }
  });
});
