import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test("what asks for nothing is shown beside the change", async () => {
  const description = "I hope you're well. Make the header teal, it matches our vans.";
  await system.slash(ANN, { description });
  await system.deliver();
  expect(system.message.embeds[0]?.description).toContain(
    "I did nothing about: “I hope you're well”, “it matches our vans”.",
  );
});

test("a greeting is answered at once with what is possible, and starts nothing", async () => {
  // The first request leaves the site's catalogue in the table.
  const writes = () => system.table.requests.filter((name) => /^(?:Put|Update)/.test(name)).length;
  const before = writes();
  const asked = await system.slash(ANN, { description: "hello 👋" });
  expect(asked.words).toContain("Say what should be changed");
  expect(writes()).toBe(before);
});
