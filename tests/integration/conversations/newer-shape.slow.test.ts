import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { recordOutcomes } from "#entities/statuses.ts";
import { redrive } from "#src/admin/redrive.ts";
import { type ButtonAction, buttonActions } from "#src/discord/custom-id.ts";
import type { Phase } from "#src/conversations/conversation.ts";
import type { NewConversation } from "#src/conversations/conversation-repository.ts";
import { type Stored, rules } from "#src/conversations/transitions.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { NewerShapeError } from "#src/errors.ts";
import { DEFAULT_SITE, type SiteDirectory } from "#src/sites/site-directory.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { eventOf, eventTypes } from "#tests/support/conversations/arbitrary.ts";
import { conversationIn, phases, recordIn } from "#tests/support/conversations/example.ts";
import { some } from "#tests/support/runs.ts";
import { createTestTable } from "#tests/support/dynamodb.ts";
import { ANN, newcomers, MANAGE_SERVER } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const NEWER = { shape: 99, something_new: { of: "shape 99" } };
const WORDS = "This request is handled by a newer version, please try again in a minute.";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const somebody = newcomers(990_000);
let ids = 0;
let id: string;
beforeEach(() => {
  id = String((ids += 1));
});

/** Stores an item as code of a later release would, and returns it. */
async function putNewer(stored: Stored): Promise<Record<string, unknown>> {
  const options = { table: system.table.name, client: system.table.client };
  const { Item } =
    "record" in stored
      ? createRecordEntity(options)
          .put({ ...stored.record, conversation_id: id })
          .params<Put>()
      : createConversationEntity(options)
          .put({ ...stored.conversation, conversation_id: id })
          .params<Put>();
  const item = marshall({ ...Item, ...NEWER }, { removeUndefinedValues: true });
  await system.table.client.send(new PutItemCommand({ TableName: system.table.name, Item: item }));
  return (await system.table.item(id)) ?? {};
}

type Put = { Item: Record<string, unknown> };

const ttl = Math.floor(Date.now() / 1000) + 36_000;
const live = (phase: Phase, difference = {}): Stored => ({
  conversation: conversationIn(phase, { ttl, ...difference }),
});
const ended = (outcome: (typeof recordOutcomes)[number]): Stored => ({ record: recordIn(outcome, { ttl }) });

const everyEvent = eventTypes.flatMap((type) => rules[type].from.map((phase) => ({ type, phase })));
const everyOutcome = recordOutcomes.flatMap((outcome) => eventTypes.map((type) => ({ outcome, type })));

describe("an item of a newer shape", () => {
  test.each(some(everyEvent, 12))("that is $phase is not changed by $type", async ({ type, phase }) => {
    const before = await putNewer(live(phase));
    const applied = system.app.conversations.apply(eventOf(type, { conversation_id: id }));
    await expect(applied).rejects.toThrow(NewerShapeError);
    expect(await system.table.item(id)).toEqual(before);
  });

  test.each(some(everyOutcome, 16))(
    "that ended as $outcome is not changed by $type",
    async ({ outcome, type }) => {
      const before = await putNewer(ended(outcome));
      const applied = system.app.conversations.apply(eventOf(type, { conversation_id: id }));
      await expect(applied).rejects.toThrow(NewerShapeError);
      expect(await system.table.item(id)).toEqual(before);
    },
  );

  test.each([...phases.map((phase) => live(phase)), ...recordOutcomes.map(ended)])(
    "is neither started anew nor archived nor read (%#)",
    async (stored) => {
      const before = await putNewer(stored);
      const { conversations } = system.app;
      const started = conversationIn("drafting", { conversation_id: id }) as NewConversation;
      await expect(conversations.start(started)).rejects.toThrow(NewerShapeError);
      const record = recordIn("expired", { conversation_id: id });
      await expect(conversations.archive(record)).rejects.toThrow(NewerShapeError);
      await expect(conversations.find(id)).rejects.toThrow(NewerShapeError);
      expect(await system.table.item(id)).toEqual(before);
    },
  );

  test("is not told again to execution", async () => {
    const before = await putNewer(live("confirmed", { updated_at: "2020-01-01T00:00:00.000Z" }));
    const place = { client: system.table.client, table: system.table.name, now: () => system.now };
    expect((await redrive(place)).stuck).toEqual([]);
    expect(await system.table.item(id)).toEqual(before);
  });
});

describe("of a newer shape", () => {
  test("a conversation stays with its stream's records, however it was written or removed", async () => {
    while ((await system.table.records()).length > 0);
    for (const phase of phases) {
      id = String((ids += 1));
      await putNewer(live(phase));
      const written = await system.table.records();
      expect(await system.execute(written), phase).toHaveLength(1);
      const removed = await system.table.remove(id);
      expect(await system.execute(removed), phase).toHaveLength(1);
    }
    expect(await system.table.records()).toEqual([]);
  });

  beforeAll(async () => {
    await system.app.sites.put({ guild_id: DEFAULT_SITE, approvals: 1, approver_role_ids: ["7"] });
    system.use(system.newContainer());
  });

  test.each(ofConversation)("a conversation answers a click on %s by saying so", async (action) => {
    const before = await putNewer(live(phaseFor[action], { user_id: ANN.id }));
    const { message } = await system.preview(ANN, { command: 'section:header text:"Hello"' });
    const member = { roles: ["7"], ...MANAGE_SERVER };
    const press = system.bodies.press(ANN, message, `${action}:${id}:1`, member);
    const answer = await system.send(press);
    expect(answer).toMatchObject({ status: 200, words: WORDS, ephemeral: true });
    expect(await system.table.item(id)).toEqual(before);
  });

  test("a conversation answers the redelivery of its start by saying so", async () => {
    const body = system.bodies.slash(ANN, { command: 'section:header text:"Hello"' });
    id = String(body["id"]);
    const before = await putNewer(live("drafting", { user_id: ANN.id }));
    expect(await system.send(body)).toMatchObject({ status: 200, words: WORDS, ephemeral: true });
    expect(await system.table.item(id)).toEqual(before);
  });

  test("a conversation is not retried or shown to an operator, who is told to come back", async () => {
    const api = new AdminApi(() => system.app);
    const before = await putNewer(live("failed"));
    for (const answer of [await api.retry(id), await api.show(id)])
      expect(answer).toMatchObject({ status: 503, body: { message: WORDS } });
    expect(api.errors).toEqual([]);
    expect(await system.table.item(id)).toEqual(before);
  });

  test("what a person has is left out of lists and of an erasure, which says that it is not complete", async () => {
    const api = new AdminApi(() => system.app);
    const { id: user_id } = somebody();
    const open = id;
    const before = await putNewer(live("previewed", { user_id }));
    const { conversation_id } = await begun(user_id);
    const { body } = await api.list(user_id);
    expect(body.conversations?.map((one) => one.conversation_id)).toEqual([conversation_id]);
    expect(await api.erase(user_id)).toMatchObject({ status: 503, body: { message: WORDS } });
    expect(await system.table.item(conversation_id)).toBeUndefined();
    expect(await system.table.item(open)).toEqual(before);
  });
});

describe("a site of a newer shape", () => {
  const catalogue = { version: "read by this release", sections: [] };
  const guild = { guild_id: "77", repository: "owner/name" };

  /**
   * Each change of a site; what execution would only like to be so is left without a word. A wish for the catalogue is
   * not among them: it means the same in every shape, and its role may name no other attribute.
   */
  const changes = {
    put: (sites) => expect(sites.put(guild)).rejects.toThrow(NewerShapeError),
    remove: (sites) => expect(sites.remove(guild.guild_id)).rejects.toThrow(NewerShapeError),
    keepCatalogue: (sites) => sites.keepCatalogue(guild.guild_id, catalogue),
  } satisfies Partial<Record<keyof SiteDirectory, (sites: SiteDirectory) => Promise<unknown>>>;

  test.each(Object.entries(changes))("is not changed by %s", async (_, change) => {
    const before = await putNewerSite(guild.guild_id);
    await change(system.app.sites);
    await expect(system.app.sites.find(guild.guild_id)).rejects.toThrow(NewerShapeError);
    expect(await siteItem(guild.guild_id)).toEqual(before);
  });

  test("is not changed by a catalogue that execution reads, though it is the default", async () => {
    const other = await createTestTable();
    const { sites } = createApp(readConfig([], { TABLE_NAME: other.name }), { client: other.client });
    const before = await putNewerSite("default", other.name);
    await sites.keepCatalogue("default", catalogue);
    expect(await siteItem("default", other.name)).toEqual(before);
  });

  test("keeps the stream's record that asks for its catalogue", () => {
    const item = { __edb_e__: "site", shape: 99 };
    expect(() => system.app.sites.wantedIn(item)).toThrow(NewerShapeError);
  });
});

const siteKey = (guild_id: string) => ({ pk: { S: "site" }, sk: { S: guild_id } });

async function putNewerSite(guild_id: string, TableName = system.table.name) {
  const stored = { guild_id, updated_at: "2026-11-25T10:00:00.000Z", __edb_e__: "site", __edb_v__: "1" };
  const Item = { ...siteKey(guild_id), ...marshall({ ...stored, ...NEWER }) };
  await system.table.client.send(new PutItemCommand({ TableName, Item }));
  return siteItem(guild_id, TableName);
}

const siteItem = async (guild_id: string, TableName = system.table.name) =>
  (await system.table.client.send(new GetItemCommand({ TableName, Key: siteKey(guild_id) }))).Item;

/** Those that name a person have to do with no conversation. */
type OfConversation = Exclude<ButtonAction, "block" | "unblock">;
const ofConversation = buttonActions.filter(
  (action): action is OfConversation => action !== "block" && action !== "unblock",
);

/** A phase in which each button is shown. */
const phaseFor: Record<OfConversation, Phase> = {
  answer: "clarifying",
  "as-understood": "clarifying",
  "as-meant": "clarifying",
  edit: "previewed",
  confirm: "previewed",
  approve: "approving",
  decline: "approving",
  cancel: "previewed",
  retry: "failed",
  redraft: "undrafted",
  withdraw: "published",
  undo: "published",
  "retry-for": "failed",
  "redraft-for": "undrafted",
};

/** A conversation of this shape of another person's. */
async function begun(user_id: string) {
  const conversation = conversationIn("drafting", { conversation_id: `8${id}`, user_id, ttl });
  await system.app.conversations.start(conversation as NewConversation);
  return conversation;
}
