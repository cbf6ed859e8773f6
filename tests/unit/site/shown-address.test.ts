import { expect, test } from "vitest";
import { addressNotes, outsideAddresses } from "#src/site/shown-address.ts";
import { inWords } from "#src/words/words.ts";

const noteOf = (address: string): string =>
  addressNotes(address)
    .map((note) => inWords(note).message)
    .join("; ");

test.each([
  ["https://example.com/a", ""],
  ["https://EXAMPLE.com/", ""],
  ["https://münchen.example/", "the host is xn--mnchen-3ya.example"],
  ["https://xn--mnchen-3ya.example/", "the host is münchen.example"],
  ["https://日本語.example/", "the host is xn--wgv71a119e.example"],
])("%s: %j is said of the host", (address, note) => {
  expect(noteOf(address)).toBe(note);
});

test.each([["https://pаypal.example/"], ["https://xn--pypal-4ve.example/"]])(
  "%s mixes letters, which is pointed out",
  (address) => {
    expect(noteOf(address)).toContain("it mixes Latin and Cyrillic letters");
  },
);

test("only addresses that a change adds are told, each once", () => {
  expect(
    outsideAddresses([
      { before: "https://old.example", after: "https://old.example" },
      { before: null, after: "A → https://a.example/x" },
      { before: null, after: "B → https://a.example/x" },
      { before: null, after: "C → /page" },
    ]),
  ).toEqual(["https://a.example/x"]);
});
