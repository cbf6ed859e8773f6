import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filledIn, labelsOf, prefilledIn } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { diffOf, selectIn } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
beforeEach(() => {
  system.discord.standIn.violations.length = 0;
});
afterAll(() => system.stop());

const COMMAND = 'section:header text:"First" color:"#FF0080"';

const open = async (options: Record<string, string>) => {
  const { id, message } = await system.preview(ANN, options);
  return { id, message, form: await system.press(ANN, message, "Edit") };
};

const idsIn = (form: { reply: unknown }) =>
  [...JSON.stringify(form.reply).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = ""]) => id);

describe("the form of Edit", () => {
  test("has an input with each value that would change, and the words", async () => {
    const { form } = await open({ command: COMMAND });
    expect(prefilledIn(form)).toEqual({ Text: "First", Color: "#FF0080", Command: COMMAND });
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("makes a new revision of a changed value, and keeps the others and the words", async () => {
    const { id, message, form } = await open({
      description: 'make the header red and change its text to "First"',
    });
    await system.submit(ANN, form, message, { Text: "Second" });
    await system.deliver();
    expect(diffOf(system.message)).toContain("Second");
    expect(diffOf(system.message)).not.toContain("First");
    expect(await system.table.item(id)).toMatchObject({
      status: "previewed",
      revision: 2,
      updates: { text: "Second", color: "red" },
      request: { description: 'make the header red and change its text to "First"' },
    });
    const again = await system.press(ANN, system.message, "Edit");
    expect(prefilledIn(again)).toMatchObject({ Text: "Second" });
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    expect(await system.site.git("show", `ux-update/header-${id}`)).toContain("Second");
  });

  test("changes nothing when it is sent as it was, and takes no request", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    const before = await system.table.item(id);
    system.table.requests.length = 0;
    const answer = await system.submit(ANN, form, message, {});
    expect(system.table.requests).toEqual([]);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("You changed nothing");
    expect(await system.table.item(id)).toEqual(before);
    expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
  });

  test("takes one request to open and one to send", async () => {
    const { message } = await system.preview(ANN, { command: COMMAND });
    system.table.requests.length = 0;
    const form = await system.press(ANN, message, "Edit");
    expect(system.table.requests).toEqual(["GetItemCommand"]);
    await system.submit(ANN, form, message, { Text: "Second" });
    expect(system.table.requests).toEqual(["GetItemCommand", "UpdateItemCommand"]);
  });

  test("leaves a value as the site has it when its input is emptied", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    await system.submit(ANN, form, message, { Text: "" });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ updates: { color: "#FF0080" }, revision: 2 });
    expect((await system.table.item(id))?.["updates"]).not.toHaveProperty("text");
  });

  test("keeps the preview when every input is emptied, and says so", async () => {
    const { id, message, form } = await open({ command: 'section:header text:"First"' });
    const answer = await system.submit(ANN, form, message, { Text: " " });
    expect(answer.words).toContain("your request stays as it was");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 1 });
  });

  test.each([
    ["a colour", { Color: "reddish" }, "is not a colour"],
    ["a text", { Text: "<@100000000000000001> hello" }, "which only Discord shows"],
  ])("keeps the preview when %s is none, and says why", async (_, changed, why) => {
    const { id, message, form } = await open({ command: COMMAND });
    const answer = await system.submit(ANN, form, message, changed);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain(why);
    expect(answer.words).toContain("Your request stays as it was");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 1 });
  });

  test("takes a value as data, whatever it says", async () => {
    const value = '"} section:footer text:"x" </h1><script>alert(1)</script> {evil} \\ set:footer.text';
    const { id, message, form } = await open({ command: 'section:header text:"First"' });
    await system.submit(ANN, form, message, { Text: value });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ updates: { text: value }, section: "header" });
    expect(await system.table.item(id)).not.toHaveProperty("parts");
  });

  test("changes words and a value in one go", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    const command = 'section:header text:"Other" color:"navy"';
    await system.submit(ANN, form, message, { Command: command, Text: "By hand" });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      updates: { text: "By hand", color: "navy" },
      request: { command },
    });
  });

  test("leaves lists to the words, and keeps what is done to them", async () => {
    const { id, message, form } = await open({
      command: 'section:navbar text:"Bread & Co" links:"About /about"',
    });
    expect(labelsOf(form)).toEqual(["Text", "Command"]);
    await system.submit(ANN, form, message, { Text: "Bread" });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      updates: { text: "Bread", links: [{ label: "About", href: "/about" }] },
    });
  });

  test("is a select where the site lists the values", async () => {
    await system.site.change("ux-agent.json", (text) => {
      const site = JSON.parse(text);
      Object.assign(site.sections[0].properties[0], { oneOf: ["First", "Second"] });
      return JSON.stringify(site);
    });
    const { id, message } = await system.preview(ANN, { command: 'section:header text:"First"' });
    system.passMinutes(2);
    const form = await system.press(ANN, message, "Edit");
    expect(JSON.stringify(form.reply)).toContain('"default":true');
    expect(prefilledIn(form)).toMatchObject({ Text: "First" });
    await system.submit(ANN, form, message, { Text: "Second" });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ updates: { text: "Second" } });
    expect(system.discord.standIn.violations).toEqual([]);
    await system.site.git("reset", "--hard", "HEAD~1");
    await system.warmUp();
    system.passMinutes(2);
  });

  test("has ids that Discord takes, however long the names of the site are", async () => {
    const { form } = await open({ command: COMMAND });
    for (const id of idsIn(form)) expect(id.length).toBeLessThanOrEqual(100);
    const longest = `set:${"x".repeat(32)}.${"y".repeat(32)}:${"0".repeat(16)}`;
    expect(longest.length).toBeLessThanOrEqual(100);
  });
});

describe("a form that was opened before", () => {
  test("says that the preview was replaced", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    await system.submit(ANN, form, message, { Text: "Second" });
    await system.deliver();
    const late = await system.submit(ANN, form, message, { Text: "Third" });
    expect(late.words).toContain("replaced by a newer");
    expect(await system.table.item(id)).toMatchObject({ updates: { text: "Second" }, revision: 2 });
  });

  test("changes once when Discord delivers it twice", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    const body = system.bodies.submit(ANN, message, filledIn(form, { Text: "Second" }));
    const [first, again] = [await system.send(body), await system.send(body)];
    expect(again.words).toBe(first.words);
    await system.deliver();
    const item = await system.table.item(id);
    expect(item).toMatchObject({ revision: 2 });
    expect(item?.["request"]).toMatchObject({ answers: [{ question: "set:header.text", answer: "Second" }] });
  });

  test("is refused to another person, and when the hour is over", async () => {
    const { id, message, form } = await open({ command: COMMAND });
    expect((await system.submit(BOB, form, message, { Text: "Bob" })).words).toContain(
      "only the person who asked",
    );
    system.passMinutes(61);
    const late = await system.submit(ANN, form, message, { Text: "Late" });
    expect(late.words).toContain("Expired");
    expect(await system.table.item(id)).toMatchObject({ revision: 1 });
  });
});

describe("more values than a form has room for", () => {
  const many = [
    'section:header text:"A" color:"#111111"',
    'section:footer text:"B" color:"#222222"',
    'section:home hero-text:"C"',
  ].join(" ");

  const choose = async () => {
    const { id, message, form: asked } = await open({ command: many });
    return { id, message, asked, own: system.ownMessage };
  };

  test("are chosen in a select first, for the person alone", async () => {
    const { asked } = await choose();
    expect(asked.ephemeral).toBe(true);
    expect(asked.words).toContain("5 values");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("are edited as chosen; the others and the message's place stay", async () => {
    const { id, message, own } = await choose();
    system.table.requests.length = 0;
    const form = await system.send(
      system.bodies.select(ANN, own, selectIn(own), ["header.text", "home.hero-text"]),
    );
    expect(system.table.requests).toEqual(["GetItemCommand"]);
    expect(prefilledIn(form)).toMatchObject({ "Header › Text": "A", "Home page › Hero text": "C" });
    expect(labelsOf(form)).toHaveLength(3);
    const answer = await system.submit(ANN, form, own, { "Header › Text": "Changed" });
    expect(answer.words).toContain("Your change is taken");
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      message_id: message.id,
      updates: { text: "Changed", color: "#111111" },
      revision: 2,
    });
    expect(diffOf(system.message)).toContain("Changed");
    expect(system.message.id).toBe(message.id);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("are not shown to others, nor after they were replaced", async () => {
    const { own, message } = await choose();
    const select = selectIn(own);
    const bob = await system.send(system.bodies.select(BOB, own, select, ["header.text"]));
    expect(bob.words).toContain("only the person who asked");
    const form = await system.send(system.bodies.select(ANN, own, select, ["words"]));
    expect(labelsOf(form)).toEqual(["Command"]);
    await system.submit(ANN, form, own, { Command: 'section:header text:"Only this"' });
    await system.deliver();
    const late = await system.send(system.bodies.select(ANN, own, select, ["header.text"]));
    expect(late.words).toContain("replaced by a newer");
    expect(diffOf(system.message)).toContain("Only this");
    expect(system.message.id).toBe(message.id);
  });
});
