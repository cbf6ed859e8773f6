import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeSpan, plain, quotedBlock } from "#src/publishing/markdown.ts";

const backticks = fc
  .array(fc.constantFrom("`", "``", "```", "a", " ", "\n", "~~~"), { maxLength: 30 })
  .map((all) => all.join(""));

describe("a code span", () => {
  test.each([
    ["plain", "`plain`"],
    ["a ` b", "``a ` b``"],
    ["`", "`` ` ``"],
    ["``x", "``` ``x ```"],
    ["", "`(empty)`"],
    ["  ", "`(empty)`"],
  ])("of %j is %s", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  test("is never closed by what is in it", () => {
    fc.assert(
      fc.property(backticks, (text) => {
        const span = codeSpan(text);
        const fence = /^`+/.exec(span)?.[0] ?? "";
        const inside = span.slice(fence.length, -fence.length);
        expect(inside.split(/[^`]+/)).not.toContain(fence);
      }),
    );
  });
});

describe("a quoted block", () => {
  test("is a fence within a quotation", () => {
    expect(quotedBlock("one\n\ntwo")).toBe("> ```text\n> one\n>\n> two\n> ```");
  });

  test("is never closed by what is in it, and marks every line", () => {
    fc.assert(
      fc.property(backticks, (text) => {
        const lines = quotedBlock(text).split("\n");
        expect(lines.every((line) => line.startsWith(">"))).toBe(true);
        const fence = lines.at(-1)?.slice(2) ?? "";
        expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
      }),
    );
  });
});

test("plain words have no character that means something", () => {
  expect(plain("*a* [b](c) <d> `e` ~f~ | g_h")).toBe(
    "\\*a\\* \\[b\\]\\(c\\) \\<d\\> \\`e\\` \\~f\\~ \\| g\\_h",
  );
});
