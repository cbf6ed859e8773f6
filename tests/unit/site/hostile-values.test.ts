import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs, some } from "#tests/support/runs.ts";
import { catalogueProperty } from "#src/site/catalogue-of.ts";
import { editSection } from "#src/site/edit-section.ts";
import { problemWithInvisible } from "#src/site/invisible-characters.ts";
import { refusalForMessage } from "#src/site/dictionary.ts";
import { refusalForFollowed } from "#src/site/refuse-followed.ts";
import { refusalForMarkup } from "#src/site/refuse-markup.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { checkValue, type Checked } from "#src/site/value.ts";
import { COMPONENT_STYLES, COMPONENT_TEXTS } from "./component-places.ts";
import { DATA_PLACES } from "./data-places.ts";
import { forbiddenText, hostileText, longestText } from "./hostile-values.ts";
import { MARKDOWN_PLACES } from "./markdown-places.ts";
import { definitionOf } from "./page-definition.ts";
import { STYLE_PLACES, TEXT_PLACES, type Place } from "./places.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(content);

const definitions = new Map<Place, SiteDefinition>();

/** Read once: values differ, and what is tried with them does not. */
function definitionFor(place: Place): SiteDefinition {
  const { file, property } = place;
  const definition = definitions.get(place) ?? definitionOf(file, [{ id: "x", ...property }]);
  definitions.set(place, definition);
  return definition;
}

const editorOf = (place: Place) => (content: Uint8Array, value: string) =>
  editSection(definitionFor(place), content, { section: "page", updates: { x: value } });

async function tryValue(place: Place, value: string, current: string | null = null) {
  const { before, node, after } = place;
  const definition = definitionFor(place);
  const content = bytes(before + node + after);
  const edit = (file: Uint8Array) => editorOf(place)(file, value);
  return { edit, outcome: await edit(content), checked: checked(place, definition, { current, value }) };
}

/** What a page or a program could follow is refused (followed-values.test.ts, template-languages.test.ts, data-runs.test.ts). */
function checked(
  { cannot }: Place,
  definition: SiteDefinition,
  { current, value }: { current: string | null; value: string },
): Checked<string> {
  const property = definition.sections[0]?.properties[0];
  if (property === undefined) throw new Error("the definition has no property");
  const outcome = checkValue(catalogueProperty(property), value);
  if (!outcome.ok) return outcome;
  const { value: written } = outcome;
  if (cannot?.test(written) === true) return { ok: false, message: "" };
  if (problemWithInvisible("Text", written, [current])) return { ok: false, message: "" };
  const refusal =
    refusalForFollowed(property, current, written) ??
    refusalForMessage("content", property, { current, value: written }) ??
    refusalForMarkup(property, { current, value: written });
  return current === written ? outcome : (refusal ?? outcome);
}

/** What has to hold of every edit that is made. */
async function expectExactly(
  place: Place,
  value: string,
  content: Uint8Array,
  edit: (file: Uint8Array) => Promise<unknown>,
): Promise<void> {
  const edited = text(content);
  expect(await place.read(edited)).toBe(value);
  expect(edited.startsWith(place.before)).toBe(true);
  expect(edited.endsWith(place.after)).toBe(true);
  expect(await edit(content)).toEqual({ ok: true, content, changes: [] });
}

const TEXTS = [...TEXT_PLACES, ...COMPONENT_TEXTS, ...DATA_PLACES, ...MARKDOWN_PLACES];

describe.each(some(TEXTS, 12))("$name", (place) => {
  it("holds any text as it was given and nothing else changes", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (value) => {
        const { edit, outcome, checked } = await tryValue(place, value);
        expect(outcome).toMatchObject(checked.ok ? { ok: true } : { ok: false, code: "invalid-value" });
        if (checked.ok && outcome.ok) await expectExactly(place, checked.value, outcome.content, edit);
      }),
      { numRuns: runs(100) },
    );
  });

  it("holds another text after any text, however that was written", async () => {
    const edit = editorOf(place);
    const content = bytes(place.before + place.node + place.after);
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (first, second) => {
        const once = await edit(content, first);
        const twice = await edit(once.ok ? once.content : content, second);
        const current = once.ok ? String(await place.read(text(once.content))) : null;
        const { checked } = await tryValue(place, second, current);
        if (checked.ok && twice.ok) {
          await expectExactly(place, checked.value, twice.content, (file) => edit(file, second));
        }
        expect(twice.ok).toBe(checked.ok);
      }),
      { numRuns: runs(50) },
    );
  });

  it("holds 4,000 characters", async () => {
    await fc.assert(
      fc.asyncProperty(longestText, async (value) => {
        const { edit, outcome, checked } = await tryValue(place, value);
        expect(outcome).toMatchObject({ ok: checked.ok });
        if (outcome.ok) await expectExactly(place, value, outcome.content, edit);
      }),
      { numRuns: runs(10) },
    );
  });

  it("never holds control characters, halves of characters or text that reorders itself", async () => {
    await fc.assert(
      fc.asyncProperty(forbiddenText, async (value) => {
        expect((await tryValue(place, value)).outcome).toMatchObject({ ok: false, code: "invalid-value" });
      }),
      { numRuns: runs(30) },
    );
  });
});

describe.each(some([...STYLE_PLACES, ...COMPONENT_STYLES], 12))("$name", (place) => {
  it("holds a value as it was given, or refuses it, and nothing else changes", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (value) => {
        const { edit, outcome, checked } = await tryValue(place, value);
        expect(outcome).toMatchObject(outcome.ok ? { ok: true } : { ok: false, code: "invalid-value" });
        if (outcome.ok && checked.ok) await expectExactly(place, checked.value, outcome.content, edit);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    "#FF0080",
    "rebeccapurple",
    "rgb(0 0 0 / 20%)",
    "calc(1rem + (2 * var(--a, 3px)))",
    '"Open Sans", serif',
  ])("takes %s", async (value) => {
    const { edit, outcome } = await tryValue(place, value);
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) await expectExactly(place, value, outcome.content, edit);
  });

  it.each([
    "red; background: blue",
    "red } body { color: blue",
    "red /* comment",
    "*/ red",
    "url(javascript:alert(1))",
    "url('//elsewhere.example/x.png')",
    "image-set('a.png' 1x)",
    "expression(alert(1))",
    "\\65xpression(alert(1))",
    "calc(1px",
    "1px)",
    "'open",
    "red !important",
    "</style><script>alert(1)</script>",
  ])("refuses %s", async (value) => {
    expect((await tryValue(place, value)).outcome).toMatchObject({ ok: false, code: "invalid-value" });
  });
});
