import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await system.warmUp();
});
afterAll(() => system.stop());

async function ask(description: string) {
  await system.slash(ANN, { description });
  await system.deliver();
  return system.message;
}

const shown = () => system.message.embeds[0]?.description ?? "";

test("a change that is understood beside words that are not is shown above the question, and used by one press", async () => {
  const question = await ask('set the header text to "Tea" and make it explode');
  expect(question.content).toMatch(
    /^I understood for \*\*Header\*\*: text: Tea\.\n• I am not sure what “.*explode” asks for/,
  );
  expect(buttonsOf(question)).toEqual(["Use as understood", "Answer", "Cancel"]);
  expect((await system.press(BOB, question, "Use as understood")).ephemeral).toBe(true);
  system.table.requests.length = 0;
  await system.press(ANN, question, "Use as understood");
  expect(system.table.requests.filter((name) => name !== "BatchGetItemCommand")).toEqual([
    "UpdateItemCommand",
  ]);
  await system.deliver();
  expect(shown()).toContain(">Tea</h1>");
  expect(buttonsOf(system.message)).toEqual(["Confirm", "Edit", "Cancel"]);
});

test("words that were probably mistyped are taken as they were meant by one press", async () => {
  const question = await ask('mkae teh haeder text "Tea"');
  expect(buttonsOf(question)).toEqual(["Yes, I meant that", "Answer", "Cancel"]);
  await system.press(ANN, question, "Yes, I meant that");
  await system.deliver();
  expect(shown()).toContain(">Tea</h1>");
});

test("a question about what is missing cannot be passed over", async () => {
  expect(buttonsOf(await ask("make the header darker"))).toEqual(["Answer", "Cancel"]);
  expect(buttonsOf(await ask("explode"))).toEqual(["Answer", "Cancel"]);
});

test("an old button accepts nothing of what was asked since", async () => {
  const old = await ask('set the header text to "Tea" and make it explode');
  await system.press(ANN, old, "Use as understood");
  await system.deliver();
  const again = await system.press(ANN, old, "Use as understood");
  expect(again.ephemeral).toBe(true);
  expect(again.words).toContain("newer");
});
