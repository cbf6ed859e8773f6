import { describe, expect, it } from "vitest";
import { english } from "#src/words/english.ts";
import { everyLanguage } from "#src/words/every-language.ts";
import { localeOf } from "#src/words/locale.ts";
import { sentence } from "#src/words/sentence.ts";
import { speech } from "#src/words/speech.ts";
import { inWords } from "#src/words/words.ts";

describe("a locale of Discord's", () => {
  it.each([
    ["de", "de"],
    ["es-ES", "es"],
    ["es-419", "es"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["constructor", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("%s is answered in %s", (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe("a sentence", () => {
  const reached = sentence("limit.person_open", { most: 1 });
  const stored = inWords(sentence("failed.limit", { limit: reached }));

  it("is said in the language of the person, with the sentences in it and its plurals", async () => {
    const german = await speech("de");
    expect(german.words(stored)).toBe(
      "Du hast auf diesem Server 1 offene Anfrage, mehr gehen nicht gleichzeitig. `/ux-status` zeigt sie: Bestätige eine davon oder brich sie ab. Drücke danach „Noch einmal versuchen“.",
    );
    expect(german("approval.missing", { missing: 2 })).toContain("Es fehlen noch 2 Freigaben");
    expect(german("approval.missing", { missing: 1 })).toContain("Es fehlt noch 1 Freigabe");
  });

  it("that was made before is said in the language of the person, and words from outside stay as they are", async () => {
    const german = await speech("de");
    expect(german.told(sentence("change.remove", { list: "Links", item: "Visit" }))).toBe(
      german("change.remove", { list: "Links", item: "Visit" }),
    );
    expect(german.told("Visit")).toBe("Visit");
  });

  it("counts one more value as one in every language", () => {
    const said = Object.values(everyLanguage).map((say) =>
      [1, 2].map((more) => say("ask.moved-more", { more })),
    );
    expect(said).toEqual([
      ["So has 1 more value.", "So have 2 more values."],
      ["Das gilt auch für 1 weiteren Wert.", "Das gilt auch für 2 weitere Werte."],
      ["Lo mismo pasa con 1 valor más.", "Lo mismo pasa con 2 valores más."],
    ]);
  });

  it("is stored with the same in English, for operators and for an earlier release", () => {
    expect(JSON.parse(JSON.stringify(stored))).toEqual({
      message:
        "You have 1 open request in this server, which is the most at a time. `/ux-status` lists them: confirm or cancel one of them. Then press “Try again”.",
      said: {
        key: "failed.limit",
        params: { limit: { key: "limit.person_open", params: { most: 1 } } },
      },
    });
  });

  it("that only a later release knows is shown in English, and so is one with such a sentence in it", async () => {
    const spanish = await speech("es-419");
    const later = { key: "limit.moon", params: { most: 1 } };
    expect(spanish.words({ message: "Too many moons.", said: later })).toBe("Too many moons.");
    const around = { key: "failed.limit", params: { limit: later } };
    expect(spanish.words({ message: "Too many moons.", said: around })).toBe("Too many moons.");
    expect(spanish.words({ message: "Too many.", said: { key: "toString" } })).toBe("Too many.");
  });

  it("that an earlier release stored in words alone is shown as it is", async () => {
    expect((await speech("de")).words({ message: "It was late." })).toBe("It was late.");
  });

  it("repeats words of people as they are, also where they look like a sentence of ours", () => {
    const who = "refused.not-found {who} ${who}";
    expect(english("block.not-blocked", { who })).toBe(`${who} is not blocked in this server.`);
  });
});
