import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import { bakery, large, sample, section, property } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

const message = (description: string, catalogue = sample) => {
  const result = interpret({ description, image_count: 0, answers: {} }, catalogue);
  return result.outcome === "refused" ? result.message : result.outcome;
};

describe("who asks for help", () => {
  it.each([
    "help",
    "Help!",
    "help me please",
    "can you help me?",
    "/help",
    "?",
    "???",
    "what can I change?",
    "What can you do for me",
    "what is possible",
    "how does this work",
    "How do I use this bot?",
    "hi, what can I do here?",
    "which sections are there?",
    "list of commands",
    "what colors are available?",
  ])("is told at once what is possible, and nothing is asked: %s", (words) => {
    expect(message(words)).toBe(`\
Say what should be changed: in plain words as \`description\`, or exactly as \`command\`. You see the change first, and nothing is published before you confirm it.
**What can be changed:**
• \`header\`: Text, Color, Links
• \`footer\`: Text, Color
• \`navbar\` (Navigation bar): Text, Color, Links, Brand
• \`home\`: Hero text, Description, Button text
**In plain words:** change Text of Header to “Welcome to our site”
**Exactly:** \`section:header text:"Welcome to our site" color:"#FF0080"\``);
  });

  it("about one section is told all about that", () => {
    const specials = message("what can I change in the deals?", bakery);
    expect(specials).toContain("• `price`: Write a price, for example €4.50.");
    expect(specials).toContain("`section:specials ");
    expect(specials).not.toContain("storefront");
  });

  it("on a large site is told as much as fits into a message", () => {
    expect(message("help", large)).toMatch(/• `chapter-1` .*\nand \d+ more\n/s);
    expect(message("help", large).length).toBeLessThanOrEqual(1800);
  });

  it("and shows what it has to say with examples that are understood", () => {
    for (const site of [sample, bakery, large]) {
      const [, sentence = "", command = ""] =
        /\*\*In plain words:\*\* (.*)\n\*\*Exactly:\*\* `(.*)`$/.exec(message("help", site)) ?? [];
      expect(inShort(sentence, site)).toMatch(/^[\w-]+: /);
      expect(interpret({ command, image_count: 0, answers: {} }, site).outcome).toBe("understood");
    }
  });
});

describe("what only sounds like a question for help", () => {
  it.each([
    ["help me change the header", "header? property of text color links + value"],
    ["how do I change the header text to Hi?", "header? change"],
    ["what if the header was red?", "header? change"],
    ["change the hero text to How this works", "home: hero-text=How this works"],
    ["change the hero text to What can we do for you", "home: hero-text=What can we do for you"],
    ["change the hero text to ?", "home: hero-text=?"],
    ["undo what you did", "? section of header footer navbar home + change"],
  ])("is read as before: %s", (words, meaning) => {
    expect(inShort(words, sample)).toBe(meaning);
  });

  it("is asked about when an image came with it", () => {
    const result = interpret({ description: "?", image_count: 1, answers: {} }, sample);
    expect(result.outcome).toBe("unclear");
  });

  it("may be a part of the site", () => {
    const site = { version: "1", sections: [section("help", [property("text", "text")])] };
    expect(inShort("help", site)).toBe("help? property of text + value");
    expect(inShort("make help say Hello", site)).toBe("help: text=Hello");
  });
});
