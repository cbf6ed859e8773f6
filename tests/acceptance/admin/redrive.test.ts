import { afterAll, beforeAll, expect, test } from "vitest";
import { redrive } from "#src/admin/redrive.ts";
import { reaching, runCommand } from "#tests/support/run-command.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const redriveNow = () =>
  redrive({ client: system.table.client, table: system.table.name, now: () => system.now });

/** Asks for a change and confirms it, but the record of that never arrives: it was given up. */
async function confirmedAndLost(text: string): Promise<string> {
  const { id, message } = await system.preview(ANN, { command: `section:header text:"${text}"` });
  await system.press(ANN, message, "Confirm");
  await system.table.records();
  return id;
}

test("what was given up is told again, carried out once, and only when nobody is working on it", async () => {
  const id = await confirmedAndLost("Given up");
  expect((await redriveNow()).stuck, "it may still be worked on").toEqual([]);
  system.passMinutes(6);
  expect((await redriveNow()).stuck).toEqual([{ conversation_id: id, status: "confirmed" }]);
  await system.deliver();
  expect(await system.table.item(id)).toMatchObject({
    status: "published",
    history: [
      { event: "start" },
      { event: "drafted" },
      { event: "confirm" },
      { event: "redrive", by: "operator" },
      {},
    ],
  });
  system.passMinutes(6);
  expect((await redriveNow()).stuck, "it is done").toEqual([]);
});

test("npm run admin -- redrive says what will be tried again", async () => {
  const id = await confirmedAndLost("Given up again");
  // The command has a clock of its own, by which this is not stuck yet.
  const { code, out } = await runCommand("admin", ["redrive"], reaching(system.table.name));
  expect(code).toBe(0);
  expect(out).not.toContain(id);
  expect(out).toMatch(
    new RegExp(`^0 conversations of table ${system.table.name} at .* will be tried again\\.\n$`),
  );
});
