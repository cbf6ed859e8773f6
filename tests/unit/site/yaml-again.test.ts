import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import type { DataNode } from "#src/site/data/data-node.ts";
import { applySplices, type Splice } from "#src/site/splice.ts";
import { readYamlFile } from "#src/site/yaml/read-yaml-file.ts";
import { runs } from "#tests/support/runs.ts";
import { hostileText } from "./hostile-values.ts";

interface Value {
  pointer: string;
  node: DataNode & { kind: "scalar" };
}

/** Every value of a file by the way to it. */
function valuesIn(node: DataNode, pointer = ""): Value[] {
  if (node.kind === "scalar") return [{ pointer, node }];
  if (node.kind === "list") return node.items.flatMap((item, at) => valuesIn(item, `${pointer}/${at}`));
  if (node.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => valuesIn(value, `${pointer}/${key}`));
}

function read(
  file: { data?: () => { root: DataNode } } | null | undefined,
): Record<string, string | null> | null {
  const root = file?.data?.().root;
  return root === undefined
    ? null
    : Object.fromEntries(valuesIn(root).map(({ pointer, node }) => [pointer, node.value]));
}

/** What a part that is read again says, and what the whole file says. */
function both(text: string, splice: Splice): { again: unknown; whole: unknown } {
  const again = read(readYamlFile(text).again?.([splice]));
  return { again, whole: again === null ? null : read(readYamlFile(applySplices(text, [splice]) ?? "")) };
}

const words = fc.oneof(
  hostileText,
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("a\nb", "x\n\ny\n", " - a", "a: b", "# a", "", "yes", "12", "*a", "&a b", "| 2", "--- a"),
);
const names = fc.constantFrom("title", "text", "items", "menu", "a b", "url", "- x", "count");
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    words,
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(names, tie("node"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).node;
const layout = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  singleQuote: fc.boolean(),
});

describe("a part of a YAML file that is read again after an edit", () => {
  it("shows what reading the whole file shows, whatever is put where", () => {
    let parts = 0;
    fc.assert(
      fc.property(
        fc.dictionary(names, tree, { minKeys: 1 }),
        layout,
        words,
        fc.nat(),
        (data, style, value, at) => {
          const text = stringify(data, style);
          // Not all that its own printer writes can be read again.
          fc.pre(parseDocument(text).errors.length === 0);
          const values = valuesIn(
            readYamlFile(text).data?.().root ?? { kind: "list", items: [], start: 0, end: 0 },
          );
          const splice = values[at % Math.max(values.length, 1)]?.node.put(value);
          if (!splice) return;
          const { again, whole } = both(text, splice);
          if (again !== null) parts += 1;
          expect(again).toEqual(whole);
        },
      ),
      { numRuns: runs(400) },
    );
    expect(parts).toBeGreaterThan(runs(400) / 4);
  });

  it.each([
    ["text that is no value's", "title: Old\nmenu:\n  - a\n", 'Old" : [\nx'],
    ["a list that is opened", "title: Old\nmenu:\n  - a\n", "[Old"],
    ["a second name", "title: Old\nmenu:\n  - a\n", "Old\ntitle: New"],
    ["an alias", "title: Old\nmenu: &a\n  - a\n", "*a"],
    ["lines that are no part of it", "title: Old\nmenu:\n  - a\n", "Old\n  menu: b"],
    ["an item that becomes two", "menu:\n- Old\n- a\n", "a\n- b"],
    ["a mark between documents", "title: Old\nmenu:\n  - a\n", "Old\n---\na: b"],
  ])("is not enough for %s", (_name, text, written) => {
    const start = text.indexOf("Old");
    const splice = { start, end: start + 3, text: written };
    const { again } = both(text, splice);
    expect(again).toBeNull();
  });

  it("is only the item that is changed", () => {
    const text = "title: Old\nmenu:\n  - name: One\n    url: /\n  - name: Two\n    url: /two\n";
    const start = text.indexOf("Two");
    expect(
      readYamlFile(text)
        .again?.([{ start, end: start + 3, text: "Three" }])
        ?.data?.().text,
    ).toBe("  - name: Three\n    url: /two\n");
  });
});
