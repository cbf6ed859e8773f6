import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, inertLine, inertText } from "#src/publishing/inert-text.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

/** What GitHub, or a build, would act on. */
const ACTIVE = /@[\w-]|#\d|\bGH-\d|:\/\/|\[[a-z]|\*\*\*NO_CI/i;

describe("people's words in a text", () => {
  test.each([
    ["@everyone", "@\u200Beveryone"],
    ["a mail to ada@example.com", "a mail to ada@\u200Bexample.com"],
    ["#1 and octo/hello#22", "#\u200B1 and octo/hello#\u200B22"],
    ["gh-3", "gh-\u200B3"],
    ["https://github.com/o/r/issues/4", "https:\u200B//github.com/o/r/issues/4"],
    ["[skip ci]", "[\u200Bskip ci]"],
    ["***NO_CI***", "***\u200BNO_CI***"],
  ])("%s means nothing to GitHub", (words, inert) => {
    expect(inertText(words)).toBe(inert);
  });

  test.each(["#FF0080 is a colour", "# and @ alone", "it's 5 % & more: <b>", "שלום 👋🏽 नमस्ते"])(
    "%s stays as it is",
    (words) => {
      expect(inertText(words)).toBe(words);
    },
  );

  test("keep their lines, whatever ends them", () => {
    expect(inertText("a\r\nb\rc\u2028d\n\ne")).toBe("a\nb\nc\nd\n\ne");
  });

  test("lose what moves the cursor or turns the reading direction", () => {
    expect(inertText("a\u001B[31m\u0000b\u202Ec\u2066d\u007F")).toBe("a[31mbcd");
  });

  test("are well-formed, even when they were cut through a character", () => {
    expect(inertText("\uD83D!")).toBe("\uFFFD!");
  });

  test("never act, whatever they are", () => {
    fc.assert(fc.property(words(), (text) => !ACTIVE.test(inertText(text))));
  });

  test("stay the same when they are made inert twice", () => {
    fc.assert(fc.property(words(), (text) => inertText(inertText(text)) === inertText(text)));
  });
});

describe("people's words in a line", () => {
  test("are one line, without spaces around", () => {
    expect(inertLine("  two\n\tlines\u2029more ", 50)).toBe("two lines more");
  });

  test("are never more than one line, and never active", () => {
    fc.assert(
      fc.property(words(), (text) => !/\n/.test(inertLine(text, 40)) && !ACTIVE.test(inertLine(text, 40))),
    );
  });

  test("are cut by characters, not through them", () => {
    expect(cut("👋👋👋👋", 3)).toBe("👋👋…");
    expect(cut("👋👋👋", 3)).toBe("👋👋👋");
  });
});

/** Any text, with far more of the signs that matter than chance would bring. */
function words(): fc.Arbitrary<string> {
  const signs = [
    "@",
    "#",
    "1",
    "a",
    "GH-",
    "gh-",
    "://",
    ":",
    "/",
    "[",
    "***",
    "NO_CI",
    "\n",
    "\r",
    " ",
    "\u202E",
    "`",
  ];
  return fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(fc.constantFrom(...signs, "\u0000", "\uD83D"), { maxLength: 60 }).map((parts) => parts.join("")),
  );
}
