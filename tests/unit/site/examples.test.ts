import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveSection } from "#src/site/prove-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

/** The guide, from which people copy. */
const GUIDE = readFileSync(new URL("../../../docs/ux-agent-json.md", import.meta.url), "utf8");
const FOLDERS: Record<string, string> = {
  Next: "next",
  Astro: "astro",
  Hugo: "hugo",
  "Plain HTML": "html",
  Docusaurus: "docusaurus",
  Vue: "vue",
};

const examples = [...GUIDE.matchAll(/^### (.+)\n\n```json\n([^]*?)\n```$/gm)].map(
  ([, name = "", json = ""]) => ({
    name,
    json,
  }),
);

it("the guide has an example of each framework", () => {
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(FOLDERS));
});

describe.each(examples)("the example of $name", ({ name, json }) => {
  it("describes its files, and every property can be changed", async () => {
    const outcome = readSiteDefinition(new TextEncoder().encode(json));
    expect(outcome).toMatchObject({ ok: true });
    for (const section of outcome.ok ? outcome.definition.sections : []) {
      const file = new URL(`../../examples/${FOLDERS[name]}/${section.file}`, import.meta.url);
      for (const { property, problem, tried } of await proveSection(section, readFileSync(file)))
        expect({ id: property.id, problem, tried }).toEqual({ id: property.id, problem: null, tried: true });
    }
  });
});
