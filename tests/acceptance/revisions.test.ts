import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe("a question", () => {
  test("is asked at once, answered in a modal, and leads to a preview of the same conversation", async () => {
    const { id, reply } = await system.slash(ANN, { description: "make the header darker" });
    expect(reply.type, "a message that everyone sees").toBe(4);
    const question = system.message;
    expect(buttonsOf(question)).toEqual(["Answer", "Cancel"]);
    expect(await system.table.item(id)).toMatchObject({ status: "clarifying", needs_clarification: true });

    system.passMinutes(30);
    const modal = await system.press(ANN, question, "Answer");
    expect(modal.reply.type).toBe(9);
    const [label = ""] = labelsOf(modal);
    const answered = await system.submit(ANN, modal, question, { [label]: "navy" });
    expect(answered.words).toContain("Preparing");
    expect((await system.table.item(id))?.["ttl"], "an answer renews the hour").toBe(
      Math.floor(system.time / 1000) + 3600,
    );
    await system.deliver();

    expect(system.message.id).toBe(question.id);
    expect(diffOf(system.message)).toContain("navy");
    expect(await system.table.item(id)).toMatchObject({
      status: "previewed",
      revision: 2,
      needs_clarification: false,
    });
  });

  test("that is answered badly is asked again", async () => {
    await system.slash(ANN, { description: "make the header darker" });
    const modal = await system.press(ANN, system.message, "Answer");
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, system.message, { [label]: "a bit darker" });
    await system.deliver();
    expect(buttonsOf(system.message)).toEqual(["Answer", "Cancel"]);
    expect(system.message.content).toContain("a bit darker");
  });

  test("repeats words without making links or mentions of them", async () => {
    await system.slash(ANN, { description: "change the header color to [red](https://a.example) <@1>" });
    expect(system.message.content).toContain("a.example");
    expect(system.message.content).not.toMatch(/\]\(|<@/);
    const modal = await system.press(ANN, system.message, "Answer");
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, system.message, { [label]: "[blue](https://a.example)" });
    await system.deliver();
    expect(system.message.content).toContain("blue");
    expect(system.message.content).not.toContain("](");
  });

  test("with a fixed set of answers is a select", async () => {
    await system.slash(ANN, { description: "change the color to red" });
    const modal = await system.press(ANN, system.message, "Answer");
    expect(JSON.stringify(modal.reply)).toContain('"type":3');
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, system.message, { [label]: "footer" });
    await system.deliver();
    expect(system.message.embeds[0]?.title).toContain("Footer.jsx");
  });

  test("cannot be answered by somebody else", async () => {
    const { id } = await system.slash(ANN, { description: "make the header darker" });
    const question = system.message;
    const modal = await system.press(ANN, question, "Answer");
    const [label = ""] = labelsOf(modal);
    expect((await system.press(BOB, question, "Answer")).words).toContain("only the person who asked");
    expect((await system.submit(BOB, modal, question, { [label]: "red" })).words).toContain(
      "only the person who asked",
    );
    expect(await system.table.item(id)).toMatchObject({ status: "clarifying", revision: 1 });
  });

  test("that was answered already is not answered again by an old message", async () => {
    await system.slash(ANN, { description: "make the header darker" });
    const question = system.message;
    const modal = await system.press(ANN, question, "Answer");
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, question, { [label]: "red" });
    expect((await system.submit(ANN, modal, question, { [label]: "blue" })).words).toContain(
      "replaced by a newer",
    );
    await system.deliver();
    expect((await system.press(ANN, question, "Answer")).words).toContain("replaced by a newer");
    expect(diffOf(system.message)).toContain("red");
  });
});

describe("edit", () => {
  const command = 'section:header text:"First"';

  test("shows the request as given, and the new words make a new preview with new buttons", async () => {
    const { id, message } = await system.preview(ANN, { command, description: "For the spring" });
    const modal = await system.press(ANN, message, "Edit");
    expect(JSON.stringify(modal.reply)).toContain(JSON.stringify(command));
    expect(labelsOf(modal)).toEqual(["Text", "Command", "In your own words"]);
    await system.submit(ANN, modal, message, { Command: 'section:header text:"Second"' });
    await system.deliver();
    expect(diffOf(system.message)).toContain("Second");
    expect(diffOf(system.message)).not.toContain("First");
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    expect(await system.site.git("show", `ux-update/header-${id}`)).toContain("Second");
  });

  test("that does not parse says why and leaves the conversation as it was", async () => {
    const { id, message } = await system.preview(ANN, { command });
    const before = await system.table.item(id);
    const modal = await system.press(ANN, message, "Edit");
    const answer = await system.submit(ANN, modal, message, { Command: "section:nowhere text:x" });
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("nowhere");
    expect(await system.table.item(id)).toEqual(before);
    expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
  });

  test.each(["make it pop, you know", "the header and the footer", "blorp the frobnicator"])(
    "in words that are not understood says why and keeps the preview: %s",
    async (words) => {
      const { id, message } = await system.preview(ANN, { description: 'make the header say "First"' });
      const before = await system.table.item(id);
      const modal = await system.press(ANN, message, "Edit");
      const answer = await system.submit(ANN, modal, message, { "In your own words": words });
      expect(answer.ephemeral).toBe(true);
      expect(answer.words).toContain("your request stays as it was");
      expect(answer.words).toMatch(/\?/);
      expect(await system.table.item(id)).toEqual(before);
      expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
    },
  );

  test("in words that leave one thing open asks for that", async () => {
    const { id, message } = await system.preview(ANN, { description: 'make the header say "First"' });
    const modal = await system.press(ANN, message, "Edit");
    await system.submit(ANN, modal, message, { "In your own words": "make the header darker" });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ status: "clarifying", revision: 2 });
  });

  test("is refused to somebody else", async () => {
    const { message } = await system.preview(ANN, { command });
    const modal = await system.press(ANN, message, "Edit");
    expect((await system.press(BOB, message, "Edit")).words).toContain("only the person who asked");
    const answer = await system.submit(BOB, modal, message, { Command: 'section:header text:"Bob"' });
    expect(answer.words).toContain("only the person who asked");
  });

  test("mends a request that could not be drafted", async () => {
    const title = /header-title[^>]*>\s*([^<]+?)\s*</.exec(
      await system.site.git("show", "main:src/components/Header.jsx"),
    );
    const { message } = await system.preview(ANN, { command: `section:header text:"${title?.[1] ?? ""}"` });
    expect(message.content).toContain("nothing to change");
    expect(buttonsOf(message)).toEqual(["Try again", "Edit", "Cancel"]);
    const modal = await system.press(ANN, message, "Edit");
    await system.submit(ANN, modal, message, { Command: command });
    await system.deliver();
    expect(diffOf(system.message)).toContain("First");
  });
});

describe("when the file has changed between preview and Confirm", () => {
  const footer = "src/components/Footer.jsx";

  test("in other lines, what was shown is published", async () => {
    const { id, message } = await system.preview(ANN, { command: 'section:footer text:"Shown"' });
    await system.site.change(footer, (content) => `// a comment of somebody else\n${content}`);
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    expect(system.message.content).toContain("Published");
    const published = await system.site.git("show", `ux-update/footer-${id}:${footer}`);
    expect(published).toContain("// a comment of somebody else");
    expect(published).toContain("Shown");
  });

  test("in the edited line, it is shown again and only then published", async () => {
    const { id, message } = await system.preview(ANN, { command: 'section:footer text:"Mine"' });
    await system.site.change(footer, (content) => content.replace(/(footer-text[^>]*>)/, "$1Theirs, "));
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    expect(system.message.content).toContain("has changed since");
    expect(await system.site.git("branch", "--list", `ux-update/footer-${id}`)).toBe("");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 2, confirmed: false });
    expect((await system.press(ANN, message, "Confirm")).words).toContain("replaced by a newer");
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    expect(await system.site.git("show", `ux-update/footer-${id}`)).toContain("Mine");
  });

  test("so that the page is gone, it fails in words, and trying again publishes once the page is back", async () => {
    const { id, message } = await system.preview(ANN, { command: 'section:navbar brand:"New"' });
    await system.site.git("rm", "--quiet", "src/components/NavBar.jsx");
    await system.site.git("commit", "--quiet", "--message=No more");
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    expect(system.message.content).toMatch(/^❌ .*NavBar\.jsx/);
    expect(await system.table.item(id)).toMatchObject({ status: "failed" });
    expect(buttonsOf(system.message)).toEqual(["Try again"]);
    expect((await system.press(BOB, system.message, "Try again")).words).toContain(
      "only the person who asked",
    );
    await system.site.git("revert", "--no-edit", "HEAD");
    await system.press(ANN, system.message, "Try again");
    await system.deliver();
    expect(system.message.content).toContain(`ux-update/navbar-${id}`);
  });
});
