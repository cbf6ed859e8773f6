import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { proposeDefinition } from "#src/site/propose/propose-definition.ts";
import { readSection } from "#src/site/read-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function propose(path: string, text: string) {
  return (await proposeDefinition([{ path, content: bytes(text) }])).sections;
}

describe("a proposed ux-agent.json", () => {
  it("has a section for each landmark of an HTML page, and for what search results show", async () => {
    const page = `<!doctype html><title>T</title><meta name="description" content="D">
      <header><h1>Hello</h1></header>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/b" class="active">B</a></li></ul></nav>
      <main><p class="lead">Text</p><a class="btn btn-primary" href="/go">Go</a></main>`;
    expect(await propose("index.html", page)).toEqual([
      {
        id: "page",
        file: "index.html",
        properties: [
          { id: "title", kind: "text", selector: "title" },
          { id: "description", kind: "attribute", selector: "meta[name=description]", attribute: "content" },
        ],
      },
      {
        id: "header",
        file: "index.html",
        properties: [
          { id: "title", kind: "text", selector: "h1" },
          { id: "color", kind: "style", selector: "header", style: "color" },
        ],
      },
      {
        id: "navbar",
        file: "index.html",
        properties: [
          { id: "color", kind: "style", selector: "nav", style: "color" },
          { id: "links", kind: "link", selector: "ul", template: '<li><a href="{href}">{label}</a></li>' },
        ],
      },
      {
        id: "main",
        file: "index.html",
        properties: [
          { id: "text", kind: "text", selector: ".lead" },
          { id: "button-text", kind: "text", selector: ".btn" },
          { id: "color", kind: "style", selector: "main", style: "color" },
        ],
      },
    ]);
  });

  it.each([
    [
      `<div class="wrap header"><h1>Hello</h1><ul class="menu"><li><a href="a.html">A</a></li></ul></div>
      <div id="content"><p>Text</p><a href="tel:1">Call</a></div>`,
      ["header title color links", "main text color"],
    ],
    ["<body><h1>Hello</h1><p>Text</p>", ["main title text color"]],
  ])("finds the parts of a page by ids and classes, and else takes all of it: %s", async (page, parts) => {
    expect(
      (await propose("a.html", page)).map(({ id, properties }) =>
        [id, ...properties.map((each) => each.id)].join(" "),
      ),
    ).toEqual(parts);
  });

  it("takes all of a component without landmarks", async () => {
    const hero = "export const Hero = () => <section className='hero'><h2>Words</h2></section>;";
    expect(await propose("src/Hero.tsx", hero)).toEqual([
      {
        id: "hero",
        file: "src/Hero.tsx",
        properties: [
          { id: "title", kind: "text", selector: "h2" },
          { id: "color", kind: "style", selector: ".hero", style: "color" },
        ],
      },
    ]);
  });

  it("calls a component by its file, and leaves out what code decides", async () => {
    const hero =
      "export const Hero = ({ title }) => <main><h1>{title}</h1><p>Words</p><img alt='A boat' src={x} /></main>;";
    expect(await propose("src/HeroBanner.jsx", hero)).toEqual([
      {
        id: "hero-banner",
        file: "src/HeroBanner.jsx",
        properties: [
          { id: "text", kind: "text", selector: "p" },
          { id: "color", kind: "style", selector: "main", style: "color" },
          { id: "picture-description", kind: "attribute", selector: "img", attribute: "alt" },
        ],
      },
    ]);
  });

  it("offers the custom properties of :root, colours as colours", async () => {
    expect(
      await propose(
        "src/theme.css",
        ":root { --brandColor: #f08; --gap: 1rem } .a { --b: 1 } @media print { :root { --c: red } }",
      ),
    ).toEqual([
      {
        id: "theme",
        file: "src/theme.css",
        properties: [
          { id: "brand-color", kind: "variable", variable: "--brandColor", value: "color" },
          { id: "gap", kind: "variable", variable: "--gap", value: "text" },
        ],
      },
    ]);
  });

  it("offers the texts of JSON that is content, not of configuration", async () => {
    const json = '{ "a": { "b~c": "x" }, "list": ["y", 1] }';
    expect(await propose("tsconfig.json", json)).toEqual([]);
    expect(await propose("content/home.json", json)).toEqual([
      {
        id: "home",
        file: "content/home.json",
        properties: [
          { id: "a-b-c", kind: "value", pointer: "/a/b~0c" },
          { id: "list-0", kind: "value", pointer: "/list/0" },
        ],
      },
    ]);
  });

  it("makes the template of a list from its last plain item, whatever its indentation", async () => {
    const list =
      "\t\t<ul>\n\t\t\t<li>\n\t\t\t\t<a href='/a'>\n\t\t\t\t\tA\n\t\t\t\t</a>\n\t\t\t</li>\n\t\t</ul>";
    const [section] = await propose("a.html", `<body><nav>\n${list}\n</nav>`);
    expect(section?.properties.find(({ kind }) => kind === "link")).toMatchObject({
      selector: "ul",
      template: "<li>\n  <a href='{href}'>\n    {label}\n  </a>\n</li>",
    });
  });

  it("numbers sections that would have the same id", async () => {
    const content = bytes("<footer><p>x</p></footer>");
    const sources = [
      { path: "a.html", content },
      { path: "b.html", content },
    ];
    expect((await proposeDefinition(sources)).sections.map(({ id }) => id)).toEqual(["footer", "footer-2"]);
  });

  it("does not number a section like one that is there", async () => {
    const content = bytes("<footer><p>x</p></footer>");
    const paths = ["Card.jsx", "Card-2.jsx", "b/Card.jsx"];
    const sources = paths.map((path) => ({ path, content: bytes("const n = <main><p>x</p></main>;") }));
    expect(
      (await proposeDefinition([...sources, { path: "a.html", content }])).sections.map(({ id }) => id),
    ).toEqual(["card", "card-2", "card-3", "footer"]);
  });

  it.each([
    ["app/page.tsx", "home"],
    ["src/pages/index.jsx", "home"],
    ["app/(shop)/about-us/page.tsx", "about-us"],
    ["src/components/Hero/index.jsx", "hero"],
    ["app/layout.tsx", "layout"],
  ])("calls %s %s", async (path, id) => {
    expect((await propose(path, "const n = <main><p>x</p></main>;")).map((section) => section.id)).toEqual([
      id,
    ]);
  });

  it("is empty for what cannot be edited", async () => {
    expect(await propose("App.vue", "<template><h1>x</h1></template>")).toEqual([]);
    expect(await propose("a.jsx", "const broken = <h1>;")).toEqual([]);
    expect(await propose("package.json", '{ "name": "x" }')).toEqual([]);
  });
});

describe("a proposal for every file of the corpus", () => {
  const corpus = fileURLToPath(new URL("../../corpus/", import.meta.url));
  const sources = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:jsx|tsx|html?|css|json)$/.test(path) && !path.endsWith("case.json"))
    .map((path) => ({ path: path.replaceAll("\\", "/"), content: readFileSync(corpus + path) }));

  it("is a definition in which every property can be changed", async () => {
    const outcome = readSiteDefinition(bytes(JSON.stringify(await proposeDefinition(sources))));
    const sections = outcome.ok ? outcome.definition.sections : [];
    const contentOf = (file: string) => sources.find(({ path }) => path === file)?.content ?? bytes("");
    const readings = (
      await Promise.all(sections.map((section) => readSection(section, contentOf(section.file))))
    ).flat();
    expect(outcome).toMatchObject({ ok: true });
    expect(sections.length).toBeGreaterThan(5);
    expect(readings.filter(({ now }) => !now.ok)).toEqual([]);
  });
});
