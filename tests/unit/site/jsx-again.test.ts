import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScriptFile } from "#src/site/jsx/read-script-file.ts";
import { childElements, type MarkupElement } from "#src/site/markup/element.ts";
import { applySplices, type Splice } from "#src/site/splice.ts";
import { runs } from "#tests/support/runs.ts";
import { hostileText } from "./hostile-values.ts";

const PAGE = `import { Logo } from "./Logo";

export default async function Page({ items, open }) {
  const badge = <b title="New">new</b>;
  return (
    <main className="page">
      <header style={{ color: "#333333", padding: 4 }}>
        <h1>Welcome &amp; hello</h1>
        <p title={open ? "Open now" : "Closed"}>{"Read on"} {open && <i>here</i>}</p>
        <Logo mark={<svg id="mark"><path d="M0 0" /></svg>} />
      </header>
      {/* The list. */}
      <>
        <ul>
          {items.map((item) => (
            <li key={item.id} className={\`item \${item.kind} wide\`}>
              <a href={"/page/" + item.id} {...item.rest}>{item.name} – more</a>
            </li>
          ))}
        </ul>
      </>
      {badge}
      <footer>
        <small>© {new Date().getFullYear()} Acme</small>
        <a href='/imprint'>Imprint</a>
      </footer>
    </main>
  );
}
`;

/** An element without the way back to its parent, which would never end. */
function told({ parent: _parent, children: _children, ...element }: MarkupElement): unknown {
  const pieces = element.pieces.map((piece) => {
    if (piece.kind === "element") return { ...piece, element: told(piece.element) };
    return piece.kind === "code" ? { ...piece, elements: piece.elements.map(told) } : piece;
  });
  return { ...element, pieces };
}

const read = (file: ReturnType<typeof readScriptFile> | null | undefined): unknown => {
  const page = file?.page?.();
  return page ? { text: page.text, root: told(page.root) } : null;
};

/** What the parts that are read again say, and what the whole file says. */
function both(text: string, splices: Splice[]): { again: unknown; whole: unknown } {
  const again = read(readScriptFile(text, "jsx").again?.(splices));
  if (again === null) return { again, whole: null };
  return { again, whole: read(readScriptFile(applySplices(text, splices) ?? "", "jsx")) };
}

/** Where a value of a page is written: its texts, and what is between the quotes of its attributes. */
function places(element: MarkupElement): { start: number; end: number }[] {
  const texts = element.pieces.filter(({ kind }) => kind === "text" || kind === "literal" || kind === "code");
  const values = element.attributes.flatMap(({ value }) => ("start" in value ? [value] : []));
  return [...texts, ...values, ...childElements(element).flatMap(places)];
}

const root = readScriptFile(PAGE, "jsx").page?.().root;
const all = (root ? childElements(root).flatMap(places) : []).map(({ start, end }) => ({ start, end }));

/** As it may be written into a file, and as it must never be. */
const written = fc.oneof(
  hostileText,
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    ..."New|</h1>|</h1><h2>|<b>x</b>|<b>|{|}|{x}|{x => x}|{await x}|{arguments[0]}|{yield}|&lt;|\"|'|`|*/|{/*|//|<>|</>|<!--|{<i>a</i>}|".split(
      "|",
    ),
  ),
);

describe("the elements of a script that are read again after an edit", () => {
  it("show what reading the whole file shows, whatever is put where", () => {
    let parts = 0;
    const edits = fc.array(fc.tuple(fc.nat(all.length - 1), written), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (chosen) => {
        const splices = chosen.flatMap(([at, text]) => {
          const place = all[at];
          return place ? [{ ...place, text }] : [];
        });
        const { again, whole } = both(PAGE, splices);
        if (again !== null) parts += 1;
        expect(again).toEqual(whole);
      }),
      { numRuns: runs(2000) },
    );
    expect(parts).toBeGreaterThan(runs(200));
  });

  const splice = (old: string, text: string, page = PAGE): Splice => {
    const start = page.indexOf(old);
    return { start, end: start + old.length, text };
  };

  it.each([
    ["a tag that is closed too early", splice("Welcome", "</h1><h2>")],
    ["a tag that is not closed", splice("Welcome", "<b>")],
    ["code that is not finished", splice("Welcome", "{a")],
    ["an element that becomes two", splice(" Acme", "</small><small>")],
    ["what is in no element", splice('"./Logo"', '"./Other"')],
    ["what is in the outermost element alone", splice('"page"', '"other"')],
  ])("are not enough for %s", (_name, edit) => {
    expect(both(PAGE, [edit]).again).toBeNull();
  });

  it.each([
    ["waits for something", PAGE.replace("{badge}", "{await badge}")],
    ["is written in Flow", `// @flow\n${PAGE}`],
  ])("are not enough in a file that %s", (_name, page) => {
    expect(both(page, [splice("Welcome", "New", page)]).again).toBeNull();
  });

  it("move what stands behind them, each for itself", () => {
    const edits = [splice("Welcome", "A much longer word"), splice(" Acme", " X")];
    const { again, whole } = both(PAGE, edits);
    expect(again).not.toBeNull();
    expect(again).toEqual(whole);
  });
});
