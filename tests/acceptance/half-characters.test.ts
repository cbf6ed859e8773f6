import { afterAll, beforeAll, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** The first half of an emoji: JSON can hold it alone, UTF-8 and so DynamoDB cannot. */
const HALF = "\ud83d";
const WORDS =
  "Your text holds half of a character, often an emoji that was cut in two. Remove it and send the text again.";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test.each([
  { description: `make the header darker ${HALF}` },
  { description: `${HALF} set the header text to "Hello"` },
  { command: `section:header${HALF}` },
  { command: 'section:header text:"Hello"', description: HALF },
  { command: `section:header text:"Hello ${HALF}"` },
])("half a character is refused in words, and nothing is stored: %j", async (options) => {
  const answer = await system.slash(ANN, options);
  expect(answer).toMatchObject({ status: 200, ephemeral: true, words: WORDS });
  expect(await system.table.item(answer.id)).toBeUndefined();
  expect(system.errors).toEqual([]);
});

test("half a character in an answer is refused in words, and the question stays", async () => {
  const { id } = await system.slash(ANN, { description: "make the header darker" });
  const question = system.message;
  const modal = await system.press(ANN, question, "Answer");
  const [label = ""] = labelsOf(modal);
  const before = await system.table.item(id);
  const answer = await system.submit(ANN, modal, question, { [label]: `navy${HALF}` });
  expect(answer).toMatchObject({ status: 200, ephemeral: true, words: WORDS });
  expect(await system.table.item(id)).toEqual(before);
});

test("half a character in a person's name is replaced, since they did not type it here", async () => {
  const { id } = await system.slash(ANN, { command: 'section:header text:"Hello"' }, "ux-update", {
    nick: `Ann ${HALF}`,
  });
  expect(await system.table.item(id)).toMatchObject({ user_name: "Ann \ufffd" });
});
