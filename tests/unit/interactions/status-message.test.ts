import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Summary, shownStatuses, summaryOf } from "#src/admin/conversation-view.ts";
import type { ConversationRecord } from "#src/conversations/conversation.ts";
import { statusMessage } from "#src/interactions/status-message.ts";
import { english } from "#src/words/english.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

const AT = new Date("2026-11-22T08:00:00.000Z");

const record: ConversationRecord = {
  conversation_id: "42",
  user_id: "1",
  user_name: "Ann",
  site: "default",
  outcome: "expired",
  request: { description: "make it blue", answers: [] },
  images: [],
  history: [],
  revision: 1,
  created_at: AT.toISOString(),
  updated_at: AT.toISOString(),
  ended_at: AT.toISOString(),
  ttl: AT.getTime() / 1000 + 60,
};

const summary = (change: Partial<Summary> = {}): Summary => ({ ...summaryOf({ record }, AT), ...change });
const options = { title: "Your requests:", none: "You have none.", older: false };
const linesOf = (summaries: Summary[], change = {}) =>
  (statusMessage(english, summaries, { ...options, ...change }).embeds[0]?.description ?? "").split("\n");
const lineOf = (change: Partial<Summary>) => linesOf([summary(change)])[1];

describe("the list of requests", () => {
  test("is one sentence when there is nothing to list", () => {
    expect(statusMessage(english, [], options)).toMatchObject({ content: "You have none.", embeds: [] });
  });

  test("puts what is open before what is over", () => {
    const open = summary({ status: "previewed", expires_at: AT.toISOString() });
    expect(linesOf([summary(), summary({ status: "confirmed" }), open])).toEqual([
      "**Open**",
      expect.stringContaining("being published"),
      expect.stringContaining(`the preview is ready · expires <t:${AT.getTime() / 1000}:R>`),
      "**Recent**",
      expect.stringContaining("expired"),
    ]);
  });

  test("links to the pull request, and to the message while a decision is open", () => {
    const result = {
      branch: "b",
      commit: "c",
      pull_request: { number: 12, url: "https://github.com/o/r/pull/12" },
    };
    expect(lineOf({ status: "published", result })).toContain("[#12](https://github.com/o/r/pull/12)");
    const open = { expires_at: AT.toISOString(), message_url: "https://discord.com/channels/1/2/3" };
    expect(lineOf({ status: "previewed", ...open })).toContain(
      "[message](https://discord.com/channels/1/2/3)",
    );
  });

  test("says why a request failed", () => {
    expect(lineOf({ status: "failed", failure: { code: "x", message: "GitHub said no." } })).toContain(
      "failed: GitHub said no.",
    );
  });

  test("takes people's words for words: no mention, link, format or further line comes of them", () => {
    const description = "@everyone <@1> **bold** [x](https://evil.example)\n# Title";
    const line = lineOf({ request: { description, answers: [] }, section: "<@&9>" }) ?? "";
    expect(line).toContain(String.raw`\<@1\> \*\*bold\*\* \[x\]\(https`);
    expect(line).toContain(String.raw`**\<@&9\>**`);
    expect(line).not.toContain("://");
    expect(statusMessage(english, [summary()], options).allowed_mentions).toEqual({ parse: [] });
  });

  test("never exceeds Discord's limits, and says how many it leaves out", () => {
    const any = fc.record({
      status: fc.constantFrom(...shownStatuses),
      section: fc.string({ unit: anyCharacter, maxLength: 400 }),
      request: fc.record({
        description: fc.string({ unit: anyCharacter, maxLength: 400 }),
        answers: fc.constant([]),
      }),
      failure: fc.record({ code: fc.string(), message: fc.string({ maxLength: 4000 }) }),
      expires_at: fc.constantFrom(undefined, AT.toISOString()),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 100 }), fc.boolean(), (changes, older) => {
        const summaries = changes.map((change) => summary(change as unknown as Partial<Summary>));
        const { content, embeds } = statusMessage(english, summaries, { ...options, older, withIds: true });
        const description = embeds[0]?.description ?? "";
        expect(content.length).toBeLessThanOrEqual(2000);
        expect(description.length).toBeLessThanOrEqual(4096);
        const marked = description.split("\n").filter((line) => !line.startsWith("*"));
        const left = Number(/^\*… and (\d+) more\*$/m.exec(description)?.[1] ?? 0);
        expect(marked.length + left).toBe(summaries.length);
      }),
      { numRuns: 100 },
    );
  });
});
