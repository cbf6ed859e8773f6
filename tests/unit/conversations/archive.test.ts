import { describe, expect, test } from "vitest";
import { recordOf } from "#src/conversations/archive.ts";
import { epochSeconds } from "#src/conversations/conversation.ts";
import { NOW, OWNER, base, conversationIn, phases, result } from "#tests/support/conversations/example.ts";

const DAY = 24 * 60 * 60;
const later = new Date(NOW.getTime() + 5000);
const kept = { endedAt: later, retentionDays: 90 };

const last = (phase: "previewed" | "published", by: "expiry" | "person") =>
  recordOf(conversationIn(phase), by, kept)?.history.at(-1);

const CLICK = { click_token: "token-of-a-click", click_token_expires_at: NOW.toISOString() };

describe("the record of a conversation", () => {
  test.each([
    ["drafting", "expired", "cancelled"],
    ["clarifying", "expired", "cancelled"],
    ["previewed", "expired", "cancelled"],
    ["undrafted", "failed", "cancelled"],
    ["confirmed", "failed", "failed"],
    ["failed", "failed", "failed"],
    ["published", "published", "published"],
    ["withdrawing", "published", "published"],
    ["withdrawn", "withdrawn", "withdrawn"],
  ] as const)(
    "that was %s: %s when its time had passed, %s when a person removed it",
    (phase, expiry, person) => {
      expect(recordOf(conversationIn(phase), "expiry", kept)?.outcome).toBe(expiry);
      expect(recordOf(conversationIn(phase), "person", kept)?.outcome).toBe(person);
    },
  );

  test.each(phases)("that was %s keeps who asked for what, and no secret", (phase) => {
    const conversation = conversationIn(phase, { interactions: ["i1"], ...CLICK });
    const record = recordOf(conversation, "expiry", kept);
    const { conversation_id, user_id, request, created_at } = conversation;
    expect(record).toMatchObject({ conversation_id, user_id, request, created_at });
    for (const name of [
      "reply_token",
      "reply_token_expires_at",
      "click_token",
      "click_token_expires_at",
      "status",
      "confirmed",
      "interactions",
      "erased",
    ])
      expect(record).not.toHaveProperty(name);
  });

  test.each(phases)("that was %s is not kept after an erasure", (phase) => {
    const conversation = conversationIn(phase, { erased: true });
    expect(recordOf(conversation, "person", kept)).toBeNull();
    expect(recordOf(conversation, "expiry", kept)).toBeNull();
  });

  test("keeps what was published", () => {
    const { digest: _, ...shown } = base;
    const record = recordOf(conversationIn("published"), "expiry", kept);
    expect(record).toMatchObject({ result, base: shown });
    expect(record?.base).not.toHaveProperty("digest");
  });

  test("is kept for as many days as are configured", () => {
    const record = recordOf(conversationIn("previewed"), "expiry", { endedAt: later, retentionDays: 7 });
    expect(record?.ttl).toBe(epochSeconds(later) + 7 * DAY);
    expect(record?.ended_at).toBe(later.toISOString());
  });

  test("tells its end in the history, where the history does not tell it already", () => {
    expect(last("previewed", "expiry")).toEqual({
      at: later.toISOString(),
      by: "execution",
      event: "expired",
    });
    expect(last("previewed", "person")).toEqual({ at: later.toISOString(), by: OWNER, event: "cancelled" });
    expect(last("published", "expiry")?.event).toBe("start");
  });

  test("is the same however often it is made", () => {
    const [first, again] = [1, 2].map(() => recordOf(conversationIn("previewed"), "expiry", kept));
    expect(again).toEqual(first);
  });
});
