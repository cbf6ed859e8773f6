import * as fc from "fast-check";
import { anyCharacter } from "#tests/support/any-character.ts";

/** What ends, opens, escapes or replaces something in one of the languages a value can land in. */
const FRAGMENTS = [
  [
    '"',
    "'",
    "`",
    "\\",
    "\\\\",
    "{",
    "}",
    "<",
    ">",
    "&",
    ";",
    ":",
    "=",
    "(",
    ")",
    "[",
    "]",
    "!",
    "@",
    "#",
    "%",
    "|",
  ],
  [
    "&amp;",
    "&lt",
    "&#60;",
    "&#x3c;",
    "&copy",
    "&nbsp;",
    "&bogus;",
    "&&",
    "&#",
    "\\u0041",
    "\\x41",
    "\\n",
    "\\0",
  ],
  [
    "$1",
    "$&",
    "$$",
    "$`",
    "\\1",
    "24/7",
    "${x}",
    "{x}",
    "{{x}}",
    "{/*",
    "*/}",
    "/*",
    "*/",
    "//",
    "<!--",
    "-->",
  ],
  [
    "]]>",
    "<![CDATA[",
    "</script>",
    "</style>",
    "</title>",
    "</textarea>",
    "</h1>",
    "</p>",
    "<b>",
    "/>",
    "<>",
    "</>",
  ],
  [
    "javascript:",
    "data:",
    "url(",
    "expression(",
    "!important",
    "; color: red",
    "} body {",
    "--x",
    "true",
    "null",
    "0",
  ],
  [
    "שלום",
    "عربى",
    "e\u0301\u0323",
    "👩‍👩‍👧‍👦",
    "🇪🇺",
    "日本語",
    "ﷺ",
    "\u00A0",
    "\u3000",
    "\u200B",
    "\uFEFF",
    "\uFFFD",
    "\u{10FFFF}",
  ],
  [" ", "  ", "\t", "\n", "\r\n", "\u2028", "\u2029"],
].flat();

/** What no file may ever hold; every value with one of these has to be refused. */
const FORBIDDEN = [
  "\0",
  "\u0001",
  "\u0008",
  "\u000B",
  "\u001B",
  "\u007F",
  "\u0085",
  "\u009F",
  "\uD800",
  "\uDC00",
  "\u202E",
];

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 4 }) },
);

/** Any text a person could send, mostly of the worst kind; some of it may be refused. */
export const hostileText = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));

/** The longest text there is, of characters that grow when they are escaped. */
export const longestText = fc
  .constantFrom(...Array.from("a<&{\"'`\\é🎉"))
  .map((character) => character.repeat(4000));

/** A text with at least one character that must be refused. */
export const forbiddenText = fc
  .tuple(fc.string(), fc.constantFrom(...FORBIDDEN), fc.string())
  .map(([before, character, after]) => `a${before}${character}${after}b`);
