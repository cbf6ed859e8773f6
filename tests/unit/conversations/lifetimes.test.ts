import { expect, test } from "vitest";
import { isExpired } from "#src/conversations/conversation.ts";
import { isAnsweredBy, lifetimes, replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import { conversationIn } from "#tests/support/conversations/example.ts";

const at = new Date("2026-11-22T10:00:00.999Z");
const seconds = Date.parse("2026-11-22T10:00:00Z") / 1000;

test("a conversation lives for the configured time after each input, in whole seconds", () => {
  expect(lifetimes(3600, 86_400).afterInput(at)).toBe(seconds + 3600);
  expect(lifetimes(3, 86_400).afterInput(at)).toBe(seconds + 3);
});

test("what was decided lives for as long as the stream may still bring it, however short an hour is", () => {
  expect(lifetimes(3, 86_400).afterDecision(at)).toBe(seconds + 24 * 3600);
  expect(lifetimes(3600, 86_400).afterDecision(at)).toBe(seconds + 24 * 3600);
});

test("a longer life is not cut short by a decision", () => {
  expect(lifetimes(7 * 24 * 3600, 86_400).afterDecision(at)).toBe(seconds + 7 * 24 * 3600);
});

test("a reply token is good for fifteen minutes", () => {
  expect(replyTokenExpiry(at)).toBe("2026-11-22T10:15:00.999Z");
});

test("four seconds after an interaction, Discord has its answer or has stopped waiting for it", () => {
  const [before, then] = [3999, 4000].map((after) => new Date(at.getTime() + after));
  expect(isAnsweredBy(before ?? at, replyTokenExpiry(at))).toBe(false);
  expect(isAnsweredBy(then ?? at, replyTokenExpiry(at))).toBe(true);
});

test("a conversation has expired from the very second its time has passed", () => {
  const conversation = conversationIn("previewed", { ttl: seconds + 60 });
  expect(isExpired(conversation, new Date("2026-11-22T10:00:59.999Z"))).toBe(false);
  expect(isExpired(conversation, new Date("2026-11-22T10:01:00.000Z"))).toBe(true);
});
