import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test("someone asks, sees the exact change of the real page, confirms, and that change is one commit", async () => {
  const asked = await system.slash(ANN, { command: 'section:header text:"Hello there" color:"#FF0080"' });
  expect(asked.reply.type, "a deferred reply").toBe(5);
  await system.deliver();

  const shown = system.message;
  expect(shown.embeds[0]?.title).toContain("src/components/Header.jsx");
  expect(shown.embeds[0]?.description).toContain("Hello there");
  expect(buttonsOf(shown)).toEqual(["Confirm", "Edit", "Cancel"]);

  const confirmed = await system.press(ANN, shown, "Confirm");
  expect(confirmed.words).toContain("Publishing");
  await system.deliver();

  const branch = `ux-update/header-${asked.id}`;
  const published = await system.site.git("diff", "main", branch);
  expect(published.split("\n").filter((line) => /^[-+@ ]/.test(line) && !/^(---|\+\+\+)/.test(line))).toEqual(
    diffOf(shown)
      .split("\n")
      .filter((line) => /^[-+@ ]/.test(line) && !/^(---|\+\+\+)/.test(line)),
  );
  expect((await system.site.git("rev-list", `main..${branch}`)).trim().split("\n")).toHaveLength(1);
  const end = system.message;
  expect(end.id).toBe(shown.id);
  expect(end.content).toContain(branch);
  expect(buttonsOf(end)).not.toContain("Confirm");
  expect(system.errors).toEqual([]);
  expect(system.discord.standIn.violations).toEqual([]);
});
