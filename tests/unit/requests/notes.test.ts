import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import { sample } from "./catalogues.ts";

const notes = (description: string, answers: Record<string, string> = {}) => {
  const result = interpret({ description, image_count: 0, answers }, sample);
  return result.outcome === "understood" ? result.notes : result.outcome;
};

describe("words that ask for nothing", () => {
  it.each<[string, string[]]>([
    ["make the header red", []],
    ["could you please make the header red? Thanks!", []],
    ["I hope you're well. Please make the header red.", ["I hope you're well"]],
    ["My apologies for asking again, but could the header be red?", ["My apologies for asking again"]],
    ["make the header red, it matches our vans", ["it matches our vans"]],
    ['Hi all,\n\nset the footer text to "Bye".\n\nBest regards,\nMaria', ["Best regards"]],
    [
      "Task 12: add an About link to the menu (/about). It is our new page.",
      ["Task 12", "It is our new page"],
    ],
    ['the footer text has a typo, it should be "Bye"', ["the footer text has a typo"]],
    [
      "We updated the menu in the shop yesterday. Make the header red.",
      ["We updated the menu in the shop yesterday"],
    ],
  ])("are said beside the change, and not asked about: %j", (words, expected) => {
    expect(notes(words)).toEqual(expected);
  });

  it("are said after an answer, too", () => {
    expect(notes("I love it. Make the header darker.", { "value:color": "navy" })).toEqual(["I love it"]);
  });

  it.each([
    "make the header red. Only on Mondays.",
    "I want the footer to be animated. Make the header red.",
    "My wife says to change the footer. Make the header red.",
    "The footer text went up to 5. Make the header red.",
    "The lunch went up to €12. Make the header red.",
    "We hung a new lamp in the header. Make it red.",
    "make the header red. The footer is fine.",
    "make the header red. Move the logo.",
    "make the header red. Never mind.",
    'make the header red. "Hello".',
    "make the header red. Navy was nice.",
    "make the header red and explode",
    "make the header red. Twice.",
    "make the header red. After lunch.",
    "make the header red. Open it in a new tab.",
    "change the footer text to Hello. We love it.",
    "I love it",
  ])("are asked about where they could ask for something: %s", (words) => {
    expect(notes(words)).toBe("unclear");
  });
});
