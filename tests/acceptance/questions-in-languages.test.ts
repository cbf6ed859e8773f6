import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Say } from "#src/words/say.ts";
import { speech } from "#src/words/speech.ts";
import { labelsOf, optionsOf } from "#tests/support/answer.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { ANN, BOB, KLARA, LUZ, type User } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
let german: Say;
let spanish: Say;
beforeAll(async () => {
  system = await startSystem();
  german = await speech("de");
  spanish = await speech("es");
});
afterAll(() => system.stop());

const shown = () => system.message.content;

const stored = async (id: string) => (await system.table.item(id))?.["clarification_questions"];

/** What is asked about words that leave something open. */
const ask = async (user: User, description: string) => {
  const { id } = await system.slash(user, { description });
  await system.deliver();
  return { id, question: system.message };
};

describe("a question", () => {
  test("is put to a German owner in German, and the answer makes the change", async () => {
    const { question } = await ask(KLARA, "make it red");
    expect(shown()).toContain("Welcher Teil der Website soll geändert werden?");
    expect(buttonsOf(question)).toEqual(["Antworten", "Abbrechen"]);
    const form = await system.press(KLARA, question, "Antworten");
    expect(labelsOf(form)).toEqual(["Welcher Teil der Website?"]);
    await system.submit(KLARA, form, question, { "Welcher Teil der Website?": "footer" });
    await system.deliver();
    expect(shown()).toContain(german("preview.this"));
    expect(system.message.embeds[0]?.description).toContain("red");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("says in the owner's language what was wrong with a value", async () => {
    await ask(LUZ, "make the footer darker");
    expect(shown()).toContain("«darker» no es un color que pueda tener Color: escríbelo como `#FF0080`");
    expect(shown()).toContain("¿Qué tiene que poner exactamente en Color?");
    expect(shown()).toContain("Por ejemplo: `#FF0080`.");
  });

  test("with answers to choose has them in the owner's language", async () => {
    const { question } = await ask(KLARA, "chnage the header to red");
    expect(shown()).toContain("Meintest du „change the header to red“?");
    const form = await system.press(KLARA, question, "Antworten");
    expect(optionsOf(form)).toEqual(["Ja, das meinte ich", "Nein, ich meinte etwas anderes"]);
    await system.press(KLARA, question, "Ja, so war’s gemeint");
    await system.deliver();
    expect(shown()).toContain(german("preview.this"));
  });

  test("of a German owner stays German when someone who speaks English presses a button, who reads English", async () => {
    const { question } = await ask(KLARA, "make it red");
    const before = shown();
    const answer = await system.press(BOB, question, "Antworten");
    expect(answer).toMatchObject({ ephemeral: true, words: expect.stringContaining("This is not yours") });
    expect(shown()).toBe(before);
  });

  test("is stored in English too, for operators and for another release, and in English alone for an English owner", async () => {
    const english = "Which part of the site should be changed?";
    const { id } = await ask(KLARA, "make it red");
    const api = new AdminApi(() => system.app);
    expect((await api.show(id)).body.questions).toMatchObject([{ id: "section", text: english }]);
    expect(await stored(id)).toMatchObject([{ text: english, said: { text: { key: "ask.section" } } }]);
    const { id: other } = await ask(ANN, "make it red");
    expect(shown()).toContain(english);
    expect(await stored(other)).toEqual([
      { id: "section", text: english, label: "Which part of the site?", choices: expect.any(Array) },
    ]);
  });
});

describe("a refusal", () => {
  test("of a value explains it in Spanish to a person who speaks Spanish", async () => {
    const answer = await system.slash(LUZ, { command: "section:header color:nope" });
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain(
      "«nope» no es un color que pueda tener Color: escríbelo como `#FF0080`, `#F08` o `darkblue`.",
    );
    expect(answer.words).toContain("**Secciones:** `header`");
    expect(answer.words).toContain('**Por ejemplo:** `section:header text:"Welcome to our site"');
  });

  test("of a value in the form is German to a German, and the request stays as it was", async () => {
    const { message } = await system.preview(KLARA, { command: 'section:header text:"Hallo"' });
    const form = await system.press(KLARA, message, german("button.edit"));
    const answer = await system.submit(KLARA, form, message, { Text: "<@100000000000000001>" });
    expect(answer.words).toBe(
      "Text enthält `<@100000000000000001>`, und was das bedeutet, zeigt nur Discord: Schreib, was eine Seite zeigen kann. Deine Anfrage bleibt, wie sie war.",
    );
  });

  test("that only the file knows of is in the owner's language, and English for an operator", async () => {
    const { id } = await ask(KLARA, "remove Nowhere from the navbar links");
    expect(shown()).toContain("hat kein „Nowhere“");
    expect(await system.table.item(id)).toMatchObject({
      failure: { code: "no-item", message: expect.stringContaining("has no “Nowhere”") },
    });
  });

  test("that is help is in the person's language", async () => {
    const { words } = await system.slash(KLARA, { description: "help" });
    expect(words).toContain(german("help.how"));
    expect(words).toContain("**Was sich ändern lässt:**\n• `header`");
    expect((await system.slash(LUZ, { description: "help" })).words).toContain(spanish("help.how"));
  });
});
