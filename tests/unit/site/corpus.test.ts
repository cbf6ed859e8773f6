import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Updates } from "#src/site/catalogue.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { editSection } from "#src/site/edit-section.ts";
import { definitionOf } from "./page-definition.ts";

/** Each folder holds a file as sites have them, what is asked of it, and the diff that has to come of it. */
const CORPUS = fileURLToPath(new URL("../../corpus/", import.meta.url));

interface Case {
  about: string;
  file: string;
  properties: object[];
  updates: Updates;
  /** The code of the refusal, where the edit must not be made. */
  refused?: string;
}

function read(name: string, file: string): Buffer {
  return readFileSync(`${CORPUS}${name}/${file}`);
}

function edit({ file, properties, updates }: Case, content: Uint8Array) {
  return editSection(definitionOf(file, properties), content, { section: "page", updates });
}

function reversed(updates: Updates): Updates {
  return Object.fromEntries(Object.entries(updates).toReversed());
}

const names = readdirSync(CORPUS).filter((name) => !name.startsWith("."));
const cases = names.map((name) => {
  const described: Case = JSON.parse(read(name, "case.json").toString());
  return { name, described };
});

describe.each(cases.filter(({ described }) => described.refused === undefined))(
  "$name",
  ({ name, described }) => {
    const before = read(name, described.file);

    it(`has the expected diff: ${described.about}`, async () => {
      const outcome = await edit(described, before);
      expect(outcome).toMatchObject({ ok: true });
      const after = outcome.ok ? outcome.content : before;
      expect(unifiedDiff(described.file, before, after)).toBe(read(name, "expected.diff").toString());
    });

    it("is the same when it is applied twice, and in another order", async () => {
      const once = await edit(described, before);
      const content = once.ok ? once.content : before;
      // What was removed from a list is not there to be removed again.
      const again = JSON.stringify(described.updates).includes('"remove"')
        ? { ok: false, code: "no-item" }
        : { ok: true, content, changes: [] };
      expect(await edit(described, content)).toMatchObject(again);
      expect(await edit({ ...described, updates: reversed(described.updates) }, before)).toEqual(once);
    });
  },
);

describe.each(cases.filter(({ described }) => described.refused !== undefined))(
  "$name",
  ({ name, described }) => {
    it(`is refused: ${described.about}`, async () => {
      expect(await edit(described, read(name, described.file))).toMatchObject({
        ok: false,
        code: described.refused,
      });
    });
  },
);

it("has at least 55 files that are edited", () => {
  expect(cases.filter(({ described }) => described.refused === undefined).length).toBeGreaterThanOrEqual(55);
});
