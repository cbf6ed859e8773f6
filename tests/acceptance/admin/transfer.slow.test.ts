import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Item } from "#src/admin/transfer/transferable.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { createModelBudget } from "#src/sites/model-budget.ts";
import { type TestTable, createTestTable } from "#tests/support/dynamodb.ts";
import { ANN, BOB, GUILD } from "#tests/support/people.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { reaching, runCommand } from "#tests/support/run-command.ts";
import { customIdOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const SECRETS = ["reply_token", "reply_token_expires_at", "click_token", "click_token_expires_at"];

let system: TestSystem;
let folder: string;
let open: { id: string; message: Message };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-transfer-"));
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
  await fill();
}, 120_000);
afterAll(async () => {
  await system.stop();
  await removeFolder(folder);
});

/** One of each kind of item that there is. */
async function fill(): Promise<void> {
  const { app, bodies } = system;
  open = await system.preview(ANN, { command: 'section:header text:"Open"' });
  await system.slash(ANN, { description: "change the header text" });
  const published = await system.preview(ANN, { command: 'section:header text:"Published" color:red' });
  await system.confirm(ANN, published.message);
  const ended = await system.preview(ANN, { command: 'section:header text:"Ended"' });
  await system.expire(ended.id);
  const cancelled = await system.preview(BOB, { command: 'section:header text:"Cancelled"' });
  await system.press(BOB, cancelled.message, "Cancel");
  system.discord.intercept = () => ({ status: 503 });
  await system.dispatch(await system.table.records());
  system.discord.intercept = null;
  await app.sites.put({ guild_id: "77", repository: "acme/site", log_channel: { id: "7", guild_id: "77" } });
  await app.blockedPeople.block(GUILD, { user_id: "66", at: system.now.toISOString(), by: "operator" });
  await createModelBudget({ table: system.table.name, client: app.client, now: app.now, most: 5 }).turn(
    "off",
  );
  const target = { id: "70", channel_id: "4", content: "hello", author: BOB, attachments: [] };
  await system.send(bodies.menu(ANN, target));
}

const admin = (table: string, ...args: string[]) => runCommand("admin", args, reaching(table));
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.jsonl`);

async function exported(): Promise<string> {
  const file = newFile();
  expect(await admin(system.table.name, "export", file)).toMatchObject({ code: 0, err: "" });
  return file;
}

async function itemsIn({ name, client }: TestTable): Promise<Map<string, Item>> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  return new Map(Items.map((item) => [`${item["pk"]?.S} ${item["sk"]?.S}`, item]));
}

const without = (item: Item, left: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== left));

/** Of all that is stored: what an export leaves out is left out, and sets are in one order. */
const asMoved = (items: Map<string, Item>) =>
  new Map(
    [...items].flatMap(([key, item]) => {
      if (key.startsWith("farewell#")) return [];
      const kept = Object.entries(item).filter(([name]) => !SECRETS.includes(name));
      const ordered = kept.map(([name, value]) => [name, value.SS ? { SS: value.SS.toSorted() } : value]);
      return [[key, Object.fromEntries(ordered)] as const];
    }),
  );

const linesOf = async (file: string) => (await readFile(file, "utf8")).trimEnd().split("\n");

describe("an export", () => {
  test("has everything that is kept, each kind, and no secret; only its owner can read the file", async () => {
    const file = await exported();
    const text = await readFile(file, "utf8");
    const stored = await itemsIn(system.table);
    expect([...stored.keys()].filter((key) => key.startsWith("farewell#"))).not.toEqual([]);
    expect(new Set([...stored.keys()].map((key) => key.split(/[# ]/)[0]))).toEqual(
      new Set(["conversation", "farewell", "usage", "values", "site", "blocked", "model"]),
    );
    const kinds = new Set([...stored.values()].map((item) => item["__edb_e__"]?.S));
    expect(kinds).toEqual(
      new Set(["conversation", "record", "asking", "farewell", "site", "site-values", undefined]),
    );
    for (const name of [...SECRETS, "token-of-"]) expect(text).not.toContain(name);
    expect(await linesOf(file)).toHaveLength(asMoved(stored).size + 1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("that was stopped goes on where it was, and is then the same as one that was not", async () => {
    const whole = await linesOf(await exported());
    const { Item: last } = JSON.parse(whole[2] ?? "") as { Item: Item };
    const next = JSON.stringify({ Next: { pk: last["pk"], sk: last["sk"] } });
    const file = newFile();
    await writeFile(file, [...whole.slice(0, 3), next, whole[3], whole[4]?.slice(0, 40)].join("\n"));
    expect((await admin(system.table.name, "import", file)).err).toContain("is not whole: run");
    expect((await admin(system.table.name, "export", file)).code).toBe(0);
    const gone = (await linesOf(file)).filter((line) => line !== next);
    // DynamoDB gives attributes in any order.
    expect(gone.map((line): unknown => JSON.parse(line))).toEqual(
      whole.map((line): unknown => JSON.parse(line)),
    );
  });

  test("does not write over one that is whole", async () => {
    const file = await exported();
    const again = await admin(system.table.name, "export", file);
    expect(again).toMatchObject({ code: 1, err: `${file} is a whole export already: name another file.\n` });
  });

  test("refuses what a later release has stored", async () => {
    const table = await createTestTable();
    const [, line = ""] = await linesOf(await exported());
    const { Item: item } = JSON.parse(line) as { Item: Item };
    await table.client.send(
      new PutItemCommand({ TableName: table.name, Item: { ...item, pk: { S: "later#1" } } }),
    );
    const refused = await admin(table.name, "export", newFile());
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^The item later#1 \/ .+\. Nothing more was done\.\n$/);
  });
});

describe("an import", () => {
  let table: TestTable;
  let file: string;
  beforeEach(async () => {
    [table, file] = [await createTestTable(), await exported()];
  });

  test("leaves the same items, with their revisions and their time to live", async () => {
    const { code, out } = await admin(table.name, "import", file);
    expect(code).toBe(0);
    const expected = asMoved(await itemsIn(system.table));
    expect(out).toMatch(
      new RegExp(
        `^Stored ${expected.size} of ${expected.size} items in table .*; 0 were there already\\.\n$`,
      ),
    );
    expect(asMoved(await itemsIn(table))).toEqual(expected);
  });

  test("that is called again stores nothing twice, and nothing over what is newer there", async () => {
    await admin(table.name, "import", file);
    const key = `conversation#${open.id} conversation`;
    const item = (await itemsIn(table)).get(key) ?? {};
    const newer = { ...item, revision: { N: "9" }, updated_at: { S: "2999-01-01T00:00:00.000Z" } };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: newer }));
    const { out } = await admin(table.name, "import", file);
    expect(out).toMatch(/^Stored 0 of \d+ items in .*\n1 were left as the table has them: newer, or .*\n$/);
    expect((await itemsIn(table)).get(key)).toEqual(newer);
  });

  test("brings who may do what before the requests that it is asked for", async () => {
    await admin(table.name, "import", file);
    const keys = (await table.records()).map(({ dynamodb }) => JSON.stringify(dynamodb["Keys"]));
    const rules = keys.map((key) => /"(?:site|blocked#\d+|model)"/.test(key));
    expect(rules.filter(Boolean)).toHaveLength(4);
    expect(rules.lastIndexOf(true)).toBe(3);
  });

  test("does not bring back what has ended there", async () => {
    await admin(table.name, "import", file);
    const key = `conversation#${open.id} conversation`;
    const item = (await itemsIn(table)).get(key) ?? {};
    const record = { ...item, outcome: { S: "cancelled" }, updated_at: { S: "2000-01-01T00:00:00.000Z" } };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: record }));
    expect((await admin(table.name, "import", file)).out).toContain("1 were left as the table has them");
    expect((await itemsIn(table)).get(key)).toEqual(record);
  });

  test("lets a conversation go on in its new place", async () => {
    const other = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
    try {
      await admin(other.table.name, "import", file);
      await other.table.records();
      await other.send(other.bodies.press(ANN, open.message, customIdOf(open.message, "Confirm")));
      await other.deliver();
      expect(await other.table.item(open.id)).toMatchObject({ status: "published", revision: 1 });
      expect(await other.site.git("branch", "--list", `*${open.id}`)).toContain(open.id);
    } finally {
      await other.stop();
    }
  });

  /** The export with its first live conversation changed. */
  const change = (edit: (item: Item) => Item) => async () =>
    (await linesOf(file)).map((line) => {
      const { Item: item } = JSON.parse(line) as { Item?: Item };
      return item?.["conversation_id"]?.S === open.id ? JSON.stringify({ Item: edit(item) }) : line;
    });

  test.each([
    ["a secret", change((item) => ({ ...item, reply_token: { S: "t" } })), "holds a secret (reply_token)"],
    ["a later shape", change((item) => ({ ...item, shape: { N: "99" } })), "was written by a later release"],
    [
      "another key",
      change((item) => ({ ...item, gsi1pk: { S: "user#666" } })),
      "has another gsi1pk than its attributes say",
    ],
    [
      "another id",
      change((item) => ({ ...item, conversation_id: { S: "666" } })),
      "has another pk than its attributes say",
    ],
    ["no history", change((item) => without(item, "history")), "is not whole"],
    ["a state that is none", change((item) => ({ ...item, status: { S: "merry" } })), "is not whole"],
    [
      "an attribute too many",
      change((item) => ({ ...item, joke: { S: "x" } })),
      "that this release does not know: joke",
    ],
    [
      "an unknown kind",
      change((item) => ({ ...item, __edb_e__: { S: "joke" } })),
      "is of no kind that this release knows",
    ],
    ["a value of no type", change((item) => ({ ...item, ttl: { N: "soon" } })), "is not one of an export"],
    ["a line too few", async () => (await linesOf(file)).slice(1), "says that there are"],
    ["no end", async () => (await linesOf(file)).slice(0, -1), "is not whole: run"],
  ])("of a file with %s is refused in one sentence, and writes nothing", async (_, make, sentence) => {
    const wrong = newFile();
    await writeFile(wrong, `${(await make()).join("\n")}\n`);
    const { code, out, err } = await admin(table.name, "import", wrong);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(sentence);
    expect((await itemsIn(table)).size).toBe(0);
  });
});
