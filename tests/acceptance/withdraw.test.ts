import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ANN, BOB, MANAGE_SERVER } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
let id: string;
beforeAll(async () => {
  system = await startSystem();
});
beforeEach(async () => {
  let message;
  ({ id, message } = await system.preview(ANN, { command: 'section:header text:"Published by mistake"' }));
  await system.press(ANN, message, "Confirm");
  await system.deliver();
});
afterAll(() => system.stop());

const branches = () => system.site.git("branch", "--list", `ux-update/header-${id}`);

test("the owner withdraws what was published: the branch is gone, once and recorded", async () => {
  const published = system.message;
  expect(buttonsOf(published)).toEqual(["Withdraw", "Undo"]);
  expect((await system.press(ANN, published, "Withdraw")).words).toContain("Withdrawing");
  await system.press(ANN, published, "Withdraw");
  expect(system.message.content).toContain("Withdrawing");
  await system.deliver();
  expect(await branches()).toBe("");
  expect(system.message.content).toContain("Withdrawn");
  expect(buttonsOf(system.message)).toEqual([]);
  const { history } = (await system.table.item(id)) as { history: { event: string }[] };
  expect(history.map(({ event }) => event).slice(-2)).toEqual(["withdraw", "withdrawn"]);
  expect((await system.press(ANN, published, "Withdraw")).words).toContain("was withdrawn");
  await system.expire(id);
  expect(await system.table.item(id)).toMatchObject({ outcome: "withdrawn" });
});

test("somebody else may not withdraw it, an administrator may", async () => {
  const published = system.message;
  expect((await system.press(BOB, published, "Withdraw")).words).toContain("only the person who asked");
  expect((await system.press(BOB, published, "Withdraw", MANAGE_SERVER)).words).toContain("Withdrawing");
  await system.deliver();
  expect(await branches()).toBe("");
  expect((await system.table.item(id))?.["history"]).toContainEqual(
    expect.objectContaining({ event: "withdraw", by: BOB.id }),
  );
});

test("it takes one request, unless a role of the site's own could make somebody its administrator", async () => {
  const published = system.message;
  const requestsBy = async (member: { roles?: string[]; permissions?: string }) => {
    system.use(system.newContainer());
    system.table.requests.length = 0;
    await system.press(BOB, published, "Withdraw", member);
    return [...system.table.requests];
  };
  expect(await requestsBy({ roles: ["7"] })).toEqual(["BatchGetItemCommand", "UpdateItemCommand"]);
  expect(await requestsBy({})).toEqual(["UpdateItemCommand"]);
  expect(await requestsBy(MANAGE_SERVER)).toEqual(["UpdateItemCommand"]);
});

test("what was published days ago is withdrawn by hand, and the click says how", async () => {
  const published = system.message;
  await system.expire(id);
  const late = await system.press(ANN, published, "Withdraw");
  expect(late.ephemeral).toBe(true);
  expect(late.words).toBe(
    `This was published too long ago to be withdrawn here: delete its branch \`ux-update/header-${id}\` instead.`,
  );
});

test("what is merged already stays, and the message says so", async () => {
  await system.site.git("merge", "--quiet", "--no-edit", `ux-update/header-${id}`);
  await system.press(ANN, system.message, "Withdraw");
  await system.deliver();
  expect(system.message.content).toContain("Published");
  expect(system.message.content).toContain("merged already");
});
