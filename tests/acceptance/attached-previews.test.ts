import { applyPatch } from "diff";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { ANN } from "#tests/support/people.ts";
import { messageOf } from "#tests/support/queue-message.ts";
import { attachedTo, buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
const usual = 10 * 1024 * 1024;
afterEach(() => {
  system.discord.intercept = null;
  system.bodies.attachmentSizeLimit = usual;
});
afterAll(() => system.stop());

/** The text of a file that is attached to a message; empty when it is not there. */
const attached = (message: Message, name: string): string =>
  attachedTo(message, name, system.discord.standIn).toString();

/** All that a person can see of a change: the message and the files attached to it. */
const seen = (message: Message): string =>
  [message.embeds[0]?.description, attached(message, "change.diff"), attached(message, "changes.txt")]
    .join("\n")
    .replaceAll("\u200B", "");

/** Whether the attached diff makes of the base exactly what was published, to the byte. */
async function isWholeChange(message: Message, id: string, section = "header"): Promise<boolean> {
  const branch = `ux-update/${section}-${id}`;
  const [path = ""] = await system.site.changedOn(branch);
  const before = await system.site.git("show", `main:${path}`);
  const after = await system.site.git("show", `${branch}:${path}`);
  return applyPatch(before, attached(message, "change.diff")) === after;
}

const confirmed = (message: Message) => system.confirm(ANN, message);

const ask = () => system.preview(ANN, { command: `section:header text:"${long}"` });

const long = `${"Welcome to our shop. ".repeat(190).slice(0, 3880)} and send your card here`;

describe("what is too long for the message", () => {
  test("of a text of nearly 4,000 characters, its last words are seen before they can be confirmed", async () => {
    const { id, message } = await system.preview(ANN, { command: `section:header text:"${long}"` });
    expect(buttonsOf(message)).toContain("Confirm");
    expect(seen(message)).toContain("send your card here");
    await confirmed(message);
    expect(await isWholeChange(message, id)).toBe(true);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("of 20 links, the last one's address is seen before they can be confirmed", async () => {
    const links = Array.from(
      { length: 20 },
      (_, at) => `Page ${at} of our shop and of all that it has to offer in this town /pages/number-${at}`,
    );
    const value = [...links.slice(0, 19), "Help https://elsewhere.example/x"].join("; ");
    const { id, message } = await system.preview(ANN, { command: `section:header links:"${value}"` });
    expect(buttonsOf(message)).toContain("Confirm");
    expect(seen(message)).toContain("https://elsewhere.example/x");
    await confirmed(message);
    expect(await isWholeChange(message, id)).toBe(true);
  });

  test("of many words about which nothing is done, all are in the files", async () => {
    const said = Array.from({ length: 200 }, (_, at) => `It is our page ${at}`);
    const { id, message } = await system.preview(ANN, {
      description: `make the header red. ${said.join(". ")}.`,
    });
    expect(buttonsOf(message)).toContain("Confirm");
    const notes = attached(message, "changes.txt").split("\n");
    expect(said.filter((words) => !notes.includes(`   - ${words}`))).toEqual([]);
    await confirmed(message);
    expect(await isWholeChange(message, id)).toBe(true);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("of a text of 4,000 characters, all of it is in the files, to the byte", async () => {
    const value = `${Array.from("🎉 größer, ".repeat(500)).slice(0, 3993).join("")}the end`;
    const { id, message } = await system.preview(ANN, { command: `section:header text:"${value}"` });
    expect(attached(message, "changes.txt")).toContain(`after:  ${value}\n`);
    await confirmed(message);
    expect(await isWholeChange(message, id)).toBe(true);
    expect(system.discord.standIn.violations).toEqual([]);
  });
});

describe("the files of a preview", () => {
  test("stay with it while it is published and after", async () => {
    const { message } = await ask();
    const names = ["change.diff", "changes.txt"];
    expect(message.attachments.map(({ filename }) => filename)).toEqual(names);
    await system.press(ANN, message, "Confirm");
    expect(system.message.content).toContain("Publishing");
    expect(system.message.attachments).toEqual(message.attachments);
    await system.deliver();
    expect(system.message.content).toContain("Published");
    expect(system.message.attachments).toEqual(message.attachments);
  });

  test("go when the request is edited, so that none stands under another preview", async () => {
    const { message } = await ask();
    const modal = await system.press(ANN, message, "Edit");
    await system.submit(ANN, modal, message, { Command: 'section:header text:"A short one"' });
    expect(system.message.attachments).toEqual([]);
    await system.deliver();
    expect(system.message.embeds[0]?.description).toContain("A short one");
    expect(system.message.attachments).toEqual([]);
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("go when it is cancelled", async () => {
    const { message } = await ask();
    await system.press(ANN, message, "Cancel");
    expect(system.message.attachments).toEqual([]);
  });

  test("are not there for a preview that the message shows whole", async () => {
    const { message } = await system.preview(ANN, { command: 'section:header text:"Hello there"' });
    expect(message.attachments).toEqual([]);
    expect(buttonsOf(message)).toContain("Confirm");
  });

  test("are made anew when the same task comes again", async () => {
    const { id, message } = await ask();
    const diff = attached(message, "change.diff");
    await system.carryOut([
      messageOf({ conversation_id: id, revision: 1, status: "drafting" }, "again", system.time),
    ]);
    expect(attached(system.message, "change.diff")).toBe(diff);
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("are the same when the site describes itself otherwise by then, and nothing is published by that", async () => {
    const { id, message } = await ask();
    const diff = attached(message, "change.diff");
    const rename = (from: string, to: string) =>
      system.site.change("ux-agent.json", (now) => now.replace(`"id": "${from}"`, `"id": "${to}"`));
    await rename("header", "masthead");
    await system.carryOut([
      messageOf({ conversation_id: id, revision: 1, status: "drafting" }, "late", system.time),
    ]);
    const late = { buttons: buttonsOf(system.message), diff: attached(system.message, "change.diff") };
    const { content } = await confirmed(message);
    await rename("masthead", "header");
    expect(late.buttons).toContain("Confirm");
    expect(late.diff).toBe(diff);
    expect(content).toContain("nothing was published");
  });
});

describe("when not all of a preview can be shown", () => {
  test("because Discord refuses the files, it cannot be confirmed and can be tried again", async () => {
    let refused = 0;
    system.discord.intercept = (method) => {
      if (method !== "PATCH" || refused > 0) return null;
      refused += 1;
      return { status: 413, body: { message: "Request entity too large", code: 40_005 } };
    };
    await system.slash(ANN, { command: `section:header text:"${long}"` });
    await system.deliver();
    expect(refused).toBe(1);
    expect(buttonsOf(system.message)).toEqual(["Try again", "Edit", "Cancel"]);
    expect(system.message.content).toContain("could not show you all of this change");
    await system.press(ANN, system.message, "Try again");
    await system.deliver();
    expect(seen(system.message)).toContain("send your card here");
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("because Discord left out a file, what was shown cannot be confirmed", async () => {
    const { standIn } = system.discord;
    const answer = standIn.answer.bind(standIn);
    standIn.answer = (request) => {
      const { status, body } = answer(request);
      if (request.files === undefined || request.files.size === 0) return { status, body };
      return { status, body: { ...(body as Message), attachments: [] } };
    };
    await system.slash(ANN, { command: `section:header text:"${long}"` });
    await system.deliver();
    standIn.answer = answer;
    expect(buttonsOf(system.message)).toEqual(["Try again", "Edit", "Cancel"]);
  });
});

describe("what cannot be seen", () => {
  test.each([
    ["\u200B", "a zero-width space (U+200B)"],
    ["\u202E", "a change of direction (U+202E)"],
    ["\u2066", "a change of direction (U+2066)"],
  ])("is refused by its name and place, and nothing is to be confirmed: %j", async (character, name) => {
    const { message } = await system.preview(ANN, {
      command: `section:header text:"Hello${character} world"`,
    });
    expect(message.content).toContain(`${name} after “Hello”`);
    expect(buttonsOf(message)).not.toContain("Confirm");
  });

  test("passes where an emoji or a script needs it", async () => {
    const { message } = await system.preview(ANN, { command: 'section:header text:"👨‍👩‍👧 می‌خواهم 🏴󠁧󠁢󠁳󠁣󠁴󠁿"' });
    expect(buttonsOf(message)).toContain("Confirm");
  });

  test("of a host is said in the preview", async () => {
    const { message } = await system.preview(ANN, {
      command: 'section:header links:"Pay https://pаypal.example/x"',
    });
    expect(message.embeds[0]?.description).toContain("it mixes Latin and Cyrillic letters");
    expect(message.embeds[0]?.description?.replaceAll("\\", "")).toContain(
      "the host is xn--pypal-4ve.example",
    );
  });
});

describe("the interaction's own limit of an attached file", () => {
  test("refuses a preview that is larger, in one sentence, and Discord is not asked to take it", async () => {
    system.bodies.attachmentSizeLimit = 4000;
    const { id, message } = await ask();
    expect(message.content).toBe(
      "❌ This change is too large to be shown in Discord: please ask for less at a time.",
    );
    expect(buttonsOf(message)).not.toContain("Confirm");
    expect(await system.table.item(id)).toMatchObject({ status: "failed", attachment_size_limit: 4000 });
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("lets one through that fits, and is stored only where it is smaller than everywhere else", async () => {
    system.bodies.attachmentSizeLimit = 9000;
    const small = await ask();
    expect(small.message.attachments.map(({ filename }) => filename)).toEqual(["change.diff", "changes.txt"]);
    system.bodies.attachmentSizeLimit = 100 * 1024 * 1024;
    const { id } = await ask();
    expect(await system.table.item(id)).not.toHaveProperty("attachment_size_limit");
    expect(system.discord.standIn.violations).toEqual([]);
  });
});
