import { describe, expect, test } from "vitest";
import { tokensAfter, usableTokens } from "#src/conversations/reply-tokens.ts";

const NOW = new Date("2026-11-25T10:00:00.000Z");
const IN_A_MINUTE = "2026-11-25T10:01:00.000Z";
const A_MINUTE_AGO = "2026-11-25T09:59:00.000Z";

const reply = (until: string) => ({ reply_token: "first", reply_token_expires_at: until });
const click = (until: string) => ({ click_token: "click", click_token_expires_at: until });
const ofReply = ["reply_token", "reply_token_expires_at"];
const ofClick = ["click_token", "click_token_expires_at"];

describe("after a write, of the tokens that were read", () => {
  test.each([
    ["both stay while the click's is not known to work", "unknown", reply(IN_A_MINUTE), {}, []],
    [
      "the click's takes the other's place once Discord knows it",
      "proven",
      reply(IN_A_MINUTE),
      "click",
      ofClick,
    ],
    ["the click's goes when it is another message's", "elsewhere", reply(IN_A_MINUTE), {}, ofClick],
    ["the click's takes the place of one that is over", "unknown", reply(A_MINUTE_AGO), "click", ofClick],
    ["the click's is the only one, whatever is known of it", "unknown", {}, "click", ofClick],
    ["neither stays", "elsewhere", reply(A_MINUTE_AGO), {}, [...ofClick, ...ofReply]],
  ] as const)("%s", (_, standing, first, set, remove) => {
    expect(tokensAfter({ ...first, ...click(IN_A_MINUTE) }, NOW, standing)).toEqual({
      set: set === "click" ? { reply_token: "click", reply_token_expires_at: IN_A_MINUTE } : set,
      remove,
    });
  });

  test("those that are over go, and nothing is removed that is not there", () => {
    expect(tokensAfter(reply(A_MINUTE_AGO), NOW)).toEqual({ set: {}, remove: ofReply });
    const both = { ...reply(A_MINUTE_AGO), ...click(A_MINUTE_AGO) };
    expect(tokensAfter(both, NOW).remove).toEqual([...ofClick, ...ofReply]);
    expect(tokensAfter({}, NOW)).toEqual({ set: {}, remove: [] });
  });
});

test("the click's token is tried first, and none that is over", () => {
  const both = { ...reply(IN_A_MINUTE), ...click(IN_A_MINUTE) };
  expect(usableTokens(both, NOW).map(({ token }) => token)).toEqual(["click", "first"]);
  expect(usableTokens({ ...both, ...click(A_MINUTE_AGO) }, NOW).map(({ token }) => token)).toEqual(["first"]);
  expect(usableTokens({}, NOW)).toEqual([]);
});
