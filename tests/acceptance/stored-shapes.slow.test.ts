import { readFileSync, readdirSync } from "node:fs";
import { type AttributeValue, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationStatuses, recordOutcomes } from "#entities/statuses.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import type { MemberChange } from "#tests/support/interaction-bodies.ts";
import { ANN, APPROVER, BOB, CARL, type User } from "#tests/support/people.ts";
import { some } from "#tests/support/runs.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/**
 * Raw items of each shape, as the code of its time stored them on a real engine; none was edited. Those of shape 1 are older
 * than the attribute `shape`, those of shape 2 ask for every change of a list,
 * those of shape 3 change three sections, those of shape 4 needed two approvals of which one was given.
 */
const fixtures = Object.fromEntries(["shape-1", "shape-2", "shape-3", "shape-4"].flatMap(itemsIn));
const names = Object.keys(fixtures);
const live = names.filter((name) => !name.includes("record-"));
const records = names.filter((name) => name.includes("record-"));

function itemsIn(shape: string): [name: string, text: string][] {
  const folder = `tests/fixtures/${shape}`;
  return readdirSync(folder).map((file) => [
    `${shape}/${file.replace(".json", "")}`,
    readFileSync(`${folder}/${file}`, "utf8"),
  ]);
}

/** `shape-1/drafting` → `drafting` */
const statusOf = (name: string): string => name.replace(/^.*\//, "");

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

/** From now on a change needs as many approvals as it does for the item that is looked at. */
async function needApprovals(name: string): Promise<void> {
  const approvals = name.startsWith("shape-4") ? 2 : 0;
  const { approvals: before = 0 } = (await system.app.sites.list())[0] ?? {};
  if (before !== approvals)
    await settleDefaultSite(system, approvals > 0 ? { approvals, approver_role_ids: APPROVER.roles } : {});
}

/** Stores a fixture under an id of its own, as if it had been written just now; returns the id. */
async function put(name: string): Promise<string> {
  await needApprovals(name);
  const id = system.bodies.nextId();
  const text = fixtures[name] ?? "";
  const { conversation_id, result, section } = JSON.parse(text) as RawItem;
  const renamed = text.replaceAll(String(conversation_id?.S), id);
  const commit = result && (await publish(`ux-update/${section?.S}-${id}`, id));
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
async function publish(branch: string, id: string): Promise<string> {
  const message = `A change\n\nUx-Agent-Conversation: ${id}`;
  const commit = await system.site.git("commit-tree", "main:src", "-p", "main", "-m", message);
  await system.site.git("branch", branch, commit.trim());
  return commit.trim();
}

interface Item {
  status: string;
  approvers?: Set<string>;
  outcome?: string;
  revision: number;
  base?: object;
  history: { event: string }[];
}
const itemOf = async (id: string) => (await system.table.item(id)) as unknown as Item;
const eventsOf = async (id: string) => (await itemOf(id)).history.map(({ event }) => event);

async function click(id: string, action: string, user: User = ANN, member: MemberChange = {}) {
  const { revision } = await itemOf(id);
  return system.send(system.bodies.press(user, message, `${action}:${id}:${revision}`, member));
}

function answerTo(label: string): string {
  if (label.includes("Beans")) return "#beans";
  return label.includes("Target") ? "/sale" : "navy";
}

/** What takes a conversation on from each status; what is not in it waits for `execution`. */
const ways: Record<string, (id: string, item: Item) => Promise<unknown>> = {
  clarifying: async (id) => {
    const modal = await click(id, "answer");
    const [label = ""] = labelsOf(modal);
    return system.submit(ANN, modal, message, { [label]: answerTo(label) });
  },
  previewed: (id) => click(id, "confirm"),
  approving: (id, { approvers }) => click(id, "approve", approvers?.has(BOB.id) ? CARL : BOB, APPROVER),
  failed: (id, { base }) => click(id, base ? "retry" : "redraft"),
  published: (id) => click(id, "withdraw"),
};

/** Carries a conversation on until it is withdrawn, as its owner and `execution` would. */
async function carryToTheEnd(id: string): Promise<void> {
  for (let step = 0; step < 9; step += 1) {
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
const askedLater = ["start", "asked", ...asked.slice(1)];
/** Only `execution` stores a shape 2: until then an item has nothing that a release before it would not know. */
const historiesOfShape2: Record<string, string[]> = {
  ...histories,
  drafting: askedLater,
  clarifying: askedLater,
  "previewed-after-an-answer": askedLater,
  "failed-before-a-preview": ["start", "asked", "answer", "draft-failed", "redraft", ...whole.slice(1)],
};

const approved = ["start", "drafted", "submit", "announced", "approve"];
const published = ["approve-last", "published", "withdraw", "withdrawn"];
/** What came after an edit or a decline needs both approvals again. */
const anew = ["drafted", "submit", "approve", ...published];
const historiesOfShape4: Record<string, string[]> = {
  drafting: [...approved, "edit", ...anew],
  clarifying: [...approved, "edit", "asked", "answer", ...anew],
  previewed: [...approved, "decline", ...anew.slice(1)],
  approving: [...approved, ...published],
  confirmed: [...approved, ...published],
  published: [...approved, ...published],
  withdrawing: [...approved, ...published],
  withdrawn: [...approved, ...published],
  "failed-before-a-preview": [...approved, "edit", "draft-failed", "redraft", ...anew],
  "failed-while-publishing": [...approved, "approve-last", "publish-failed", "retry", ...published.slice(1)],
};
const historiesOf: Record<string, Record<string, string[]>> = {
  "shape-1": histories,
  "shape-2": historiesOfShape2,
  "shape-3": histories,
  "shape-4": historiesOfShape4,
};

/** What is left of each when its time has passed. */
const afterExpiry: Record<string, string> = {
  drafting: "expired",
  clarifying: "expired",
  previewed: "expired",
  "previewed-after-an-answer": "expired",
  approving: "expired",
  confirmed: "failed",
  published: "published",
  withdrawing: "published",
  withdrawn: "withdrawn",
  "failed-before-a-preview": "failed",
  "failed-while-publishing": "failed",
};
const cancellable = live.filter((name) =>
  /\/(drafting|clarifying|previewed|approving|failed-before)/.test(name),
);

test.each([
  ["shape-1", undefined],
  ["shape-2", { N: "2" }],
  ["shape-3", { N: "3" }],
  ["shape-4", { N: "4" }],
])(
  "%s has an item in every status and a record of every outcome, with a real token's size",
  (folder, shape) => {
    const items = itemsIn(folder).map(([, text]) => JSON.parse(text) as RawItem);
    const seen = (name: string) => new Set(items.flatMap((item) => item[name]?.S ?? []));
    // What waits for approvals is of shape 4.
    const statuses = conversationStatuses.filter((status) => status !== "approving" || folder === "shape-4");
    expect(seen("status")).toEqual(new Set(statuses));
    expect(seen("outcome")).toEqual(new Set(recordOutcomes));
    for (const item of items) expect(item["shape"]).toEqual(shape);
    for (const token of seen("reply_token")) expect(token.length).toBeGreaterThanOrEqual(214);
  },
);

test("the items of shape 2 ask for every change of a list", () => {
  const updates = itemsIn("shape-2").map(([, text]) =>
    JSON.stringify((JSON.parse(text) as RawItem)["updates"]),
  );
  for (const change of ["add", "change", "remove", "move"])
    expect(updates.filter((each) => each?.includes(`{"${change}":`)).length).toBeGreaterThan(8);
});

test("the items of shape 3 have three parts, and those with a preview three files", () => {
  for (const [name, text] of itemsIn("shape-3")) {
    const { parts, base } = JSON.parse(text) as RawItem;
    const further = name.endsWith("clarifying") || name.includes("failed-before") ? undefined : 2;
    expect(parts?.L, name).toHaveLength(2);
    if (base) expect(base.M?.["files"]?.L, name).toHaveLength(further ?? 0);
  }
});

describe("an item that is stored", () => {
  test.each(some(live, 10))("%s is carried to its end", async (name) => {
    const id = await put(name);
    await carryToTheEnd(id);
    expect(await eventsOf(id)).toEqual(historiesOf[name.replace(/\/.*$/, "")]?.[statusOf(name)]);
    await system.expire(id);
    expect(await itemOf(id)).toMatchObject({ outcome: "withdrawn" });
    expect(system.errors).toEqual([]);
  });

  test.each(some(cancellable, 10))("%s is cancelled and leaves a record", async (name) => {
    const id = await put(name);
    expect((await click(id, "cancel")).words).toContain("Cancelled");
    await system.deliver();
    expect(await itemOf(id)).toMatchObject({ outcome: "cancelled" });
  });

  test.each(
    some(
      cancellable.filter((name) => statusOf(name) !== "drafting"),
      3,
    ),
  )("%s is asked otherwise", async (name) => {
    const id = await put(name);
    const { revision } = await itemOf(id);
    const modal = await click(id, "edit");
    const words = labelsOf(modal).at(-1) ?? "";
    await system.submit(ANN, modal, message, { [words]: 'section:footer text:"Closed on Mondays"' });
    await system.deliver();
    expect(await itemOf(id)).toMatchObject({
      status: "previewed",
      revision: revision + 1,
      updates: { text: "Closed on Mondays" },
    });
  });

  test.each(some(live, 10))("%s that expires leaves its record", async (name) => {
    const id = await put(name);
    await system.expire(id);
    expect(await itemOf(id)).toMatchObject({ outcome: afterExpiry[statusOf(name)] });
  });

  test.each(some([...live, ...records], 10))(
    "%s is shown, listed and erased by an operator",
    async (name) => {
      const id = await put(name);
      const { status, outcome } = await itemOf(id);
      expect(await api.show(id)).toMatchObject({ status: 200, body: { status: outcome ?? status } });
      const { conversations = [] } = (await api.list(ANN.id, { limit: "100" })).body;
      expect(conversations).toContainEqual(expect.objectContaining({ conversation_id: id }));
      expect((await api.erase(ANN.id)).body.erased).toBeGreaterThan(0);
      expect(await system.table.item(id)).toBeUndefined();
    },
  );

  test.each(
    some(
      [...live, ...records].filter((name) => name.endsWith("published")),
      2,
    ),
  )("%s can be undone", async (name) => {
    const id = await put(name);
    const { id: undo } = await click(id, "undo");
    await system.deliver();
    expect(await itemOf(id)).toMatchObject({ undone_by: { conversation_id: undo } });
    expect(await itemOf(undo)).toMatchObject({
      status: "failed",
      failure: { message: expect.stringContaining("Nothing of this change is on the site now") },
    });
    expect(system.errors).toEqual([]);
  });

  const late: Record<string, string> = {
    "record-published": "already published",
    "record-failed": "could not be",
    "record-cancelled": "cancelled",
    "record-expired": "Expired",
    "record-withdrawn": "was withdrawn",
  };
  test.each(some(records, 10))("%s answers a late click", async (name) => {
    const id = await put(name);
    expect((await click(id, "confirm")).words).toContain(late[statusOf(name)]);
  });
});
