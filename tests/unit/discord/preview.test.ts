import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { previewText } from "#src/discord/preview.ts";
import type { Change } from "#src/site/edit.ts";
import { english } from "#src/words/english.ts";
import { fenced, plain } from "#src/discord/text.ts";

const preview = (changes: Change[], diff: string, notes: string[] = []) =>
  previewText(english, { changes, diff, notes });

const change = { property: "text", label: "Text", before: "Welcome", after: "Hello" };
const diff = (lines: number) => Array.from({ length: lines }, (_, at) => `+line ${at}`).join("\n");

describe("the preview", () => {
  test("lists what changes and shows the diff in a code block", () => {
    expect(preview([change], "-Welcome\n+Hello\n").text).toBe(
      "**Text**: Welcome → Hello\n```diff\n-Welcome\n+Hello\n```",
    );
  });

  test("shows the lines of a file with Windows line endings like any other", () => {
    expect(preview([change], "-Welcome\r\n+Hello\r\n")).toEqual(preview([change], "-Welcome\n+Hello\n"));
  });

  test("shows a colour as a square", () => {
    const color = { property: "color", label: "Color", before: "navy", after: "#FF0080", color: true };
    expect(preview([color], "+x").text).toMatch(/^\*\*Color\*\*: \p{Emoji}navy → \p{Emoji}\\#FF0080/u);
  });

  test("says of what was not there only what is", () => {
    expect(preview([{ ...change, before: null }], "+x").text).toContain("**Text**: Hello");
  });

  test("says about which words of the request nothing is done", () => {
    expect(preview([change], "+x", ["Our *team*\nloves it"]).text).toContain(
      "**Text**: Welcome → Hello\nI did nothing about: “Our \\*team\\* loves it”.\n```diff",
    );
  });

  test("of many such words shows what fits, says how many more there are, and is not whole", () => {
    const notes = Array.from({ length: 200 }, (_, at) => `${at} ${"*(words)* ".repeat(20)}`);
    const { text, whole } = preview([change], diff(1000), notes);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(/“0 .*… and \d+ more\./);
    expect(text, "of the change itself still the most").toContain("+line 50\n");
    expect(whole).toBe(false);
    expect(preview([change], "+x", notes).whole, "they alone may be too many").toBe(false);
  });

  test("cuts a long diff and says how many of its lines are not shown", () => {
    const { text, whole } = preview([change], diff(1000));
    expect(whole).toBe(false);
    const shown = text.split("\n").filter((line) => line.startsWith("+line")).length;
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toContain(`*${1000 - shown} lines not shown*`);
    expect(shown).toBeGreaterThan(250);
  });

  test("always fits and is always one closed block, whatever the values are", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 4000 }),
      fc.constantFrom("```", "`", "``````", "\n```\n"),
    );
    const changes = fc.array(
      fc.record({ property: words, label: words, before: fc.option(words), after: words }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(changes, fc.array(words), (list, lines) => {
        const { text } = preview(list, lines.map((line) => `+${line}`).join("\n"));
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(text.match(/```/g)).toHaveLength(2);
      }),
    );
  });
});

describe("words of a person", () => {
  test("come without Markdown, mentions or links", () => {
    expect(plain("**a** _b_ <@1> [c](https://d) `e` ~f~ |g| # h")).toBe(
      "\\*\\*a\\*\\* \\_b\\_ \\<@1\\> \\[c\\]\\(https:\u200B//d\\) \\`e\\` \\~f\\~ \\|g\\| \\# h",
    );
  });

  test("cannot close a code block", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", "\n"), maxLength: 50 }), (text) => {
        expect(fenced("diff", text).slice(3, -3)).not.toContain("```");
      }),
    );
  });
});
