import { expect, test } from "vitest";
import { buttons, withLinks } from "#src/discord/components.ts";
import { endMessage, messageOf } from "#src/discord/messages.ts";
import { english } from "#src/words/english.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { messageProblems } from "#stand-ins/discord/limits.ts";
import { base, conversationIn, recordIn, result } from "#tests/support/conversations/example.ts";

const url = "https://github.com/acme/site/pull/7";
const published = { ...result, pull_request: { number: 7, url } };
const link = { type: 2, style: 5, label: "Pull request #7", url };

test("what was published has a button that leads to its pull request, also after it has ended", () => {
  const live = messageOf(english, conversationIn("published", { result: published }));
  const ended = endMessage(english, recordIn("published", { result: published }));
  for (const message of [live, ended]) {
    expect(message.components[0]?.components.at(-1)).toEqual(link);
    expect(messageProblems(message)).toEqual([]);
    expect(conformanceProblems("edit", message)).toEqual([]);
  }
});

const page = "https://harbour-coffee.example/menu/";
const site = { type: 2, style: 5, label: "Open the site", url: page };

test.each(["previewed", "approving", "published"] as const)(
  "what is %s has a button that leads to the live page, beside all others, where the site says where it is",
  (phase) => {
    const pull = phase === "published" ? { result: published } : {};
    const message = messageOf(english, conversationIn(phase, { base: { ...base, page }, ...pull }));
    const without = messageOf(english, conversationIn(phase, pull));
    const [row, before] = [message, without].map(({ components }) => components[0]?.components ?? []);
    expect(row).toEqual([...(before ?? []), site]);
    expect(message.components).toHaveLength(1);
    expect(messageProblems(message)).toEqual([]);
    expect(conformanceProblems("edit", message)).toEqual([]);
  },
);

test("what has ended as published leads to the live page, too, and what nothing can be pressed on leads nowhere", () => {
  const ended = endMessage(english, recordIn("published", { base: { ...base, page }, result: published }));
  expect(ended.components[0]?.components.slice(-2)).toEqual([link, site]);
  for (const phase of ["confirmed", "withdrawing", "withdrawn"] as const)
    expect(messageOf(english, conversationIn(phase, { base: { ...base, page } })).components).toEqual([]);
});

test.each([
  "javascript:alert(1)",
  "https://github.com/a b",
  "https://user:pw@evil.example/x",
  `https://a.example/${"x".repeat(600)}`,
])("no button leads to %s", (address) => {
  const row = buttons(english, { conversation_id: "1", revision: 1 }, ["withdraw"]);
  const pull_request = { number: 7, url: address };
  expect(
    withLinks(english, row, { base: { ...base, page: address }, result: { ...result, pull_request } }),
  ).toEqual(row);
});
