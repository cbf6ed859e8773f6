import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inert, plain, pullRequestLink } from "#src/discord/text.ts";

const visible = (text: string): string => text.replaceAll("\u200B", "");

/** What Discord acts on outside of code, by its own Markdown. */
const ACTS = /\w:\/\/|\]\(|<[@#:/a-z]|\w\.\w+\/\w/i;

describe("a sentence of ours that repeats words of a person", () => {
  test.each([
    ["a raw address", "“https://evil.example/x” is not a colour."],
    ["an invitation", "“discord.gg/abc” is not a colour."],
    ["an address for the Discord client", "“discord://app” is not a colour."],
    ["a link with another text", "“[a](https://evil.example)” is not a colour."],
    ["a mention, a channel, a time, a custom emoji", "“<@1> <#2> <t:1:R> <:x:3> <a:x:4>” is not a colour."],
    ["a command and a place of the server", "“</ux-admin:1> <id:customize>” is not a colour."],
    ["an address behind a backtick without a partner", "“` https://evil.example” is not a colour."],
  ])("makes nothing of %s", (_name, sentence) => {
    expect(inert(sentence)).not.toMatch(ACTS);
    expect(visible(inert(sentence))).toBe(sentence);
  });

  test("keeps its own code as it is, so that it can be copied", () => {
    const sentence = "Write it like `https://example.com/a` or ``<h1>`` and press **Answer**.";
    expect(inert(sentence)).toBe(sentence);
  });

  test("reads the same and acts nowhere outside of code, whatever the words are", () => {
    const part = fc.constantFrom("`", "``", "https://", "a.bc/d", "](", "<@1>", "x", " ", "\n", "[");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const sentence = parts.join("");
        expect(visible(inert(sentence))).toBe(sentence);
        expect(inert(sentence).replaceAll(/(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g, "§")).not.toMatch(ACTS);
      }),
    );
  });
});

test("an address is broken behind each host and each scheme, wherever it stands", () => {
  const part = fc.constantFrom("a", "_", "9", ".", "/", ":", "é", " ", "\n");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
      const text = parts.join("");
      expect(inert(text)).toBe(text.replaceAll(/(?<=\w\.\w+)(?=\/)|(?<=:)(?=\/\/)/g, "\u200B"));
    }),
    { numRuns: 1000 },
  );
});

test("plain words hold no invitation without a scheme", () => {
  expect(plain("discord.gg/abc")).not.toMatch(ACTS);
  expect(visible(plain("discord.gg/abc"))).toBe("discord.gg/abc");
});

describe("a pull request", () => {
  test("is a link by its address", () => {
    const url = "https://github.com/acme/site.example/pull/12";
    expect(pullRequestLink({ number: 12, url })).toBe(`[#12](${url})`);
    expect(pullRequestLink({ number: 12, url: "http://127.0.0.1:3000/acme/site/pull/12" })).toContain(
      "](http:",
    );
  });

  test.each([
    "https://github.com/acme/site/pull/1) **Free nitro**: [here](https://evil.example",
    "javascript:alert(1)",
    "https://github.com@evil.example/pull/1",
    "https://github.com/acme/site/pull/1?x=](y",
    "https://github.com/acme/site/pull/1\n@everyone",
    "",
  ])("is only named when its address is not plainly one: %s", (url) => {
    expect(pullRequestLink({ number: 1, url })).toBe("#1");
  });
});
