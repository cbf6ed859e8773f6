import * as fc from "fast-check";
import { epochSeconds } from "#src/conversations/conversation.ts";
import type { Event } from "#src/conversations/events.ts";
import { type Stored, rules } from "#src/conversations/transitions.ts";
import {
  NOW,
  OWNER,
  base,
  conversationIn,
  failure,
  intent,
  phases,
  question,
  recordIn,
  result,
} from "./example.ts";

const STRANGER = "100000000000000002";
const ANOTHER = "100000000000000003";

const user = fc.constantFrom(OWNER, OWNER, OWNER, STRANGER);
/** Mostly the server that events come from, which is none. */
const guild = fc.constantFrom({}, {}, {}, { guild_id: "200000000000000001" });
const revision = fc.constantFrom(1, 1, 1, 2, 3);
const interaction = fc.constantFrom("i1", "i2", "i3");
/** Around the second in which a conversation ends, and far from it. */
const ttl = fc.constantFrom(-1, 0, 1, 3600, -3600).map((seconds) => epochSeconds(NOW) + seconds);
const answers = fc.array(fc.record({ question: fc.constantFrom("value", "property"), answer: fc.string() }), {
  maxLength: 3,
});

const who = { user_id: user, guild, revision, ttl, interactions: fc.subarray(["i1", "i2"]) };
/** Once an attribute is stored it has a value: an empty set is none. */
const some = (name: string, members: string[]) => (members.length > 0 ? { [name]: members } : {});

/** A conversation that waits for others, in every state of their approvals. */
export const anyApproving = fc
  .record({
    ...who,
    approvals_missing: fc.constantFrom(1, 2, 3),
    approvers: fc.subarray([STRANGER, ANOTHER]),
    announced: fc.constantFrom({}, { announced: true }),
  })
  .map(({ guild: place, approvers, announced, interactions, ...rest }) =>
    conversationIn("approving", {
      ...rest,
      ...place,
      ...announced,
      ...some("approvers", approvers),
      ...some("interactions", interactions),
    }),
  );

const anyOther = fc
  .record({ ...who, phase: fc.constantFrom(...phases.filter((phase) => phase !== "approving")), answers })
  .map(({ phase, guild: place, answers: given, interactions, ...rest }) =>
    conversationIn(phase, {
      ...rest,
      ...place,
      request: { command: 'section:header text:"A"', answers: given },
      ...some("interactions", interactions),
    }),
  );

const anyConversation = fc.oneof(
  { weight: 1, arbitrary: anyApproving },
  { weight: phases.length - 1, arbitrary: anyOther },
);

const anyRecord = fc
  .record({
    outcome: fc.constantFrom("published", "failed", "cancelled", "expired", "withdrawn" as const),
    user_id: user,
    guild,
    revision,
  })
  .map(({ outcome, guild: place, ...difference }) => recordIn(outcome, { ...place, ...difference }));

/** Whatever may be in the place of a conversation. */
export const anyStored: fc.Arbitrary<Stored> = fc.oneof(
  { weight: 6, arbitrary: anyConversation.map((conversation) => ({ conversation })) },
  { weight: 1, arbitrary: anyRecord.map((record) => ({ record })) },
);

const contents = {
  section: "header",
  updates: { text: "A" },
  parsed_intent: intent,
  base,
  preview_message: "another",
};
const understood = { updates: {}, parsed_intent: intent, questions: [question] };

/** What each event brings besides who, when and which revision. */
const payloads: { [T in Event["type"]]: object } = {
  proposed: { proposal: { of: "d", parts: [], ignored: [], unclear: [] } },
  answer: { answers: [{ question: "value", answer: "B" }] },
  edit: { request: { description: "say B" } },
  confirm: {},
  submit: { approvals: 2 },
  approve: { name: "Bob" },
  "approve-last": { name: "Bob" },
  decline: { reason: "too loud" },
  announced: {},
  cancel: {},
  retry: {},
  redraft: {},
  withdraw: {},
  drafted: contents,
  asked: understood,
  "draft-failed": { failure },
  "page-changed": { ...contents, ttl: epochSeconds(NOW) + 3600 },
  undone: { failure },
  unshown: { failure },
  published: { result },
  "publish-failed": { failure },
  withdrawn: {},
  "withdraw-failed": { failure },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rules have exactly one entry for each type
export const eventTypes = Object.keys(rules) as Event["type"][];

const byPerson = (type: Event["type"]): boolean => rules[type].by !== "execution";

/** An event of a type as it would come to a conversation of Ann's. */
export function eventOf(type: Event["type"], difference: object = {}): Event {
  const common = { conversation_id: "1", revision: 1, at: NOW };
  const persons = {
    by: rules[type].by === "another" ? ANOTHER : OWNER,
    guild_id: null,
    interaction_id: "i9",
    ttl: epochSeconds(NOW) + 3600,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the payload is the type's own
  return { ...common, ...(byPerson(type) ? persons : {}), ...payloads[type], type, ...difference } as Event;
}

const anyEventOf = (types: readonly Event["type"][]): fc.Arbitrary<Event> =>
  fc
    .record({
      type: fc.constantFrom(...types),
      revision,
      by: user,
      another: fc.constantFrom(STRANGER, ANOTHER, ANOTHER, OWNER),
      privileged: fc.constantFrom(false, false, true),
      guild_id: fc.constantFrom(null, null, null, "200000000000000001", "200000000000000002", undefined),
      interaction_id: interaction,
      message_id: fc.option(fc.constant("900000000000000001"), { nil: undefined }),
      milliseconds: fc.nat({ max: 599 }),
    })
    .map(({ type, revision: at, message_id, milliseconds, another, ...person }) =>
      eventOf(type, {
        revision: at,
        at: new Date(NOW.getTime() + milliseconds),
        ...(message_id ? { message_id } : {}),
        ...(byPerson(type) ? { ...person, by: rules[type].by === "another" ? another : person.by } : {}),
        ...(byPerson(type) && message_id
          ? { reply: { token: "token-of-2", expires_at: NOW.toISOString() } }
          : {}),
      }),
    );

/** Anything that anyone may ask of a conversation at any time. */
export const anyEvent = anyEventOf(eventTypes);

/** What may come while others approve; approvals come more often than the rest. */
export const anyEventWhileApproving = fc.oneof(
  { weight: 3, arbitrary: anyEventOf(["approve", "approve-last"]) },
  { weight: 2, arbitrary: anyEventOf(eventTypes.filter((type) => rules[type].from.includes("approving"))) },
);
