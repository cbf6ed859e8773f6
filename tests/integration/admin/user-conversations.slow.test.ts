import { BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { type ListPorts, listConversations } from "#src/admin/list-conversations.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { createUserConversations } from "#src/conversations/user-conversations.ts";
import { type TestTable, createTestTable } from "#tests/support/dynamodb.ts";

const USERS = 50;
const EACH = 100;
const NOW = new Date();
const SECRET = "a-secret-reply-token";

let table: TestTable;
let app: ReturnType<typeof createApp>;

const userOf = (index: number) => String(9_000_000 + (index % USERS));
const idOf = (index: number) => String(10_000 + index);
/** Of a user's hundred: every fourth has ended, every tenth of the others has expired. */
const kindOf = (index: number) => {
  const own = Math.floor(index / USERS);
  if (own % 4 === 0) return "record";
  return own % 10 === 1 ? "expired" : "live";
};

/** Conversation `index` of the table; all of one user are a minute apart. */
function common(index: number) {
  const at = new Date(NOW.getTime() - Math.floor(index / USERS) * 60_000).toISOString();
  return {
    conversation_id: idOf(index),
    user_id: userOf(index),
    user_name: "Somebody",
    site: "default",
    revision: 1,
    request: { description: `request ${index}`, answers: [] },
    images: [],
    history: [{ at, by: userOf(index), event: "start", interaction_id: "1" }],
    created_at: at,
    updated_at: at,
  };
}

const seconds = Math.ceil(NOW.getTime() / 1000);

/** Attributes and keys as the entities make them. */
function itemsOf(indexes: number[]): Record<string, unknown>[] {
  const options = { table: table.name, client: table.client };
  const [records, conversations] = [createRecordEntity(options), createConversationEntity(options)];
  return indexes.map((index) =>
    kindOf(index) === "record"
      ? records.put({ ...common(index), ...ended }).params<Put>().Item
      : conversations.put({ ...common(index), ...drafting, ttl: expiryOf(index) }).params<Put>().Item,
  );
}

function recordsOf(user_id: string, count: number): Record<string, unknown>[] {
  const records = createRecordEntity({ table: table.name, client: table.client });
  return Array.from({ length: count }, (_, index) => {
    const own = { ...common(index), ...ended, user_id, conversation_id: String(70_000_000 + index) };
    return records.put(own).params<Put>().Item;
  });
}

type Put = { Item: Record<string, unknown> };

const ended = { outcome: "cancelled", ended_at: NOW.toISOString(), ttl: seconds + 9999 } as const;
const drafting = {
  status: "drafting",
  confirmed: false,
  needs_clarification: false,
  clarification_questions: [] as [],
  reply_token: SECRET,
  reply_token_expires_at: NOW.toISOString(),
} as const;
// The engine deletes what has expired by its own clock; that of this test is ahead of it.
const expiryOf = (index: number) => seconds + (kindOf(index) === "expired" ? 3600 : 7200);

async function write(items: Record<string, unknown>[]): Promise<void> {
  const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
  const puts = items.map((item) => ({
    PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
  }));
  while (puts.length > 0) {
    const RequestItems = { [table.name]: puts.splice(0, 25) };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    expect(UnprocessedItems ?? {}).toEqual({});
  }
}

const all = Array.from({ length: USERS * EACH }, (_, index) => index);

beforeAll(async () => {
  table = await createTestTable();
  const config = readConfig([], { TABLE_NAME: table.name });
  app = createApp(config, {
    client: table.client,
    now: () => new Date((seconds + 3700) * 1000),
    wait: async () => {},
  });
  await write(itemsOf(all));
});

type Image = Record<string, { BOOL?: boolean } | undefined>;

/** Every page of a user's, with what each cost. */
async function pagesOf(ports: ListPorts, userId: string, limit: number) {
  const pages = [];
  let cursor: string | undefined;
  do {
    table.requests.length = 0;
    const listed = await listConversations(ports, { userId, limit, cursor });
    if (!listed.ok) throw new Error(listed.problem.message);
    pages.push({ conversations: listed.conversations, cost: [...table.requests] });
    ({ cursor } = listed);
  } while (cursor);
  return pages;
}

describe("with 5,000 conversations of 50 users in the table", () => {
  const expected = all
    .filter((index) => userOf(index) === userOf(7) && kindOf(index) !== "expired")
    .map(idOf);

  test.each([100, 20, 7])(
    "paging by %i yields each exactly once, newest first, for one query and one batch get a page",
    async (limit) => {
      const pages = await pagesOf(app, userOf(7), limit);
      const shown = pages.flatMap(({ conversations }) => conversations);
      expect(shown.map((one) => one.conversation_id)).toEqual(expected);
      for (const { cost } of pages.filter(({ conversations }) => conversations.length > 0))
        expect(cost).toEqual(["QueryCommand", "BatchGetItemCommand"]);
      expect(pages.length).toBeLessThanOrEqual(Math.ceil(EACH / limit) + 1);
    },
  );

  test("what was written in the same millisecond is neither lost nor repeated between two pages", async () => {
    const at = NOW.toISOString();
    const items = itemsOf([8, 9, 10]);
    for (const item of items)
      Object.assign(item, { gsi1pk: "user#123", gsi1sk: `${at}#${String(item["conversation_id"])}` });
    await write(items);
    const pages = await pagesOf(app, "123", 1);
    expect(pages.flatMap(({ conversations }) => conversations.map((one) => one.conversation_id))).toEqual([
      "10010",
      "10009",
      "10008",
    ]);
  });

  test("live ones and records come together, and no secret with them", async () => {
    const listed = await listConversations(app, { userId: userOf(7), limit: 100 });
    const conversations = listed.ok ? listed.conversations : [];
    expect(new Set(conversations.map(({ status }) => status))).toEqual(new Set(["drafting", "cancelled"]));
    expect(JSON.stringify(conversations)).not.toContain(SECRET);
    expect(JSON.stringify(conversations)).not.toContain("reply_token");
  });

  test("erasure works through all pages and touches nobody else's", async () => {
    while ((await table.records()).length > 0);
    expect(await app.userConversations.erase(userOf(11))).toEqual({ erased: EACH, complete: true });
    expect(await app.userConversations.erase(userOf(11))).toEqual({ erased: 0, complete: true });
    expect((await app.userConversations.page(userOf(11), 100)).stored).toEqual([]);
    expect((await app.userConversations.page(userOf(12), 100)).stored).toHaveLength(EACH);
    const removed = (await table.records()).filter(({ eventName }) => eventName === "REMOVE");
    const images = removed.map(({ dynamodb }) => dynamodb["OldImage"] as Image);
    const live = images.filter((image) => image["reply_token"]);
    expect(removed).toHaveLength(EACH);
    expect(live.filter((image) => !image["erased"]?.BOOL)).toEqual([]);
  });

  test("an erasure of many goes on over several calls, and takes one request a record", async () => {
    const [user, count] = ["7777777", 230];
    await write(recordsOf(user, count));
    const { client, name } = table;
    const userConversations = createUserConversations({
      table: name,
      client,
      conversations: createConversationEntity({ table: name, client }),
      repository: app.conversations,
      wait: async () => {},
      eraseLimit: 100,
      usage: { forget: async () => {} },
    });
    table.requests.length = 0;
    const calls = [];
    do calls.push(await userConversations.erase(user));
    while (!calls.at(-1)?.complete);
    expect(calls).toEqual([
      { erased: 100, complete: false },
      { erased: 100, complete: false },
      { erased: 30, complete: true },
    ]);
    const changes = table.requests.filter((request) => request !== "QueryCommand");
    expect(changes).toEqual(Array(count).fill("DeleteItemCommand"));
    expect((await app.userConversations.page(user, 100)).stored).toEqual([]);
  });
});
