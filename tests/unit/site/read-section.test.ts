import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSection } from "#src/site/read-section.ts";
import { runs } from "#tests/support/runs.ts";
import { compiled } from "./compiled-page.ts";
import { definitionOf } from "./page-definition.ts";

/** What the text of a selected element is, as people are shown it. */
async function textOf(file: string, selector: string, content: string): Promise<unknown> {
  const [section] = definitionOf(file, [{ id: "x", kind: "text", selector }]).sections;
  const [reading] =
    section === undefined ? [] : await readSection(section, new TextEncoder().encode(content));
  if (reading === undefined) return undefined;
  return reading.now.ok ? reading.now.value : reading.now.code;
}

describe("selectors in JSX", () => {
  const page = `
    export function Page({ open, items }) {
      const extra = <aside className="a b">aside</aside>;
      return (
        <Layout side={<nav><b>in an attribute</b></nav>}>
          <>
            <Menu.Item for="x">member</Menu.Item>
            <svg:rect>namespace</svg:rect>
          </>
          {open ? <p data-on>open</p> : <p data-off="">closed</p>}
          {items.map((item) => <li key={item}><i>row</i></li>)}
          <label htmlFor="name" className={"c" + open} tabIndex={3} title={\`t\`}>label</label>
          <Text as="h2">component</Text>
        </Layout>
      );
    }`;

  it.each([
    ["aside", "aside"],
    ["aside.a.b", "aside"],
    ["[class~=b]", "aside"],
    ["[className='a b']", "aside"],
    ["Layout nav > b", "in an attribute"],
    ["Layout > Menu\\.Item", "member"],
    ["svg\\:rect", "namespace"],
    ["p[data-on]", "open"],
    ["p[data-off]", "closed"],
    ["p + p", "closed"],
    ["Layout > li i", "row"],
    ["label[for=name]", "label"],
    ["[title=t]", "label"],
    ["label[class]", "label"],
    ["Text[as=h2]", "component"],
    ["Text:last-child", "component"],
    ["Layout :nth-child(3 of p, li)", "row"],
    ["layout p", "no-match"],
    ["p", "several-matches"],
    ["label.c", "no-match"],
  ])("%s means “%s”", async (selector, text) => {
    const shown = await textOf("a.jsx", selector, page);
    expect(shown === "holds-elements" ? await textOf("a.jsx", `${selector} i`, page) : shown).toBe(text);
  });
});

describe("selectors in HTML", () => {
  const page = `<!doctype html><title>T</title>
    <BODY class=x><Header ID=top><h1 data-Y="1">H</h1></Header>
    <table><tr><td>cell</table><template><p>in a template</p></template><svg><foreignObject><em>deep</em></foreignObject></svg>`;

  it.each([
    ["body.x > header#top h1", "H"],
    ["H1[data-y='1']", "H"],
    ["table > tbody > tr > td", "cell"],
    ["template p", "no-match"],
    ["foreignobject em", "deep"],
    ["html > head > title", "T"],
    [":root > head > title", "T"],
    [":not(html, head) > title", "no-match"],
    ["h1:empty", "no-match"],
    ["header:has(> h1:not(:empty)) h1", "H"],
  ])("%s means “%s”", async (selector, text) => {
    expect(await textOf("a.html", selector, page)).toBe(text);
  });
});

/** What the text of an element in JSX can be written as: layout, references, strings and templates in braces, comments. */
const WRITTEN = [
  ["a", "b c", " ", "\n  ", "\r\n\t", "\t", "&nbsp;", "&amp;", "&copy", "&bogus;", "'", "//", "é🎉"],
  ["{' '}", '{" x "}', "{`y`}", "{`l1\nl2`}", "{'\\n'}", "{''}", "{/* c */}", "{}"],
].flat();

describe("the text of an element in JSX", () => {
  it("is what another compiler makes of it, however it is written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WRITTEN), { maxLength: 7 }), async (parts) => {
        const page = `const node = <h1>${parts.join("")}</h1>;`;
        const text = await textOf("a.jsx", "h1", page);
        // A comment in the middle of a text is refused.
        if (text !== "not-editable") expect(squeezed(text)).toBe(squeezed(compiled(page).text));
      }),
      { numRuns: runs(500) },
    );
  });
});

/** Spaces at the ends are layout, and pages show several as one. */
function squeezed(text: unknown): string {
  return String(text).replaceAll(/\s+/g, " ").trim();
}

describe("the text of an element", () => {
  it.each([
    ["a.jsx", "const n = <h1>a &amp; b&#33;</h1>", "a & b!"],
    ["a.jsx", "const n = <h1>\n  a\n  b  c\n</h1>", "a b  c"],
    ["a.jsx", 'const n = <h1>a{" "}\n  b</h1>', "a b"],
    ["a.jsx", "const n = <h1>{'a'}</h1>", "a"],
    ["a.jsx", "const n = <h1>{`a`}{/* c */}</h1>", "a"],
    ["a.jsx", "const n = <h1></h1>", ""],
    ["a.jsx", "const n = <h1 />", ""],
    ["a.jsx", "const n = <h1>{2026}</h1>", "holds-code"],
    ["a.jsx", "const n = <h1>{`a${b}`}</h1>", "holds-code"],
    ["a.jsx", "const n = <h1>a<></></h1>", "holds-code"],
    ["a.html", "<h1>\r\n  a\r\n  b\r\n</h1>", "a b"],
    ["a.html", "<h1>caf&eacute; &lt;b&gt;</h1>", "café <b>"],
    ["a.html", "<h1><!-- c --></h1>", ""],
  ])("of %s %s is “%s”", async (file, content, text) => {
    expect(await textOf(file, "h1", content)).toBe(text);
  });
});
