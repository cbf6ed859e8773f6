import { applyPatch, parsePatch } from "diff";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { CONVERSATION_REQUESTS } from "#tests/support/conversation-requests.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { attachedTo, buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const [HEADER, FOOTER, NAVBAR] = ["Header", "Footer", "NavBar"].map((name) => `src/components/${name}.jsx`);
const FILES = [FOOTER, HEADER, NAVBAR];

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const ask = (text: string) =>
  system.preview(ANN, {
    command: `section:header text:"${text}" color:#111111 section:footer text:"${text}" section:navbar remove:"Visit"`,
  });

const confirm = (message: Message) => system.confirm(ANN, message);

const long = (end: string) => `${"Welcome to our shop. ".repeat(90)}${end}`;

const branchOf = (id: string, section = "header") => `ux-update/${section}-${id}`;
const fileOn = (branch: string, path = "") => system.site.git("show", `${branch}:${path}`);

describe("a request for several sections", () => {
  test("is one preview of all of them, and one commit", async () => {
    const { id, message } = await ask("Black Friday");
    const [embed] = message.embeds;
    expect(embed?.title).toContain("Header, Footer, Navigation bar");
    for (const words of [
      "Header › Text",
      "Header › Color",
      "Footer › Text",
      "Navigation bar › Remove “Visit”",
    ])
      expect(embed?.description).toContain(words);
    expect(parsePatch(diffOf(message)).map(({ newFileName }) => newFileName)).toEqual(
      [HEADER, FOOTER, NAVBAR].map((path) => `b/${path}`),
    );
    expect((await confirm(message)).content).toContain("Published");
    expect(await system.site.changedOn(branchOf(id))).toEqual(FILES);
    const log = await system.site.git("log", "--format=%B%x00", `main..${branchOf(id)}`);
    expect(log.split("\0").filter((commit) => commit.trim())).toHaveLength(1);
    expect(log).toContain(`Changes in ${[HEADER, FOOTER, NAVBAR].join(", ")}:`);
    expect(log).toContain("- Footer › Text: ");
  });

  test("in plain words keeps its parts beside the first one", async () => {
    const { id, message } = await system.preview(ANN, {
      description: "make the header red and the footer blue",
    });
    expect(await system.table.item(id)).toMatchObject({
      shape: 3,
      section: "header",
      updates: { color: "red" },
      parts: [{ section: "footer", updates: { color: "blue" } }],
      base: { file: HEADER, files: [{ file: FOOTER, version: expect.any(String) }] },
    });
    await confirm(message);
    expect(await system.site.changedOn(branchOf(id))).toEqual([FOOTER, HEADER]);
  });

  test("takes 4 writes, one to count it, and one read a step of work", async () => {
    await system.preview(ANN, { command: "section:header color:pink" });
    system.table.requests.length = 0;
    await confirm((await ask("Budget")).message);
    expect(system.table.requests).toEqual(CONVERSATION_REQUESTS);
  });

  test("of which two are in one file is one edit of that file", async () => {
    const definition = await fileOn("main", "ux-agent.json");
    await system.site.change("ux-agent.json", (content) =>
      content.replace('"sections": [', `"sections": [\n${secondOfHeader},`),
    );
    await system.warmUp();
    system.use(system.newContainer());
    const { id, message } = await system.preview(ANN, {
      command: 'section:header text:"Together" section:masthead tone:gold',
    });
    await confirm(message);
    expect(await system.site.changedOn(branchOf(id))).toEqual([HEADER]);
    const header = await fileOn(branchOf(id), HEADER);
    expect(header).toContain("Together");
    expect(header).toContain("gold");
    await system.site.change("ux-agent.json", () => definition);
    await system.warmUp();
    system.use(system.newContainer());
  });

  test("asks what is open in any of them, and shows what is understood", async () => {
    await system.slash(ANN, { command: 'section:footer text:"Sale" section:header links:"Sale"' });
    await system.deliver();
    expect(system.message.content).toContain("text: Sale");
    const modal = await system.press(ANN, system.message, "Answer");
    const [label = ""] = labelsOf(modal);
    expect(label).toContain("Header: Target of");
    await system.submit(ANN, modal, system.message, { [label]: "/sale" });
    await system.deliver();
    expect(diffOf(system.message)).toContain("/sale");
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("that does not fit into the message is whole in the attached files, to the byte", async () => {
    const { id, message } = await system.preview(ANN, {
      command: `section:header text:"${long("one")}" section:footer text:"${long("two")}"`,
    });
    const read = (name: string) => attachedTo(message, name, system.discord.standIn).toString();
    expect(read("changes.txt")).toContain("Footer › Text");
    await confirm(message);
    const patches = parsePatch(read("change.diff"));
    expect(patches).toHaveLength(2);
    for (const [at, path] of [HEADER, FOOTER].entries())
      expect(applyPatch(await fileOn("main", path), patches[at] ?? "")).toBe(
        await fileOn(branchOf(id), path),
      );
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("is listed with all its parts by an operator and by /ux-status, before and after its preview", async () => {
    const api = new AdminApi(() => system.app);
    const asked = await system.slash(ANN, {
      command: "section:header color:teal section:footer color:teal",
    });
    expect((await api.show(asked.id)).body).toMatchObject({
      sections: ["header", "footer"],
      changes: [
        { section: "header", property: "color", after: "teal" },
        { section: "footer", property: "color", after: "teal" },
      ],
    });
    await system.deliver();
    expect((await api.show(asked.id)).body).toMatchObject({
      sections: ["Header", "Footer"],
      files: [HEADER, FOOTER],
      changes: [{ section: "Header" }, { section: "Footer" }],
    });
    const status = await system.slash(ANN, {}, "ux-status");
    expect(JSON.stringify(status.reply)).toContain("**Header, Footer**");
  });
});

const secondOfHeader = `{
  "id": "masthead",
  "file": "${HEADER}",
  "properties": [{ "id": "tone", "kind": "style", "selector": "header", "style": "color" }]
}`;

describe("when one of the files has changed since the preview", () => {
  test("in other lines, all are published with it", async () => {
    const { id, message } = await ask("Elsewhere");
    await system.site.change(FOOTER ?? "", (content) => `// somebody else\n${content}`);
    await confirm(message);
    expect(await system.site.changedOn(branchOf(id))).toEqual(FILES);
    expect(await fileOn(branchOf(id), FOOTER)).toMatch(/^\/\/ somebody else\n/);
  });

  test("in the lines that change, nothing is published and all is shown again", async () => {
    const { id, message } = await ask("Once more");
    await system.site.change(FOOTER ?? "", (content) =>
      content.replace(/(className="footer-text"[^>]*>)[^<]*/, "$1Another text"),
    );
    const again = await confirm(message);
    expect(again.content).toContain("The page has changed since you confirmed");
    expect(diffOf(again)).toContain("Another text");
    expect(await system.site.git("branch", "--list", branchOf(id))).toBe("");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 2 });
    await confirm(again);
    expect(await system.site.changedOn(branchOf(id))).toEqual(FILES);
  });
});

test("an edit down to one section leaves no part of the first request", async () => {
  const { id, message } = await ask("Too much");
  const modal = await system.press(ANN, message, "Edit");
  await system.submit(ANN, modal, message, { Command: "section:footer color:navy" });
  await system.deliver();
  const item = await system.table.item(id);
  expect(item).toMatchObject({ section: "footer", updates: { color: "navy" }, base: { file: FOOTER } });
  expect(item).not.toHaveProperty("parts");
  await confirm(system.message);
  expect(await system.site.changedOn(branchOf(id, "footer"))).toEqual([FOOTER]);
});
