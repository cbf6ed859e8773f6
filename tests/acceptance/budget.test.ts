import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CONVERSATION_REQUESTS } from "#tests/support/conversation-requests.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const COMMAND = 'section:home hero-text:"Fresh bread"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  // Both functions have read the site in this minute.
  await system.preview(ANN, { command: COMMAND });
});
beforeEach(() => {
  system.table.requests.length = 0;
});
afterAll(() => system.stop());

test("a whole conversation, from start to published, takes 4 writes, one to count it, and one read a step of work", async () => {
  const { message } = await system.preview(ANN, { command: COMMAND });
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  expect(system.table.requests).toEqual(CONVERSATION_REQUESTS);
});

test("each interaction takes one request, whatever its answer", async () => {
  const { message } = await system.preview(ANN, { command: COMMAND });
  const costs = async (act: () => Promise<unknown>) => {
    system.table.requests.length = 0;
    await act();
    return system.table.requests.length;
  };
  expect(await costs(() => system.press(BOB, message, "Confirm"))).toBe(1);
  expect(await costs(() => system.press(ANN, message, "Edit"))).toBe(1);
  expect(await costs(() => system.press(ANN, message, "Confirm"))).toBe(1);
  expect(await costs(() => system.press(ANN, message, "Confirm"))).toBe(1);
  expect(await costs(() => system.press(ANN, message, "Cancel"))).toBe(1);
});

test("the first request of a new container also reads what can be changed, once a minute", async () => {
  system.use(system.newContainer());
  await system.slash(ANN, { command: COMMAND });
  expect(system.table.requests).toEqual(["BatchGetItemCommand", "PutItemCommand"]);
  await system.slash(ANN, { command: COMMAND });
  expect(system.table.requests).toHaveLength(3);
});
