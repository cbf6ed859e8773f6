import { describe, expect, test } from "vitest";
import { afterChange } from "#src/conversations/after-change.ts";
import { type Phase, epochSeconds, phaseOf } from "#src/conversations/conversation.ts";
import type { Event } from "#src/conversations/events.ts";
import { refusalOf, rules } from "#src/conversations/transitions.ts";
import { eventOf, eventTypes } from "#tests/support/conversations/arbitrary.ts";
import { NOW, OWNER, conversationIn, phases, question } from "#tests/support/conversations/example.ts";

type EventType = Event["type"];

/** The life of a conversation, as the design draws it: what each event leads to where it is accepted. */
const life: Record<EventType, Partial<Record<Phase, Phase | "gone">>> = {
  answer: { clarifying: "drafting" },
  edit: {
    drafting: "drafting",
    clarifying: "drafting",
    previewed: "drafting",
    approving: "drafting",
    undrafted: "drafting",
  },
  submit: { previewed: "approving" },
  approve: { approving: "approving" },
  "approve-last": { approving: "confirmed" },
  decline: { approving: "previewed" },
  announced: { approving: "approving" },
  confirm: { previewed: "confirmed" },
  cancel: { drafting: "gone", clarifying: "gone", previewed: "gone", approving: "gone", undrafted: "gone" },
  retry: { failed: "confirmed" },
  redraft: { undrafted: "drafting" },
  withdraw: { published: "withdrawing" },
  drafted: { drafting: "previewed" },
  asked: { drafting: "clarifying" },
  proposed: { drafting: "drafting" },
  "draft-failed": { drafting: "undrafted" },
  "page-changed": { confirmed: "previewed" },
  undone: { confirmed: "undrafted" },
  unshown: { previewed: "undrafted" },
  published: { confirmed: "published", failed: "published" },
  "publish-failed": { confirmed: "failed" },
  withdrawn: { withdrawing: "withdrawn", published: "withdrawn" },
  "withdraw-failed": { withdrawing: "published" },
};

/** Why an event is not accepted in a phase that does not wait for it. */
const reasons: Record<Phase, string> = {
  drafting: "drafting",
  clarifying: "unanswered",
  previewed: "previewed",
  approving: "approving",
  confirmed: "publishing",
  published: "published",
  failed: "failed",
  undrafted: "failed",
  withdrawing: "withdrawing",
  withdrawn: "withdrawn",
};

/** A second click on the same button is answered like the first. */
const repeats: Partial<Record<EventType, Phase[]>> = {
  confirm: ["approving", "confirmed"],
  submit: ["approving", "confirmed"],
  withdraw: ["withdrawing"],
};

/** A conversation that an event leads on, where the phase waits for it: one approval is missing, or one more than that. */
const conversationFor = (type: EventType, phase: Phase) =>
  conversationIn(phase, type === "approve" && phase === "approving" ? { approvals_missing: 2 } : {});

const every = eventTypes.flatMap((type) => phases.map((phase) => ({ type, phase })));
const accepted = every.filter(({ type, phase }) => life[type][phase]);
const refused = every.filter(({ type, phase }) => !life[type][phase]);

describe("a conversation", () => {
  test.each(accepted)("that is $phase accepts $type and goes where the design says", ({ type, phase }) => {
    const conversation = conversationFor(type, phase);
    const event = eventOf(type);
    expect(refusalOf({ conversation }, event, NOW)).toBeNull();
    const after = afterChange(conversation, event);
    expect(after ? phaseOf(after) : "gone").toBe(life[type][phase]);
  });

  test.each(refused)("that is $phase refuses $type and says why", ({ type, phase }) => {
    const refusal = refusalOf({ conversation: conversationIn(phase) }, eventOf(type), NOW);
    expect(refusal?.refused).toBe(repeats[type]?.includes(phase) ? "repeated" : reasons[phase]);
  });

  test("has rules that name exactly the phases in which an event is accepted", () => {
    for (const type of eventTypes)
      expect(rules[type].from.toSorted()).toEqual(Object.keys(life[type]).toSorted());
  });
});

describe("after any accepted event", () => {
  const kept = accepted.filter(({ type }) => type !== "cancel");

  test.each(kept)("$type while $phase: the flags agree with the status", ({ type, phase }) => {
    const after = afterChange(conversationFor(type, phase), eventOf(type));
    const isConfirmed = ["confirmed", "published", "withdrawing", "withdrawn"].includes(after?.status ?? "");
    expect(after).toMatchObject({
      confirmed: isConfirmed || type === "publish-failed",
      needs_clarification: after?.status === "clarifying",
      clarification_questions: after?.status === "clarifying" ? [question] : [],
    });
  });

  test.each(kept)("$type while $phase: what it has is what its status says", ({ type, phase }) => {
    const after = afterChange(conversationFor(type, phase), eventOf(type));
    const has = (name: string) => Object.hasOwn(after ?? {}, name);
    const status = after?.status ?? "";
    const phaseAfter = after ? phaseOf(after) : "";
    expect(has("base")).toBe(!["drafting", "clarifying", "undrafted"].includes(phaseAfter));
    expect(has("result")).toBe(["published", "withdrawing", "withdrawn"].includes(status));
    expect(has("failure")).toBe(status === "failed" || type === "withdraw-failed");
  });

  test.each(kept)("$type while $phase: the revision grows only with new content", ({ type, phase }) => {
    const grows = ["answer", "edit", "redraft", "page-changed", "decline"].includes(type);
    expect(afterChange(conversationFor(type, phase), eventOf(type))?.revision).toBe(grows ? 2 : 1);
  });

  test.each(kept)(
    "$type while $phase: it is in the history, once, and nothing else is lost from it",
    (one) => {
      const conversation = conversationFor(one.type, one.phase);
      const after = afterChange(conversation, eventOf(one.type));
      expect(after?.history.slice(0, -1)).toEqual(conversation.history);
      expect(after?.history.at(-1)).toMatchObject({ at: NOW.toISOString(), event: one.type });
      expect(after?.created_at).toBe(conversation.created_at);
    },
  );

  test("an answer is added to those before it, and an edit begins without any", () => {
    const answered = afterChange(conversationIn("clarifying"), eventOf("answer"));
    expect(answered?.request.answers).toEqual([{ question: "value", answer: "B" }]);
    expect(afterChange(conversationIn("previewed"), eventOf("edit"))?.request).toEqual({
      description: "say B",
      answers: [],
    });
  });

  test("a confirmed change cannot expire before it is published", () => {
    const ttl = epochSeconds(NOW) + 24 * 3600;
    const confirmed = afterChange(conversationIn("previewed"), eventOf("confirm", { ttl }));
    expect(confirmed).toMatchObject({ ttl, confirmed_at: NOW.toISOString() });
  });
});

const BOB = { by: "100000000000000003", name: "Bob" };
const waiting = (missing: number, approvers: string[] = []) =>
  conversationIn("approving", { approvals_missing: missing, approvers });

const refusedWith = (type: EventType, missing: number, difference = {}, approvers: string[] = []) =>
  refusalOf({ conversation: waiting(missing, approvers) }, eventOf(type, difference), NOW)?.refused;

describe("approvals", () => {
  test("are not given by the owner, in any phase", () => {
    for (const type of ["approve", "approve-last", "decline"] as const)
      for (const phase of phases)
        expect(refusalOf({ conversation: conversationIn(phase) }, eventOf(type, { by: OWNER }), NOW)).toEqual(
          {
            refused: "own-change",
          },
        );
  });

  test("are not given twice by one person", () => {
    expect(refusedWith("approve", 2, BOB, [BOB.by])).toBe("approved-already");
    expect(refusedWith("approve-last", 1, BOB, [BOB.by])).toBe("approved-already");
  });

  test("confirm only when the last one comes", () => {
    expect(refusedWith("approve-last", 2)).toBe("approvals-missing");
    expect(refusedWith("approve-last", 1)).toBeUndefined();
    expect(refusedWith("approve", 1)).toBe("outpaced");
    const after = afterChange(waiting(2), eventOf("approve", BOB));
    expect(after).toMatchObject({ status: "approving", approvals_missing: 1, approvers: [BOB.by] });
    expect(after?.ttl).toBe(waiting(2).ttl);
  });

  test("count for the revision that was shown, and not for a later one", () => {
    expect(refusedWith("approve-last", 1, { revision: 2 })).toBe("replaced");
    expect(refusedWith("decline", 1, { revision: 2 })).toBe("replaced");
  });

  test("are too late the second their time has passed", () => {
    const conversation = conversationIn("approving", { ttl: epochSeconds(NOW) });
    expect(refusalOf({ conversation }, eventOf("approve-last"), NOW)?.refused).toBe("expired");
  });

  test.each(["edit", "page-changed", "undone", "decline"] as const)("start over after %s", (type) => {
    const given = { approvers: [BOB.by], approvals: [{ id: BOB.by, name: "Bob" }], announced: true };
    const phase = type === "page-changed" || type === "undone" ? "confirmed" : "approving";
    const after = afterChange(conversationIn(phase, given), eventOf(type));
    for (const name of ["approvers", "approvals", "approvals_missing", "announced"])
      expect(after).not.toHaveProperty(name);
  });
});
