import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksByValue, findByValue } from "#src/requests/find-by-value.ts";
import { interpret } from "#src/requests/interpret.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { runs } from "#tests/support/runs.ts";
import { sample } from "./catalogues.ts";

const values: StandingValue[] = [
  { section: "header", property: "text", value: "Coffee with a view" },
  { section: "header", property: "color", value: "#12323f" },
  {
    section: "footer",
    property: "text",
    value: "© 2026 Harbour Coffee · since 2026. We roast on Mondays. Come in!",
  },
  { section: "navbar", property: "text", value: "Open every day, 7 to 18 (2026)" },
  { section: "navbar", property: "brand", value: "Harbour Coffee" },
];

const read = (description: string, answers: Record<string, string> = {}) =>
  findByValue({ description, image_count: 0, answers }, sample, values);

/** What changes, or what is asked. */
function inShort(description: string, answers: Record<string, string> = {}): unknown {
  const meaning = read(description, answers);
  if (meaning === null) return null;
  if (meaning.outcome === "understood") return { [meaning.section]: meaning.updates };
  return meaning.questions.flatMap(({ id, text, choices = [] }) =>
    id === "place" ? choices.map(({ value }) => value) : [`${id}: ${text}`],
  );
}

const HOURS = { navbar: { text: "Open every day, 8 to 20 (2026)" } };

describe("a value named as it stands now", () => {
  it.each<[string, unknown]>([
    ['change "7 to 18" to "8 to 20"', HOURS],
    ["Could you please change “7 to 18” to “8 to 20”? Thanks!", HOURS],
    ["change 7 to 18 to 8 to 20", HOURS],
    ["please change 7 to 18 to 8 to 20 in the menu", HOURS],
    ['"7 to 18" should be "8 to 20"', HOURS],
    ['the text "7 to 18" should be changed to "8 to 20"', HOURS],
    ['in the navbar, replace "7 to 18" with "8 to 20"', HOURS],
    ['replace "7 TO 18" by: "8 to 20"', HOURS],
    ['change "Coffee with a view" to "Tea"', { header: { text: "Tea" } }],
    ['swap "coffee  with" for "Tea with"', { header: { text: "Tea with a view" } }],
    ['replace "Harbour Coffee" with "Pier Four"', { navbar: { brand: "Pier Four" } }],
    ['change "#12323f" to "navy"', { header: { color: "navy" } }],
    [
      'change the sentence that starts with "We roast" to "We bake daily."',
      { footer: { text: "© 2026 Harbour Coffee · since 2026. We bake daily. Come in!" } },
    ],
    [
      "replace every 2026 by 2027 in the footer",
      { footer: { text: "© 2027 Harbour Coffee · since 2027. We roast on Mondays. Come in!" } },
    ],
  ])("is found: %s", (words, expected) => {
    expect(inShort(words)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["change 2026 to 2027", ["footer.text", "navbar.text"]],
    ['change "2026" to "2027" in the footer', ["footer.text"]],
    ['change "7 to 18" to "8 to 20" in the footer', ["navbar.text"]],
  ])("is asked about when it is not one place: %s", (words, expected) => {
    expect(inShort(words)).toEqual(expected);
  });

  it("is shown in each of its places, and the answer is the change", () => {
    const meaning = read("change 2026 to 2027");
    expect(meaning).toMatchObject({
      questions: [
        {
          text: "I found “2026” in 2 places. Which one do you mean?",
          choices: [
            { label: expect.stringContaining("Footer › Text (2 times): © 2026 Harbour Coffee") },
            { label: "Navigation bar › Text: Open every day, 7 to 18 (2026)" },
          ],
        },
      ],
    });
    expect(inShort("change 2026 to 2027", { place: "navbar.text" })).toEqual({
      navbar: { text: "Open every day, 7 to 18 (2027)" },
    });
  });

  it("is every place of the site where that is said, and of one section where that is said too", () => {
    const footer = { text: "© 2027 Harbour Coffee · since 2027. We roast on Mondays. Come in!" };
    expect(read("replace every 2026 with 2027")).toMatchObject({
      outcome: "understood",
      section: "footer",
      updates: footer,
      parts: [{ section: "navbar", updates: { text: "Open every day, 7 to 18 (2027)" } }],
    });
    expect(read("replace every 2026 with 2027 in the footer")).toMatchObject({
      outcome: "understood",
      updates: footer,
    });
    expect(read('replace every "Harbour Coffee" with "Pier Four"')).toMatchObject({
      section: "footer",
      parts: [{ section: "navbar", updates: { brand: "Pier Four" } }],
    });
  });

  it("is asked about when every place is in more sections than a request can have", () => {
    const ids = Array.from({ length: 11 }, (_, at) => `part-${at}`);
    const [section] = sample.sections;
    const many = {
      version: "1",
      sections: ids.map((id) => ({
        ...section,
        id,
        label: `Part ${id}`,
        names: [],
      })) as typeof sample.sections,
    };
    const everywhere = ids.map((id) => ({ section: id, property: "text", value: "Since 2026" }));
    const ask = (answers: Record<string, string>, found = everywhere) =>
      findByValue({ description: "replace every 2026 by 2027", image_count: 0, answers }, many, found);
    expect(ask({})).toMatchObject({
      outcome: "unclear",
      questions: [{ id: "place", choices: ids.map((value) => ({ value })) }],
    });
    expect(ask({ place: "part-3" })).toMatchObject({ outcome: "understood", section: "part-3" });
    expect(ask({}, everywhere.slice(1))).toMatchObject({ outcome: "understood", parts: { length: 9 } });
  });

  it("that stands nowhere is answered with the nearest, and other words take its place", () => {
    const asked = 'change "Open each day, 7 to 18" to "Closed"';
    expect(inShort(asked)).toEqual([
      expect.stringMatching(/^section: /),
      expect.stringContaining(
        "“Open each day, 7 to 18” does not stand anywhere that I can change. " +
          "The nearest is “Open every day, 7 to 18 (2026)” in Navigation bar.",
      ),
    ]);
    expect(inShort(asked, { change: 'change "Open every day" to "Closed"' })).toEqual({
      navbar: { text: "Closed, 7 to 18 (2026)" },
    });
  });

  it.each([
    `don't change "7 to 18" to "8 to 20"`,
    'change "7 to 18" to "8 to 20" if it rains',
    'change "7 to 18" to "8 to 20" tomorrow',
    'move "7 to 18" to "8 to 20"',
    'change "7 to 18"',
    'change "7 to 18" to opening hours',
    "change coffee to tea",
    "change 7 to late",
    "make the header red",
    'is "7 to 18" to "8 to 20" right?',
  ])("is not read into anything else: %s", (description) => {
    expect(asksByValue({ description, image_count: 0, answers: {} }, sample)).toBe(false);
  });

  it("is never looked for by a command", () => {
    const request = { command: 'change "7 to 18" to "8 to 20"', image_count: 0, answers: {} };
    expect(asksByValue(request, sample)).toBe(false);
    expect(interpret(request, sample).outcome).toBe("refused");
  });
});

const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

it("any value is found by itself, whatever is in it, and becomes exactly what was quoted", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .filter((value) => /[\p{L}\p{N}]/u.test(value));
  const property = fc.property(text, text, (now, wanted) => {
    const only = [{ section: "footer", property: "text", value: now.trim() }];
    const description = `change ${quoted(now.trim())} to ${quoted(wanted)}`;
    const meaning = findByValue({ description, image_count: 0, answers: {} }, sample, only);
    // A line break of any kind is a space in a text of one line.
    const written = wanted.replaceAll(/[\t\n\r\u2028\u2029]+/g, " ").trim();
    if (meaning?.outcome === "understood") expect(meaning.updates).toEqual({ text: written });
    else expect(meaning?.questions[0]?.id).toMatch(/^(?:value:text|place)$/);
  });
  fc.assert(property, { numRuns: runs(300), examples: [["one", "two\u2028lines"]] });
});
