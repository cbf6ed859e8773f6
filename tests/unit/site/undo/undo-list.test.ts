import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Item, ListEdit } from "#src/site/catalogue.ts";
import { listSteps } from "#src/site/undo/list-steps.ts";
import { undoList } from "#src/site/undo/undo-list.ts";
import type { ListSlot } from "#src/site/slot.ts";
import { runs } from "#tests/support/runs.ts";

const slot = (current: Item[]): ListSlot => ({
  holds: "list",
  naming: "label",
  current,
  elsewhere: [],
  shown: (item) => item,
  put: () => ({ ok: true, splices: [] }),
});

/** The list after edits; null when one of them cannot be made. */
const after = (items: Item[], edits: ListEdit[]): Item[] | null => {
  const steps = listSteps(slot(items), "Links", edits);
  return steps && (steps.at(-1)?.after ?? items);
};

/** Some names are there twice. */
const name = fc.constantFrom("Home", "Beans", "Visit", "Shop", "Jobs");
const item = fc.record(
  { label: name, href: fc.constantFrom("/", "/a", "/b", "/c") },
  { noNullPrototype: true },
);
const place = fc.constantFrom("#1", "#2", "#3", "#last");
const spot = fc.oneof(
  fc.constantFrom("first" as const, "last" as const),
  place.map((before) => ({ before })),
);
const edit: fc.Arbitrary<ListEdit> = fc.oneof(
  fc.record({ add: item, to: spot }),
  fc.record({ change: place, set: item }),
  fc.record({ remove: place }),
  fc.record({ move: place, to: spot }),
);
const list = fc.uniqueArray(item, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) });

/** An edit adds no item that is there already. */
const hasTwins = (items: Item[]): boolean =>
  new Set(items.map((one) => JSON.stringify(one))).size < items.length;

test("whatever was done to a list is taken back step by step", () => {
  let undone = 0;
  fc.assert(
    fc.property(list, fc.array(edit, { minLength: 1, maxLength: 5 }), (before, edits) => {
      const steps = listSteps(slot(before), "Links", edits);
      const now = steps?.at(-1)?.after;
      if (!steps || !now || steps.some((step) => hasTwins(step.after))) return;
      const back = undoList(slot(now), steps);
      expect(back.left).toEqual([]);
      expect(after(now, back.edits)).toEqual(before);
      undone += 1;
    }),
    { numRuns: runs(3000) },
  );
  expect(undone).toBeGreaterThan(runs(3000) / 3);
});

test("what others have added to the list since stays, and what was done to it is taken back", () => {
  fc.assert(
    fc.property(list, edit, fc.nat({ max: 6 }), (before, one, at) => {
      const steps = listSteps(slot(before), "Links", [one]);
      const published = steps?.at(-1)?.after;
      if (!steps || !published) return;
      const other = { label: "Of others", href: "/others" };
      const now = published.toSpliced(Math.min(at, published.length), 0, other);
      const back = undoList(slot(now), steps);
      const result = after(now, back.edits);
      expect(result).toContainEqual(other);
      if (back.left.length === 0)
        expect(result?.filter(({ label }) => label !== other.label).toSorted(byText)).toEqual(
          before.toSorted(byText),
        );
    }),
    { numRuns: runs(3000) },
  );
});

const byText = (one: Item, two: Item): number => JSON.stringify(one).localeCompare(JSON.stringify(two));

test.each<[string, Item, string[]]>([
  ["has changed since", { label: "Shop", href: "/other" }, ["Shop"]],
  ["is called otherwise since", { label: "Store", href: "/shop" }, ["Shop"]],
])("an added item that %s stays", (_, now, left) => {
  const home = { label: "Home", href: "/" };
  const steps = listSteps(slot([home]), "Links", [{ label: "Shop", href: "/shop" }]);
  expect(undoList(slot([home, now]), steps ?? [])).toEqual({ edits: [], left });
});
