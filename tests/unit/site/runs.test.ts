import * as fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { runs } from "#tests/support/runs.ts";
import { compiled } from "./compiled-page.ts";
import { edit, messageOf, outcomeOf } from "./edited.ts";
import { hostileText } from "./hostile-values.ts";

const run = (number: number, selector = "h1") => ({ id: "x", kind: "text", selector, run: number });

describe("one run of an element's text", () => {
  it.each([
    [
      "a.jsx",
      "const n = <h1>Build <em>faster</em></h1>",
      1,
      "Ship",
      "const n = <h1>Ship <em>faster</em></h1>",
    ],
    ["a.jsx", "const n = <h1>© {year} Name</h1>", 2, "Ada & Co", "const n = <h1>© {year} Ada & Co</h1>"],
    [
      "a.jsx",
      "const n = <h1><Icon /> Buy now</h1>",
      1,
      "Order {now}",
      "const n = <h1><Icon /> Order &#123;now&#125;</h1>",
    ],
    [
      "a.js",
      "const n = <h1>\n  Build{' '}\n  <em>x</em>\n</h1>",
      1,
      "Ship",
      "const n = <h1>\n  Ship{' '}\n  <em>x</em>\n</h1>",
    ],
    [
      "a.jsx",
      "const n = <h1>{'Build '}<em>x</em></h1>",
      1,
      "It's",
      "const n = <h1>{'It\\'s '}<em>x</em></h1>",
    ],
    ["a.jsx", "const n = <h1>{a}Hello,{' '}world{b}!</h1>", 1, "Hi", "const n = <h1>{a}Hi{b}!</h1>"],
    [
      "a.jsx",
      "const n = <h1>{a}{' Hello '}world{' '}{b}</h1>",
      1,
      "Hi",
      "const n = <h1>{a}{\" \"}Hi{' '}{b}</h1>",
    ],
    ["a.jsx", "const n = <h1>a{/* c */}b</h1>", 2, "B", "const n = <h1>a{/* c */}B</h1>"],
    ["a.jsx", "const n = <h1>plain</h1>", 1, "new", "const n = <h1>new</h1>"],
    [
      "a.html",
      "<h1>Build <em>faster</em> <b>now</b>, today</h1>",
      2,
      ", soon",
      "<h1>Build <em>faster</em> <b>now</b>, soon</h1>",
    ],
    [
      "a.html",
      "<h1>\r\n  <svg></svg>\r\n  Buy &amp; go\r\n</h1>",
      1,
      "Order",
      "<h1>\r\n  <svg></svg>\r\n  Order\r\n</h1>",
    ],
    [
      "a.html",
      "<h1>© {{ year }} Caf&eacute; <i>x</i></h1>",
      2,
      "Name",
      "<h1>© {{ year }} Name <i>x</i></h1>",
    ],
    ["a.php", "<h1>© <?= date('Y') ?> Name</h1>", 2, "<Ada>", "<h1>© <?= date('Y') ?> &#60;Ada&gt;</h1>"],
    [
      "a.liquid",
      "<h1>{% if a > 1 %}A{% else %}B{% endif %} c</h1>",
      2,
      "D",
      "<h1>{% if a > 1 %}A{% else %}D{% endif %} c</h1>",
    ],
  ])("of %s %s, number %i", async (file, before, number, value, after) => {
    expect((await outcomeOf(file, [run(number)], before, { x: value })).replaceAll("&lt;", "&#60;")).toBe(
      after,
    );
  });

  it("is counted as the refusal of the whole shows it", async () => {
    const { run: _run, ...whole } = run(1);
    expect(await messageOf("a.jsx", [whole], "const n = <h1>© {year} Name</h1>", { x: "y" })).toBe(
      'The text of <h1> comes from code (`{year}`, line 1), which ux-agent does not change: add "run" to the property in ux-agent.json to change one run of the text (1: “©”, 2: “Name”).',
    );
    expect(await messageOf("a.html", [whole], "<h1>Build <em>faster</em></h1>", { x: "y" })).toBe(
      '<h1> also holds <em> (line 1), which would be lost: add "run" to the property in ux-agent.json to change one run of the text (1: “Build”).',
    );
    expect(await messageOf("a.html", [run(2)], "<h1>Build <em>faster</em></h1>", { x: "y" })).toBe(
      '<h1> (line 1) has these runs of text: 1: “Build”. The "run" or the selector in ux-agent.json has to be corrected.',
    );
    expect(await messageOf("a.html", [run(1)], "<h1> <em>faster</em>&nbsp;</h1>", { x: "y" })).toContain(
      "<h1> (line 1) has no text of its own.",
    );
  });

  it("changes beside another one in the same request", async () => {
    const both = [
      { ...run(1), id: "a" },
      { ...run(2), id: "b" },
    ];
    expect(await outcomeOf("a.jsx", both, "const n = <h1>A {x} B</h1>", { a: "C", b: "D" })).toBe(
      "const n = <h1>C {x} D</h1>",
    );
  });
});

/** What stands between two runs, and around them. */
const BETWEEN = ["<em>x</em>", "<br />", "<b>\n  y\n</b>"];
const layout = fc.constantFrom("", " ", "\n  ", "\r\n\t");

type Element = DefaultTreeAdapterTypes.Element;

function htmlText(html: string): string {
  const find = (node: DefaultTreeAdapterTypes.Node): Element[] =>
    "childNodes" in node
      ? node.childNodes.flatMap((child) => ("tagName" in child ? [child].concat(find(child)) : find(child)))
      : [];
  const heading = find(parse(html)).find(({ tagName }) => tagName === "h1");
  return (heading?.childNodes ?? []).map((node) => ("value" in node ? node.value : "\0")).join("");
}

const LANGUAGES = [
  {
    name: "JSX",
    file: "a.jsx",
    between: [...BETWEEN, "{x}", "{`${x}`}", "{/* c */}", "<><i>z</i></>"],
    written: ["R", "{'R'}", "{`R`}", "R{' '}", "{' R '}"],
    page: (content: string): string => `const node = <h1>${content}</h1>;\nconst last = <i>{x}</i>;`,
    shown: (text: string): string => compiled(text).text,
  },
  {
    name: "HTML",
    file: "a.html",
    between: [...BETWEEN, "<!-- c -->", "<svg/>"],
    written: ["R", "&nbsp;R", "R&#32;"],
    page: (content: string): string => `<!doctype html>\n<h1>${content}</h1>\n<p>last</p>`,
    shown: htmlText,
  },
];

describe.each(LANGUAGES)("any run of $name", ({ file, between, written, page, shown }) => {
  it("holds any text, and nothing beside it changes", async () => {
    const parts = fc.array(
      fc.tuple(layout, fc.constantFrom(...written), layout, fc.constantFrom(...between)),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(3), hostileText, async (given, which, value) => {
        const at = which % given.length;
        const content = given
          .map(
            ([before, text, after, next], index) =>
              `${before}${text.replace("R", `R${index}R`)}${after}${next}`,
          )
          .join("");
        const before = page(content);
        const outcome = await edit(file, [run(at + 1)], before, { x: value });
        if (!outcome.ok) {
          expect(outcome.code).toBe("invalid-value");
          return;
        }
        const [change] = outcome.changes;
        const edited = new TextDecoder().decode(outcome.content);
        expect(change?.before).toBe(`R${at}R`);
        expect(shown(edited)).toBe(shown(before).replace(`R${at}R`, () => change?.after ?? ""));
        expect(await edit(file, [run(at + 1)], edited, { x: value })).toMatchObject({
          ok: true,
          changes: [],
        });
      }),
      { numRuns: runs(500) },
    );
  });
});
