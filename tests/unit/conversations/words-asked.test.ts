import { expect, it } from "vitest";
import { wordsAsked } from "#src/conversations/words-asked.ts";

const answers = [
  { question: "set:header.text", answer: "By a form" },
  { question: "set:header.color", answer: "navy" },
];

it.each([
  [{ description: "make it blue", answers }, "make it blue"],
  [{ command: "section:header color:navy", answers: [] }, "section:header color:navy"],
  [{ answers }, "By a form, navy"],
  [{ answers: [] }, undefined],
])("what %j asks for is %j", (request, words) => {
  expect(wordsAsked(request)).toBe(words);
});
