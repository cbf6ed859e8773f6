import { describe, expect, test } from "vitest";
import { type Phase, epochSeconds } from "#src/conversations/conversation.ts";
import type { Event } from "#src/conversations/events.ts";
import { type Stored, refusalOf } from "#src/conversations/transitions.ts";
import { eventOf, eventTypes } from "#tests/support/conversations/arbitrary.ts";
import {
  NOW,
  conversationIn,
  failure,
  phases,
  recordIn,
  result,
} from "#tests/support/conversations/example.ts";

const BOB = "100000000000000002";
const persons = ["answer", "edit", "confirm", "cancel", "retry", "redraft", "withdraw"] as const;

const live = (phase: Phase, difference = {}): Stored => ({ conversation: conversationIn(phase, difference) });
const ended = (outcome: Parameters<typeof recordIn>[0], difference = {}): Stored => ({
  record: recordIn(outcome, difference),
});
const refused = (stored: Stored | null, event: Event) => refusalOf(stored, event, event.at)?.refused;
const passed = { ttl: epochSeconds(NOW) };

describe("each refusal has one cause", () => {
  test.each<[string, Stored | null, Event]>([
    ["not-found", null, eventOf("confirm")],
    ["not-yours", live("previewed"), eventOf("confirm", { by: BOB })],
    ["elsewhere", live("previewed", { guild_id: "7" }), eventOf("confirm", { guild_id: "8" })],
    ["elsewhere", live("previewed", { guild_id: "7" }), eventOf("confirm", { guild_id: null })],
    ["elsewhere", ended("published"), eventOf("withdraw", { guild_id: "8" })],
    ["expired", live("previewed", passed), eventOf("confirm")],
    ["cancelled", ended("cancelled"), eventOf("confirm")],
    ["repeated", live("previewed", { interactions: ["i9"] }), eventOf("confirm")],
    ["replaced", live("previewed", { revision: 2 }), eventOf("confirm")],
    ["drafting", live("drafting"), eventOf("confirm")],
    ["unanswered", live("clarifying"), eventOf("confirm")],
    ["previewed", live("previewed"), eventOf("answer")],
    ["publishing", live("confirmed"), eventOf("cancel")],
    ["published", live("published"), eventOf("confirm")],
    ["failed", live("failed"), eventOf("edit")],
    ["withdrawing", live("withdrawing"), eventOf("confirm")],
    ["withdrawn", live("withdrawn"), eventOf("confirm")],
  ])("%s", (expected, stored, event) => {
    expect(refused(stored, event)).toBe(expected);
  });

  test.each<[string, Stored, object]>([
    ["published", live("published"), { result }],
    ["published", ended("published"), { result }],
    ["failed", live("failed"), { failure }],
    ["failed", ended("failed"), { failure }],
  ])("%s brings along what there is to say", (expected, stored, more) => {
    expect(refusalOf(stored, eventOf("confirm"), NOW)).toEqual({ refused: expected, ...more });
  });
});

describe("somebody else", () => {
  test.each(persons.flatMap((type) => phases.map((phase) => ({ type, phase }))))(
    "learns nothing but that it is not theirs: $type while $phase",
    ({ type, phase }) => {
      for (const stored of [
        live(phase),
        live(phase, passed),
        live(phase, { revision: 2, interactions: ["i9"] }),
      ])
        expect(refused(stored, eventOf(type, { by: BOB }))).toBe("not-yours");
    },
  );

  test("learns no more of what has ended", () => {
    for (const outcome of ["published", "failed", "cancelled", "expired", "withdrawn"] as const)
      for (const type of persons)
        expect(refused(ended(outcome), eventOf(type, { by: BOB }))).toBe("not-yours");
  });

  test("may act for the owner as an operator, under the same conditions", () => {
    const operator = { by: "operator", privileged: true, guild_id: undefined };
    expect(refused(live("failed", { guild_id: "7" }), eventOf("retry", operator))).toBeUndefined();
    expect(refused(live("failed"), eventOf("retry", operator))).toBeUndefined();
    expect(refused(live("previewed"), eventOf("retry", operator))).toBe("previewed");
    expect(refused(live("failed", passed), eventOf("retry", operator))).toBe("expired");
  });
});

const manager = (guild_id: string | null) => eventOf("withdraw", { by: BOB, privileged: true, guild_id });

describe("a manager", () => {
  test("withdraws what was asked for in their own server, and learns nothing of another's", () => {
    expect(refused(live("published", { guild_id: "7" }), manager("7"))).toBeUndefined();
    for (const elsewhere of ["8", null])
      for (const stored of [live("published", { guild_id: "7" }), ended("published", { guild_id: "7" })])
        expect(refused(stored, manager(elsewhere))).toBe("not-yours");
  });
});

describe("time", () => {
  const waits = ["drafting", "clarifying", "previewed", "undrafted", "failed"] as const;

  test.each(waits)("ends what waits for a person to the second: %s", (phase) => {
    const type =
      ({ clarifying: "answer", previewed: "confirm", failed: "retry" } as const)[phase as "failed"] ?? "edit";
    const second = (ttl: number) => refused(live(phase, { ttl }), eventOf(type));
    expect(second(epochSeconds(NOW) + 1)).toBeUndefined();
    expect(second(epochSeconds(NOW))).toBe("expired");
    expect(second(epochSeconds(NOW) - 1)).toBe("expired");
  });

  test.each(["confirmed", "published", "withdrawing", "withdrawn"] as const)(
    "does not end what was decided: %s",
    (phase) => {
      for (const type of persons) expect(refused(live(phase, passed), eventOf(type))).not.toBe("expired");
    },
  );

  test("does not keep execution from writing down what it did", () => {
    expect(refused(live("confirmed", passed), eventOf("published"))).toBeUndefined();
    expect(refused(live("drafting", passed), eventOf("drafted"))).toBeUndefined();
  });
});

describe("an older revision", () => {
  test.each(eventTypes.filter((type) => type !== "cancel"))("is not acted on: %s", (type) => {
    for (const phase of phases)
      expect(refused(live(phase, { revision: 2 }), eventOf(type)), phase).not.toBeUndefined();
  });

  test("can be cancelled: whatever is shown, nothing of it is wanted", () => {
    expect(refused(live("previewed", { revision: 2 }), eventOf("cancel"))).toBeUndefined();
  });

  test("of what is published says so rather than that it was replaced", () => {
    expect(refused(live("published", { revision: 2 }), eventOf("confirm"))).toBe("published");
    expect(refused(live("confirmed", { revision: 2 }), eventOf("confirm"))).toBe("publishing");
  });
});

describe("what has ended", () => {
  test("is not withdrawn any more, and says so together with where it is", () => {
    expect(refusalOf(ended("published"), eventOf("withdraw"), NOW)).toEqual({ refused: "too-late", result });
  });

  test("is forgotten to the second, by its owner and by everybody else", () => {
    for (const by of [undefined, BOB]) {
      const event = eventOf("confirm", by ? { by } : {});
      expect(refused(ended("cancelled", passed), event)).toBe("not-found");
      expect(refused(ended("cancelled", { ttl: epochSeconds(NOW) + 1 }), event)).not.toBe("not-found");
    }
  });

  test("says how, and a second cancel is answered like the first", () => {
    for (const outcome of ["published", "failed", "cancelled", "expired", "withdrawn"] as const)
      expect(refused(ended(outcome), eventOf("confirm"))).toBe(outcome);
    expect(refused(ended("cancelled"), eventOf("cancel"))).toBe("repeated");
  });
});
