import { expect, test } from "vitest";
import { parseSource } from "#src/site/parse-source.ts";
import { refuse } from "#src/site/refusal.ts";
import { speech } from "#src/words/speech.ts";

test("a refusal of a file is English for operators, and can be said in the language of a person", async () => {
  const refusal = await parseSource("src/app.min.js", "");
  if (refusal.ok) throw new Error("A minified file was taken");
  expect(refusal.message).toBe("src/app.min.js is minified: the file it is made from has to be edited.");
  expect((await speech("de")).words(refusal)).toBe(
    "src/app.min.js ist minifiziert: Bearbeitet werden muss die Datei, aus der sie gemacht wird.",
  );
});

test("a refusal that has only English is shown in it", async () => {
  const refusal = refuse("no-match", "The list has no fields in ux-agent.json.");
  expect(refusal).toEqual({
    ok: false,
    code: "no-match",
    message: "The list has no fields in ux-agent.json.",
  });
  expect((await speech("es")).words(refusal)).toBe(refusal.message);
});
