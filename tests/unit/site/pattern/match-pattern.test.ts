import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkValue } from "#src/site/value.ts";
import { matchesPattern } from "#src/site/pattern/match-pattern.ts";
import { parsePattern } from "#src/site/pattern/parse-pattern.ts";
import { computedFor } from "#tests/support/computed-for.ts";
import { runs } from "#tests/support/runs.ts";

function problemWith(pattern: string): string {
  const parsed = parsePattern(pattern);
  return parsed.ok ? "" : parsed.problem;
}

/** What the language itself says, which may take forever for a long value. */
const native = (pattern: string, value: string): boolean => new RegExp(`^(?:${pattern})$`, "u").test(value);

describe("a site's pattern", () => {
  it.each(["(a+)+", "(a|a)*", "(?:a*)*b", "(.*a){12}", "(\\w+\\s?)*", "(a|aa)+"])(
    "%s does not hold up others, however long the value is",
    (pattern) => {
      const value = `${"a".repeat(3_998)}!`;
      const property = { id: "x", label: "X", names: [], value: "text" as const, rules: { pattern } };
      const started = computedFor();
      expect(checkValue(property, value).ok).toBe(native(pattern, "a".repeat(5).concat("!")));
      expect(computedFor() - started).toBeLessThan(2_000);
    },
  );

  it.each([
    ["[A-Z]{2}-\\d+|none", "AB-12", true],
    ["[A-Z]{2}-\\d+|none", "none", true],
    ["[A-Z]{2}-\\d+|none", "none!", false],
    ["^v\\d+(?:\\.\\d+){0,2}$", "v1.2.3", true],
    ["^v\\d+(?:\\.\\d+){0,2}$", "v1.2.3.4", false],
    ["€\\d+(\\.\\d\\d)?", "€4.50", true],
    ["[\\p{L} '-]+", "Zoë O’Neil", false],
    ["[\\p{L} ’-]+", "Zoë O’Neil", true],
    [".", "🎉", true],
    ["\\u{1F389}+", "🎉🎉", true],
    ["(?<year>20\\d\\d)", "2026", true],
    ["\\bfoo\\b.*", "foo bar", true],
    ["\\bfoo\\b.*", "fool", false],
    ["a{2,}?", "aaaa", true],
    ["", "", true],
  ])("%s and “%s”: %s", (pattern, value, matches) => {
    expect(native(pattern, value)).toBe(matches);
    expect(matchesPattern(pattern, value)).toBe(matches);
  });

  it.each([
    ["(?=a)b", "looks ahead or behind"],
    ["(?<!a)b", "looks ahead or behind"],
    ["(a)\\1", "refers back"],
    ["(?<n>a)\\k<n>", "refers back"],
    ["(?i:a)", "switches flags"],
    ["(a{100}){100}", "repeats too much"],
    ["a{1,100000}", "repeats too much"],
    ["(", "is not a regular expression"],
    ["a{2,1}", "is not a regular expression"],
  ])("%s is refused where it is defined: it %s", (pattern, problem) => {
    expect(problemWith(pattern)).toContain(problem);
    expect(matchesPattern(pattern, "a")).toBe(false);
  });
});

/** Patterns of all that is supported, nested at most three deep. */
const { pattern: anyPattern } = fc.letrec<{ pattern: string; piece: string; atom: string }>((tie) => ({
  pattern: fc
    .array(fc.array(tie("piece"), { maxLength: 3 }), { minLength: 1, maxLength: 2 })
    .map((choices) => choices.map((pieces) => pieces.join("")).join("|")),
  piece: fc
    .tuple(tie("atom"), fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?"))
    .map(([atom, times]) => (/^(?:[$^]|\\b|\\B)$/.test(atom) ? atom : atom + times)),
  atom: fc.oneof(
    { maxDepth: 3, depthIdentifier: "group" },
    fc.constantFrom(
      "a",
      "b",
      "-",
      ".",
      "\\d",
      "\\w",
      "[ab]",
      "[^a]",
      "[a-b\\d]",
      "[\\]^]",
      "\\.",
      "^",
      "$",
      "\\b",
      "\\B",
      "\\p{Lu}",
    ),
    fc
      .tuple(fc.constantFrom("(", "(?:", "(?<n>"), tie("pattern"))
      .map(([open, inner]) => `${open.replace("n", () => `n${inner.length}`)}${inner})`),
  ),
}));

describe("every supported pattern", () => {
  it("matches what the language itself matches", () => {
    fc.assert(
      fc.property(
        anyPattern,
        fc.string({ unit: fc.constantFrom("a", "b", "1", "-", ".", " ", "A", "🎉"), maxLength: 5 }),
        (pattern, value) => {
          if (parsePattern(pattern).ok) expect(matchesPattern(pattern, value)).toBe(native(pattern, value));
        },
      ),
      { numRuns: runs(2_000) },
    );
  });
});
