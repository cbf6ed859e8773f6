import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyPatch, parsePatch } from "diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { ANN } from "#tests/support/people.ts";
import { attachedTo, buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** Ten sections of thirty values each, in three files: what one request can change at most. */
const [SECTIONS, VALUES, FILES] = [10, 30, 3];
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const fileOf = (section: number) => `data/${section % FILES}.json`;
const paths = numbers(FILES).map(fileOf);

const definition = {
  sections: numbers(SECTIONS).map((section) => ({
    id: `s${section}`,
    label: `Part ${section}`,
    file: fileOf(section),
    properties: numbers(VALUES).map((value) => ({
      id: `v${value}`,
      label: `Value ${value}`,
      kind: "value",
      pointer: `/s${section}/v${value}`,
    })),
  })),
};

const contentOf = (path: string) =>
  Object.fromEntries(
    numbers(SECTIONS)
      .filter((section) => fileOf(section) === path)
      .map((section) => [
        `s${section}`,
        Object.fromEntries(numbers(VALUES).map((value) => [`v${value}`, `old ${section}.${value}`])),
      ]),
  );

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await mkdir(join(system.site.path, "data"));
  for (const path of paths)
    await writeFile(join(system.site.path, path), `${JSON.stringify(contentOf(path), null, 2)}\n`);
  await system.site.git("add", "data");
  await system.site.change("ux-agent.json", () => JSON.stringify(definition));
  await system.warmUp();
  system.use(system.newContainer());
});
afterAll(() => system.stop());

const attached = (message: Message, name: string): string =>
  attachedTo(message, name, system.discord.standIn).toString();

/** Whether the attached diff makes of the base branch exactly what was published, file by file, to the byte. */
async function expectWhole(message: Message, branch: string, changed: string[]): Promise<void> {
  const patches = parsePatch(attached(message, "change.diff"));
  expect(patches.map(({ newFileName }) => newFileName)).toEqual(changed.map((path) => `b/${path}`));
  for (const [at, path] of changed.entries()) {
    const before = await system.site.git("show", `main:${path}`);
    expect(applyPatch(before, patches[at] ?? "")).toBe(await system.site.git("show", `${branch}:${path}`));
  }
  expect(await system.site.changedOn(branch)).toEqual(changed.toSorted());
}

test("a request of 300 changes is attached whole, and its commit is that to the byte", async () => {
  const command = numbers(SECTIONS)
    .map(
      (section) =>
        `section:s${section} ${numbers(VALUES)
          .map((value) => `v${value}:n${value}`)
          .join(" ")}`,
    )
    .join(" ");
  expect(command.length).toBeLessThanOrEqual(6000);
  const { id, message } = await system.preview(ANN, { command });
  expect(buttonsOf(message)).toContain("Confirm");
  expect(message.attachments.length).toBeLessThanOrEqual(10);
  const [embed] = message.embeds;
  expect((embed?.title ?? "").length + (embed?.description ?? "").length).toBeLessThanOrEqual(6000);
  const listed = attached(message, "changes.txt");
  for (const [at, [section, value]] of numbers(SECTIONS)
    .flatMap((section) => numbers(VALUES).map((value) => [section, value] as const))
    .entries())
    expect(listed).toContain(
      `${at + 1}. Part ${section} › Value ${value}\n   before: old ${section}.${value}\n   after:  n${value}\n`,
    );
  await system.confirm(ANN, message);
  await expectWhole(message, `ux-update/s0-${id}`, paths);
  expect(system.discord.standIn.violations).toEqual([]);
  const item = JSON.stringify(await system.table.item(id));
  // oxlint-disable-next-line no-console -- the number is part of what the test shows
  console.info(`300 changes: ${item.length} bytes of the item, ${listed.length} of changes.txt`);
});

test("a value of 4,000 characters is attached whole, and its commit is that to the byte", async () => {
  const value = `${"Ein Satz mit Umlauten: äöü. ".repeat(200).slice(0, 3992)}the end.`;
  expect(value).toHaveLength(4000);
  const { id, message } = await system.preview(ANN, { command: `section:s0 v0:"${value}"` });
  expect(attached(message, "changes.txt")).toContain(`after:  ${value}\n`);
  await system.confirm(ANN, message);
  await expectWhole(message, `ux-update/s0-${id}`, [fileOf(0)]);
  expect(JSON.parse(await system.site.git("show", `ux-update/s0-${id}:${fileOf(0)}`))).toMatchObject({
    s0: { v0: value },
  });
  expect(system.discord.standIn.violations).toEqual([]);
});
