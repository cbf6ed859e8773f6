import { BatchWriteItemCommand, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, expect, test } from "vitest";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { type TestTable, createTestTable } from "#tests/support/dynamodb.ts";
import { note } from "#tests/support/measured.ts";

/** `ERASED=50000 npx vitest run --config vitest.slow.config.ts tests/integration/admin/erasure.slow.test.ts` tries more. */
const COUNT = Number(process.env["ERASED"] ?? 2300);
/** Of so many, one is still alive. */
const LIVE = 10;
const [PERSON, OTHER] = ["7777777", "8888888"];
const NOW = new Date().toISOString();
const LATER = Math.ceil(Date.now() / 1000) + 7200;

let table: TestTable;

const common = (user_id: string, at: number) => ({
  conversation_id: String(70_000_000 + at),
  user_id,
  user_name: "Somebody",
  site: "default",
  guild_id: "8",
  revision: 1,
  request: { description: `request ${at}`, answers: [] },
  images: [],
  history: [{ at: NOW, by: user_id, event: "start" }],
  created_at: NOW,
  updated_at: NOW,
  ttl: LATER,
});
const drafting = {
  status: "drafting",
  confirmed: false,
  needs_clarification: false,
  clarification_questions: [] as [],
} as const;

/** Items with the attributes and keys that the entities give them. */
function itemsOf(user: string, first: number, count: number): Record<string, unknown>[] {
  const options = { table: table.name, client: table.client };
  const [records, conversations] = [createRecordEntity(options), createConversationEntity(options)];
  type Put = { Item: Record<string, unknown> };
  return Array.from({ length: count }, (_, index) => {
    const own = common(user, first + index);
    return index % LIVE === 0
      ? conversations.put({ ...own, ...drafting }).params<Put>().Item
      : records.put({ ...own, outcome: "cancelled", ended_at: NOW }).params<Put>().Item;
  });
}

/** How many writers there are at once, each of 25 items at a time. */
const WRITERS = 8;

async function write(client: DynamoDBClient, items: Record<string, unknown>[]): Promise<void> {
  const rest = [...items];
  const writer = async () => {
    while (rest.length > 0) {
      const puts = rest.splice(0, 25).map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      const RequestItems = { [table.name]: puts };
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
      expect(UnprocessedItems ?? {}).toEqual({});
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** How many items of a person are in the whole table. */
async function left(client: DynamoDBClient, user: string): Promise<number> {
  let [count, from] = [0, undefined as Record<string, never> | undefined];
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": { S: user } },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
  return count;
}

beforeAll(async () => {
  table = await createTestTable();
  await write(table.client, itemsOf(PERSON, 0, COUNT));
  await write(table.client, itemsOf(OTHER, COUNT, 30));
}, 1_200_000);

test(
  "the admin function erases a person's thousands over several calls, and no one else's",
  { timeout: 3_000_000 },
  async ({ task }) => {
    const app = createApp(readConfig([], { TABLE_NAME: table.name }), { client: table.client });
    const api = new AdminApi(() => app);
    const erased: number[] = [];
    const took: number[] = [];
    let complete = false;
    while (!complete) {
      const began = performance.now();
      const { status, body } = await api.erase(PERSON);
      took.push(performance.now() - began);
      expect(status).toBe(200);
      erased.push(body.erased ?? 0);
      complete = body.complete === true;
    }
    expect(erased.reduce((sum, each) => sum + each, 0)).toBe(COUNT);
    expect(Math.max(...erased)).toBeLessThanOrEqual(525);
    expect(erased.length).toBeGreaterThanOrEqual(Math.ceil(COUNT / 525));
    expect(await left(table.client, PERSON)).toBe(0);
    expect(await left(table.client, OTHER)).toBe(30);
    expect(api.errors).toEqual([]);
    note(task, { calls: erased.length, longestCallMs: Math.round(Math.max(...took)) });
  },
);
