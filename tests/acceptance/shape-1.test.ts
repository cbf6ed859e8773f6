import { readFileSync, readdirSync } from "node:fs";
import { type AttributeValue, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationStatuses, recordOutcomes } from "#entities/statuses.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** Raw items as the last release before `shape` stored them: its code made them, on a real engine, and none was edited. */
const FOLDER = "tests/fixtures/shape-1";
const fixtures = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file.replace(".json", ""), readFileSync(`${FOLDER}/${file}`, "utf8")]),
);
const live = Object.keys(fixtures).filter((name) => !name.startsWith("record-"));
const records = Object.keys(fixtures).filter((name) => name.startsWith("record-"));

type RawItem = Record<string, AttributeValue>;

let system: TestSystem;
let message: Message;
let api: AdminApi;
beforeAll(async () => {
  system = await startSystem();
  ({ message } = await system.preview(ANN, { command: 'section:header text:"Hello"' }));
  api = new AdminApi(() => system.app);
});
afterAll(() => system.stop());

const seconds = (minutes: number) => Math.floor(system.time / 1000) + minutes * 60;

/** Stores a fixture under an id of its own, as if it had been written just now; returns the id. */
async function put(name: string): Promise<string> {
  const id = system.bodies.nextId();
  const text = fixtures[name] ?? "";
  const { conversation_id, result } = JSON.parse(text) as RawItem;
  const renamed = text.replaceAll(String(conversation_id?.S), id);
  const commit = result && (await publish(id));
  const item = JSON.parse(renamed.replaceAll(String(result?.M?.["commit"]?.S), commit ?? "")) as RawItem;
  const until = { ttl: { N: String(seconds(60)) } };
  const token = item["reply_token"] && {
    reply_token_expires_at: { S: new Date(system.time + 900_000).toISOString() },
  };
  const Item = { ...item, ...until, ...token };
  await system.table.client.send(new PutItemCommand({ TableName: system.table.name, Item }));
  return id;
}

/** Makes the branch of what was published, with a commit that changes something; returns the commit. */
async function publish(id: string): Promise<string> {
  const message = `A change\n\nUx-Agent-Conversation: ${id}`;
  const commit = await system.site.git("commit-tree", "main:src", "-p", "main", "-m", message);
  await system.site.git("branch", `ux-update/header-${id}`, commit.trim());
  return commit.trim();
}

interface Item {
  status: string;
  outcome?: string;
  revision: number;
  base?: object;
  history: { event: string }[];
}
const itemOf = async (id: string) => (await system.table.item(id)) as unknown as Item;
const eventsOf = async (id: string) => (await itemOf(id)).history.map(({ event }) => event);

async function click(id: string, action: string) {
  const { revision } = await itemOf(id);
  return system.send(system.bodies.press(ANN, message, `${action}:${id}:${revision}`));
}

/** What takes a conversation on from each status; what is not in it waits for `execution`. */
const ways: Record<string, (id: string, item: Item) => Promise<unknown>> = {
  clarifying: async (id) => {
    const modal = await click(id, "answer");
    const [label = ""] = labelsOf(modal);
    return system.submit(ANN, modal, message, { [label]: "navy" });
  },
  previewed: (id) => click(id, "confirm"),
  failed: (id, { base }) => click(id, base ? "retry" : "redraft"),
  published: (id) => click(id, "withdraw"),
};

/** Carries a conversation on until it is withdrawn, as its owner and `execution` would. */
async function carryToTheEnd(id: string): Promise<void> {
  for (let step = 0; step < 8; step += 1) {
    await system.deliver();
    const item = await itemOf(id);
    if (item.status === "withdrawn") return;
    await ways[item.status]?.(id, item);
  }
}

const whole = ["start", "drafted", "confirm", "published", "withdraw", "withdrawn"];
const asked = ["start", "answer", "drafted", "confirm", "published", "withdraw", "withdrawn"];
const histories: Record<string, string[]> = {
  drafting: whole,
  clarifying: asked,
  previewed: whole,
  "previewed-after-an-answer": asked,
  confirmed: whole,
  published: whole,
  withdrawing: whole,
  withdrawn: whole,
  "failed-before-a-preview": ["start", "draft-failed", "redraft", ...whole.slice(1)],
  "failed-while-publishing": ["start", "drafted", "confirm", "publish-failed", "retry", ...whole.slice(3)],
};

/** What is left of each when its time has passed. */
const afterExpiry: Record<string, string> = {
  drafting: "expired",
  clarifying: "expired",
  previewed: "expired",
  "previewed-after-an-answer": "expired",
  confirmed: "failed",
  published: "published",
  withdrawing: "published",
  withdrawn: "withdrawn",
  "failed-before-a-preview": "failed",
  "failed-while-publishing": "failed",
};
const cancellable = live.filter((name) => /^(drafting|clarifying|previewed|failed-before)/.test(name));

test("there is an item in every status and a record of every outcome, without a shape, with a real token's size", () => {
  const items = Object.values(fixtures).map((text) => JSON.parse(text) as RawItem);
  const seen = (name: string) => new Set(items.flatMap((item) => item[name]?.S ?? []));
  expect(seen("status")).toEqual(new Set(conversationStatuses));
  expect(seen("outcome")).toEqual(new Set(recordOutcomes));
  for (const item of items) expect(item).not.toHaveProperty("shape");
  for (const token of seen("reply_token")) expect(token.length).toBeGreaterThanOrEqual(214);
});

describe("an item of shape 1", () => {
  test.each(live)("%s is carried to its end", async (name) => {
    const id = await put(name);
    await carryToTheEnd(id);
    expect(await eventsOf(id)).toEqual(histories[name]);
    await system.expire(id);
    expect(await itemOf(id)).toMatchObject({ outcome: "withdrawn" });
    expect(system.errors).toEqual([]);
  });

  test.each(cancellable)("%s is cancelled and leaves a record", async (name) => {
    const id = await put(name);
    expect((await click(id, "cancel")).words).toContain("Cancelled");
    await system.deliver();
    expect(await itemOf(id)).toMatchObject({ outcome: "cancelled" });
  });

  test.each(cancellable.filter((name) => name !== "drafting"))("%s is asked otherwise", async (name) => {
    const id = await put(name);
    const { revision } = await itemOf(id);
    const modal = await click(id, "edit");
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, message, { [label]: 'section:footer text:"Closed on Mondays"' });
    await system.deliver();
    expect(await itemOf(id)).toMatchObject({
      status: "previewed",
      revision: revision + 1,
      updates: { text: "Closed on Mondays" },
    });
  });

  test.each(live)("%s that expires leaves its record", async (name) => {
    const id = await put(name);
    await system.expire(id);
    expect(await itemOf(id)).toMatchObject({ outcome: afterExpiry[name] });
  });

  test.each([...live, ...records])("%s is shown, listed and erased by an operator", async (name) => {
    const id = await put(name);
    const { status, outcome } = await itemOf(id);
    expect(await api.show(id)).toMatchObject({ status: 200, body: { status: outcome ?? status } });
    const { conversations = [] } = (await api.list(ANN.id, { limit: "100" })).body;
    expect(conversations).toContainEqual(expect.objectContaining({ conversation_id: id }));
    expect((await api.erase(ANN.id)).body.erased).toBeGreaterThan(0);
    expect(await system.table.item(id)).toBeUndefined();
  });

  test.each([
    ["record-published", "already published"],
    ["record-failed", "could not be"],
    ["record-cancelled", "cancelled"],
    ["record-expired", "Expired"],
    ["record-withdrawn", "was withdrawn"],
  ])("%s answers a late click: %s", async (name, words) => {
    const id = await put(name);
    expect((await click(id, "confirm")).words).toContain(words);
  });
});
