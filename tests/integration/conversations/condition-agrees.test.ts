import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as fc from "fast-check";
import { beforeAll, describe, expect, inject, test, vi } from "vitest";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { afterChange } from "#src/conversations/after-change.ts";
import { createConversationRepository } from "#src/conversations/conversation-repository.ts";
import { type Conversation, epochSeconds } from "#src/conversations/conversation.ts";
import type { Event } from "#src/conversations/events.ts";
import { type Stored, refusalOf } from "#src/conversations/transitions.ts";
import {
  anyApproving,
  anyEvent,
  anyEventWhileApproving,
  anyStored,
  eventOf,
} from "#tests/support/conversations/arbitrary.ts";
import { NOW, OWNER, conversationIn, recordIn } from "#tests/support/conversations/example.ts";
import { createTestTable } from "#tests/support/dynamodb.ts";
import { runs, within } from "#tests/support/runs.ts";

vi.setConfig({ testTimeout: within(120_000) });

type Parts = ReturnType<typeof partsOver>;

let parts: Parts;
let tableName: string;
beforeAll(async () => {
  const { name, client } = await createTestTable();
  tableName = name;
  parts = partsOver(client);
});

function partsOver(client: DynamoDBClient) {
  const options = { table: tableName, client };
  const entities = {
    conversations: createConversationEntity(options),
    records: () => createRecordEntity(options),
  };
  const warnings: unknown[] = [];
  const log = { warn: (...said: unknown[]) => void warnings.push(said) };
  return { entities, warnings, repository: createConversationRepository({ ...entities, log }) };
}

/** An id is never used twice, so that each run has a place of its own in the table. */
let ids = 0;
const newId = (): string => String((ids += 1));

async function put(stored: Stored | null): Promise<void> {
  const { conversations, records } = parts.entities;
  if (stored && "record" in stored) await records().put(stored.record).go();
  if (stored && "conversation" in stored) await conversations.put(stored.conversation).go();
}

function withId(stored: Stored | null, conversation_id: string): Stored | null {
  if (!stored) return null;
  if ("record" in stored) return { record: { ...stored.record, conversation_id } };
  return { conversation: { ...stored.conversation, conversation_id } };
}

/** What is there after an event, by the pure rules. */
function expectedAfter(stored: Stored | null, event: Event): Stored | null {
  if (refusalOf(stored, event, event.at) || !stored || !("conversation" in stored)) return stored;
  const conversation = afterChange(stored.conversation, event);
  return conversation && { conversation };
}

const STRANGER = "100000000000000002";
const SERVER = "200000000000000001";
const previewed = (difference: Partial<Conversation> = {}): Stored => ({
  conversation: conversationIn("previewed", difference),
});

/** One case for each way in which the common refusals come about, however the random ones fall. */
const certain: [Stored | null, Event][] = [
  [previewed(), eventOf("confirm")],
  [previewed(), eventOf("confirm", { by: STRANGER })],
  [previewed({ guild_id: SERVER }), eventOf("confirm", { by: OWNER })],
  [previewed({ ttl: epochSeconds(NOW) - 1 }), eventOf("confirm")],
  [previewed({ revision: 2 }), eventOf("confirm")],
  [previewed({ interactions: ["i9"] }), eventOf("confirm", { interaction_id: "i9" })],
];

const approving = (difference: Partial<Conversation> = {}): Stored => ({
  conversation: conversationIn("approving", difference),
});
const BOB = "100000000000000003";

/** The same of approvals: of one person twice, of the owner, too early and too late for the last one, of another place. */
const certainWhileApproving: [Stored | null, Event][] = [
  [approving(), eventOf("approve-last")],
  [approving({ approvals_missing: 2 }), eventOf("approve")],
  [approving({ approvers: [BOB] }), eventOf("approve-last")],
  [approving({ approvals_missing: 2, approvers: [BOB] }), eventOf("approve")],
  [approving({ approvals_missing: 2 }), eventOf("approve-last")],
  [approving(), eventOf("approve")],
  [approving(), eventOf("approve-last", { by: OWNER })],
  [approving({ approvals_missing: 2 }), eventOf("approve", { by: OWNER })],
  [approving(), eventOf("decline", { by: OWNER })],
  [approving({ revision: 2 }), eventOf("approve-last")],
  [approving({ ttl: epochSeconds(NOW) - 1 }), eventOf("approve-last")],
  [approving({ guild_id: SERVER }), eventOf("approve-last")],
  [approving({ interactions: ["i9"] }), eventOf("approve-last")],
  [approving({ announced: true }), eventOf("announced")],
  [previewed(), eventOf("approve-last")],
];

const anything: Space = { place: fc.option(anyStored, { freq: 12 }), event: anyEvent, certain };
const whileApproving: Space = {
  place: anyApproving.map((conversation) => ({ conversation })),
  event: anyEventWhileApproving,
  certain: certainWhileApproving,
};

interface Space {
  place: fc.Arbitrary<Stored | null>;
  event: fc.Arbitrary<Event>;
  certain: [Stored | null, Event][];
}

/** Tries an event of the space on something that may be stored. */
async function forAll(
  space: Space,
  usual: number,
  property: (stored: Stored | null, event: Event) => Promise<void>,
): Promise<void> {
  const tried = fc.asyncProperty(space.place, space.event, async (before, event) => {
    const id = newId();
    const stored = withId(before, id);
    await put(stored);
    await property(stored, { ...event, conversation_id: id });
  });
  await fc.assert(tried, { numRuns: runs(usual) + space.certain.length, examples: space.certain });
}

/** Every refusal that the rules gave; the write agreed with each. */
async function agreed(space: Space, usual: number): Promise<string[]> {
  const met = new Set<string>();
  await forAll(space, usual, async (stored, event) => {
    const refusal = refusalOf(stored, event, event.at);
    const applied = await parts.repository.apply(event);
    expect(applied.ok ? null : applied.refusal).toEqual(refusal);
    expect(await parts.repository.find(event.conversation_id)).toEqual(expectedAfter(stored, event));
    met.add(refusal?.refused ?? "accepted");
  });
  expect(parts.warnings).toEqual([]);
  return [...met];
}

describe("the condition of a write", () => {
  test("holds exactly when the rules accept, leaves what they say, and is lost for the reason they give", async () => {
    expect(await agreed(anything, 500)).toEqual(
      expect.arrayContaining(["accepted", "not-yours", "elsewhere", "expired", "replaced", "repeated"]),
    );
  });

  test("does the same while others approve: none counts twice, none is the owner's, and only the last confirms", async () => {
    expect(await agreed(whileApproving, 150)).toEqual(
      expect.arrayContaining(
        "accepted own-change approved-already approvals-missing outpaced not-yours expired replaced repeated previewed".split(
          " ",
        ),
      ),
    );
  });

  test("is explained by one consistent read where the engine does not return the old item", async () => {
    const { client, requests } = clientWithoutOldItems();
    const silent = partsOver(client).repository;
    await forAll(anything, 150, async (stored, event) => {
      requests.length = 0;
      const refusal = refusalOf(stored, event, event.at);
      const applied = await silent.apply(event);
      expect(applied.ok ? null : applied.refusal).toEqual(refusal);
      expect(requests.slice(1)).toEqual(refusal ? ["GetItemCommand (consistent)"] : []);
    });
  });
});

test("a write that is refused although the rules accept it is said in the log, by id and without a secret", async () => {
  const conversation_id = newId();
  await put({ conversation: conversationIn("previewed", { conversation_id }) });
  const { repository, warnings } = partsOver(clientOfABrokenEngine());
  const applied = await repository.apply(eventOf("confirm", { conversation_id }));
  expect(applied).toMatchObject({ ok: false, refusal: { refused: "not-found" } });
  expect(warnings).toEqual([
    ["DynamoDB refused what the rules accept", { conversation_id, event: "confirm", found: "previewed" }],
  ]);
});

test("a start is accepted exactly when nothing is in its place, and otherwise answers what is", async () => {
  const property = fc.asyncProperty(fc.option(anyStored), async (before) => {
    const conversation_id = newId();
    const stored = withId(before, conversation_id);
    await put(stored);
    const conversation = conversationIn("drafting", { conversation_id });
    const started = await parts.repository.start(
      conversation as Parameters<typeof parts.repository.start>[0],
    );
    expect(started).toEqual(stored ? { started: false, existing: stored } : { started: true });
    expect(await parts.repository.find(conversation_id)).toEqual(stored ?? { conversation });
  });
  await fc.assert(property, { numRuns: runs(40) });
});

test("a record is left where none is yet, also in place of what a redelivered start began anew unless it is confirmed", async () => {
  const property = fc.asyncProperty(fc.option(anyStored), async (before) => {
    const conversation_id = newId();
    const stored = withId(before, conversation_id);
    await put(stored);
    const record = recordIn("cancelled", { conversation_id });
    const kept = stored && "record" in stored ? stored.record : record;
    const goesOn = stored && "conversation" in stored && stored.conversation.confirmed_at !== undefined;
    expect(await parts.repository.archive(record)).toEqual(goesOn ? null : kept);
    expect(await parts.repository.find(conversation_id)).toEqual(goesOn ? stored : { record: kept });
  });
  await fc.assert(property, { numRuns: runs(40) });
});

/** A client of an engine whose conditions are always lost. */
function clientOfABrokenEngine() {
  const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === "GetItemCommand") return next(args);
        throw new ConditionalCheckFailedException({ message: "The condition was lost", $metadata: {} });
      },
    { step: "initialize" },
  );
  return client;
}

/** A client of an engine that says no more than that a condition was lost, as older emulators do. */
function clientWithoutOldItems() {
  const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
  const requests: string[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const consistent = "ConsistentRead" in args.input && args.input.ConsistentRead === true;
      requests.push(`${context.commandName ?? ""}${consistent ? " (consistent)" : ""}`);
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) delete error.Item;
        throw error;
      }
    },
    { step: "initialize" },
  );
  return { client, requests };
}
