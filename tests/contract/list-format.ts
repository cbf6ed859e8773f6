import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item, ListEdit, Spot } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import { readSection } from "#src/site/read-section.ts";
import { definitionOf } from "#tests/unit/site/page-definition.ts";
import { runs } from "#tests/support/runs.ts";
import { hostileText } from "#tests/unit/site/hostile-values.ts";

/** One way to write a list: the same three items everywhere, and another program that reads them. */
export interface ListFormat {
  name: string;
  file: string;
  /** What stands before the list, the list, and what stands behind it. */
  source: [before: string, list: string, behind: string];
  property: object;
  /** The items as another program than ours reads them. */
  read: (text: string) => Item[];
}

const ITEMS: Item[] = [
  { label: "Home", href: "/" },
  { label: "About", href: "/about" },
  { label: "Contact", href: "/contact" },
];

/** What can be done to a list, in a random order, with names that are in it or were. */
const NAMES = ["Home", "About", "Contact", "News", "A & B", "«Ünï»", "It's “so”", "C: #1, [x]"];
const name = fc.constantFrom(...NAMES);
const href = fc.constantFrom("/", "/about", "/contact", "/news?a=1&b=2", "https://example.com/ä");
const spot: fc.Arbitrary<Spot> = fc.oneof(
  fc.constantFrom<Spot>("first", "last"),
  name.map((before) => ({ before })),
  name.map((after) => ({ after })),
);
const listEdit: fc.Arbitrary<ListEdit> = fc.oneof(
  fc.record({ add: fc.record({ label: name, href }), to: spot }),
  fc.record({ label: name, href }),
  fc.record({ change: name, set: fc.record({ label: name }) }),
  fc.record({ change: name, set: fc.record({ href }) }),
  fc.record({ remove: name }),
  fc.record({ move: name, to: spot }),
);

/** The list after an edit, by a model that knows nothing of files; null where it has to be refused. */
function modelled(items: Item[], edit: ListEdit): Item[] | null {
  const find = (called: string): number | null => {
    const found = items.flatMap(({ label }, at) => (label === called ? [at] : []));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const placeOf = (to: Spot): number | null => {
    if (to === "first") return 0;
    if (to === "last") return items.length;
    if ("before" in to) return find(to.before);
    const at = find(to.after);
    return at === null ? null : at + 1;
  };
  if ("remove" in edit) {
    const at = find(edit.remove);
    return at === null || items.length === 1 ? null : items.toSpliced(at, 1);
  }
  if ("change" in edit) {
    const at = find(edit.change);
    const matches = items.filter(({ label }) => label === edit.change).length;
    const done = items.some((item) => item["label"] === edit.set["label"]);
    if (at === null) return matches === 0 && done ? items : null;
    return items.with(at, { ...items[at], ...edit.set });
  }
  if ("move" in edit) {
    const at = find(edit.move);
    const to = placeOf(edit.to);
    if (at === null || to === null) return null;
    return items.toSpliced(at, 1).toSpliced(to > at ? to - 1 : to, 0, ...items.slice(at, at + 1));
  }
  const [added, to] = "add" in edit ? [edit.add, edit.to ?? "last"] : [{ ...edit }, "last" as const];
  if (items.some((item) => item["label"] === added["label"] && item["href"] === added["href"])) return items;
  const at = placeOf(to);
  return at === null ? null : items.toSpliced(at, 0, added);
}

/** What every way to write a list has to do with the same list. */
export function describeListFormat({ name: title, file, source, property, read }: ListFormat): void {
  const definition = definitionOf(file, [{ id: "links", ...property }]);
  const [before, list, behind] = source;
  const text = before + list + behind;
  const edit = async (from: string, ...edits: ListEdit[]) => {
    const outcome = await editSection(definition, new TextEncoder().encode(from), {
      section: "page",
      updates: { links: edits },
    });
    return outcome.ok ? new TextDecoder().decode(outcome.content) : `refused: ${outcome.message}`;
  };

  describe(title, () => {
    it("is read by another program, and by us, as the items it writes", async () => {
      expect(read(text)).toEqual(ITEMS);
      const [section] = definition.sections;
      const [reading] = section ? await readSection(section, new TextEncoder().encode(text)) : [];
      expect(reading?.now).toEqual({ ok: true, value: ITEMS });
    });

    it.each<[string, ListEdit, string[]]>([
      ["removes the first", { remove: "Home" }, ["About", "Contact"]],
      ["removes one in the middle", { remove: "about" }, ["Home", "Contact"]],
      ["removes the last", { remove: "/contact" }, ["Home", "About"]],
      ["renames one", { change: "About", set: { label: "Company" } }, ["Home", "Company", "Contact"]],
      ["moves one to the end", { move: "Home", to: "last" }, ["About", "Contact", "Home"]],
      ["moves one to the beginning", { move: "Contact", to: "first" }, ["Contact", "Home", "About"]],
      [
        "moves one before another",
        { move: "Contact", to: { before: "About" } },
        ["Home", "Contact", "About"],
      ],
      ["moves one after another", { move: "Home", to: { after: "About" } }, ["About", "Home", "Contact"]],
      ["adds one at the end", { label: "News", href: "/news" }, ["Home", "About", "Contact", "News"]],
      [
        "adds one at the beginning",
        { add: { label: "News", href: "/news" }, to: "first" },
        ["News", "Home", "About", "Contact"],
      ],
      [
        "adds one before another",
        { add: { label: "News", href: "/news" }, to: { before: "About" } },
        ["Home", "News", "About", "Contact"],
      ],
    ])("%s, and touches nothing around the list", async (_does, wanted, labels) => {
      const after = await edit(text, wanted);
      expect(after.startsWith(before) && after.endsWith(behind) ? labelsOf(read(after)) : after).toEqual(
        labels,
      );
      expect(linesBesides(after, text)).toEqual([]);
    });

    it("is the list before with exactly that done, whatever is done", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(listEdit, { minLength: 1, maxLength: 4 }), async (edits) => {
          let model = ITEMS;
          let written = text;
          for (const one of edits) {
            const wanted = modelled(model, one);
            const after = await edit(written, one);
            if (wanted === null) expect(after).toMatch(/^refused: /);
            else {
              expect(read(after)).toEqual(wanted);
              expect(after.startsWith(before) && after.endsWith(behind)).toBe(true);
              written = after;
              model = wanted;
            }
          }
          // The same in one request; what is refused is refused as a whole.
          const whole = edits.reduce<Item[] | null>((items, one) => items && modelled(items, one), ITEMS);
          const atOnce = await edit(text, ...edits);
          if (whole === null) expect(atOnce).toMatch(/^refused: /);
          else expect(read(atOnce)).toEqual(whole);
        }),
        { numRuns: runs(60) },
      );
    });

    it("holds any words as they were given, or refuses them", async () => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (words) => {
          for (const wanted of [
            { add: { label: words, href: "/x" } },
            { change: "About", set: { label: words } },
          ]) {
            const after = await edit(text, wanted);
            if (after.startsWith("refused: ")) continue;
            const others = labelsOf(read(after)).filter((label) => !labelsOf(ITEMS).includes(label));
            const given = words.replaceAll(/[\t\n\r\u2028\u2029]+/g, " ").trim();
            expect(others.length === 0 || others.includes(given)).toBe(true);
            expect(after.startsWith(before) && after.endsWith(behind)).toBe(true);
          }
        }),
        { numRuns: runs(60) },
      );
    });

    it("refuses addresses that lead nowhere good, and names the nearest for a name that is not there", async () => {
      for (const bad of ["javascript:alert(1)", "//elsewhere.example", "data:text/html,x"])
        expect(await edit(text, { change: "About", set: { href: bad } })).toMatch(/^refused: /);
      expect(await edit(text, { remove: "Abuot" })).toContain("Did you mean “About”?");
    });

    it("keeps Windows line endings", async () => {
      const windows = text.replaceAll("\n", "\r\n");
      for (const wanted of [
        { remove: "About" },
        { label: "News", href: "/news" },
        { move: "Contact", to: "first" as const },
      ])
        expect(await edit(windows, wanted)).toBe((await edit(text, wanted)).replaceAll("\n", "\r\n"));
    });
  });
}

function labelsOf(items: Item[]): string[] {
  return items.map(({ label }) => label ?? "");
}

/** Lines that are neither in the file before nor made of an item: nothing is written anew, and nothing is left behind. */
function linesBesides(after: string, before: string): string[] {
  const known = new Set(before.split("\n").map((line) => line.replaceAll(/[\s,]+/g, "")));
  return after
    .split("\n")
    .filter((line) => !known.has(line.replaceAll(/[\s,]+/g, "")))
    .filter((line) => !/Home|About|Company|Contact|News|news/.test(line));
}
