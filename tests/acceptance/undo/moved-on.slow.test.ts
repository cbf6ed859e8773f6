import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { HEADER, HOME, NAVBAR, Undoing } from "./undoing.ts";

let system: TestSystem;
let undoing: Undoing;
beforeAll(async () => {
  system = await startSystem();
  undoing = await Undoing.on(system);
});
beforeEach(() => undoing.reset());
afterAll(() => system.stop());

describe("a list", () => {
  test.each([
    ['section:navbar links:"Shop /shop, Jobs /jobs"', NAVBAR],
    ['section:navbar remove:"Visit"', NAVBAR],
    ['section:navbar rename:"Beans" to:"Coffee" move:"Visit" to:first', NAVBAR],
    ['section:navbar remove:"Beans" links:"Shop /shop" move:"Visit" before:"Home" text:"Both"', NAVBAR],
    ['section:home remove:"#1"', HOME],
  ])("comes back to the byte after %s", async (command, path) => {
    const before = await undoing.onMain(path);
    const { message } = await undoing.merged(command);
    expect(await undoing.onMain(path)).not.toBe(before);
    expect(await undoing.published(await undoing.undone(message), path)).toBe(before);
  });

  test("keeps what others have added to it since", async () => {
    const { message } = await undoing.merged('section:navbar links:"Shop /shop"');
    await undoing.merged('section:navbar links:"Jobs /jobs"');
    const after = await undoing.published(await undoing.undone(message), NAVBAR);
    expect(after).toContain("Jobs");
    expect(after).not.toContain("Shop");
  });

  test("of which the item has changed since says so, and leaves it", async () => {
    const { message } = await undoing.merged('section:navbar links:"Shop /shop"');
    await undoing.merged('section:navbar rename:"Shop" to:"Store"');
    await undoing.undo(message);
    expect(system.message.content).toContain(
      "This cannot be brought back: Links › Shop, which has changed since.",
    );
  });
});

const newer = (from: string, to: string) =>
  system.site.change(HEADER, (content) => content.replace(from, to));

describe("where someone has changed the published value since", () => {
  let message: Message;
  beforeEach(async () => {
    ({ message } = await undoing.merged('section:header text:"Published" color:#111111'));
    await newer("Published", "Newer");
    await undoing.undo(message);
  });

  test("an undo asks, and shows what would come back without a question", async () => {
    expect(system.message.content).toContain(
      "Text says “Newer” now, and not “Published” as published; before that it said",
    );
    expect(system.message.content).toContain("I understood for **Header**: color:");
    expect(buttonsOf(system.message)).toEqual(["Answer", "Cancel"]);
  });

  test("the earlier value comes back when its owner wants that", async () => {
    await undoing.answer("back");
    expect(diffOf(system.message)).toMatch(/^-.*Newer/m);
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("the newer value stays when its owner wants that, and the rest is undone", async () => {
    await undoing.answer("leave");
    expect(system.message.embeds[0]?.description).toContain(
      "I did nothing about: “Text, which has changed since”",
    );
    expect(diffOf(system.message)).toContain("#111111");
    expect(diffOf(system.message)).not.toMatch(/^-.*Newer/m);
  });

  test("it asks again about a value that is newer than the answer", async () => {
    await undoing.answer("back", () => newer("Newer", "Newest"));
    expect(system.message.content).toContain("Text says “Newest” now");
  });

  test("between its preview and its Confirm, nothing is published", async () => {
    await undoing.answer("back");
    const preview = system.message;
    await newer("Newer", "Newest");
    await undoing.confirm(preview);
    expect(system.message.content).toContain(
      "The site has changed since, so that your request is no longer clear. Nothing was published.",
    );
  });
});

test("what has changed in other lines since is undone without a question", async () => {
  const { message } = await undoing.merged('section:header text:"Published"');
  await undoing.merged('section:header color:"#222222"');
  const after = await undoing.published(await undoing.undone(message), HEADER);
  expect(after).toContain("#222222");
  expect(after).not.toContain("Published");
});

test("a section that is no longer editable is one sentence", async () => {
  const { message } = await undoing.merged('section:header text:"Gone"');
  await system.site.change("ux-agent.json", (content) =>
    content.replace('"id": "header"', '"id": "masthead"'),
  );
  await undoing.undo(message);
  expect(system.message.content).toBe(
    "❌ This site has no section “header” any more: ask again with another one.",
  );
});
