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

const address = "https://site-git-header.vercel.app";
const open = { state: "open", changed: false, checks: "passed", preview_url: address } as const;

test("what is shown somewhere has a button that leads there, and its checks are told", () => {
  const whole = { base: { ...base, page }, result: published, publication: open };
  for (const message of [
    messageOf(english, conversationIn("published", whole)),
    endMessage(english, recordIn("published", whole)),
  ]) {
    expect(message.components[0]?.components.slice(-3)).toEqual([
      { type: 2, style: 5, label: "Preview", url: address },
      link,
      site,
    ]);
    expect(message.content).toContain(`✅ Checks passed: [see them](${url}/checks)`);
    expect(messageProblems(message)).toEqual([]);
    expect(conformanceProblems("edit", message)).toEqual([]);
  }
});

test("what was merged is told with what GitHub knows of it, and offers Undo alone", () => {
  const merged_at = "2026-11-26T08:00:00Z";
  const merged = { state: "merged", changed: false } as const;
  const said = (publication: typeof merged & { merged_at?: string; merged_by?: string }) =>
    messageOf(english, conversationIn("published", { result: published, publication }));
  expect(said(merged).content).toBe(`🚀 Merged: [#7](${url})`);
  const { content, components } = said({ ...merged, merged_at, merged_by: "a*b" });
  expect(content).toBe(String.raw`🚀 Merged by a\*b <t:1795680000:R>: [#7](${url})`);
  expect(components[0]?.components.map((button) => "label" in button && button.label)).toEqual([
    "Undo",
    "Pull request #7",
  ]);
});

test("what was closed without being merged leads to its pull request alone, and nowhere without one that is known", () => {
  const publication = { state: "closed", changed: true } as const;
  const closed = (result: typeof published) =>
    messageOf(english, conversationIn("published", { result, publication }));
  expect(closed(published).components[0]?.components).toEqual([link]);
  expect(closed({ ...published, pull_request: { number: 7, url: "no" } }).components).toEqual([]);
});

test.each([
  "javascript:alert(1)",
  "https://github.com/a b",
  "https://user:pw@evil.example/x",
  `https://a.example/${"x".repeat(600)}`,
])("no button leads to %s", (address) => {
  const row = buttons(english, { conversation_id: "1", revision: 1 }, ["withdraw"]);
  const pull_request = { number: 7, url: address };
  const publication = { state: "open" as const, changed: false, preview_url: address };
  const links = { base: { ...base, page: address }, result: { ...result, pull_request }, publication };
  expect(withLinks(english, row, links)).toEqual(row);
});
