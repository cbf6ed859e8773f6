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

/** `header: title links`, for each section. */
async function parts(path: string, text: string): Promise<string[]> {
  return (await propose(path, text)).map(
    ({ id, properties }) => `${id}: ${properties.map((each) => each.id).join(" ")}`,
  );
}

describe("a proposal for a page of HTML", () => {
  it("has a section for each of its parts, and for what search results show", async () => {
    const page = `<!doctype html><title>T</title><meta name="description" content="D">
      <header><h1>Hello</h1></header>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/b">Beans</a></li></ul></nav>
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
        names: ["hero", "hello"],
        file: "index.html",
        properties: [{ id: "title", kind: "text", selector: "h1" }],
      },
      {
        id: "navbar",
        file: "index.html",
        properties: [{ id: "links", kind: "list", selector: "ul", fields: { label: "a", href: "a@href" } }],
      },
      {
        id: "main",
        file: "index.html",
        properties: [
          { id: "text", kind: "text", selector: ".lead" },
          { id: "button-text", kind: "text", selector: ".btn" },
          { id: "button-link", kind: "attribute", selector: ".btn", attribute: "href" },
        ],
      },
    ]);
  });

  it.each([
    [
      "by ids and classes",
      `<div class="wrap header"><h1>Hello</h1><ul class="menu"><li><a href="a.html">A</a></li></ul></div>
      <div id="content"><p>Text</p></div>`,
      ["header: title links", "main: text"],
    ],
    ["as a whole", "<body><h1>Hello</h1><p>Text</p>", ["home: title text"]],
    [
      "by the ids and headings of sections",
      `<main><section id="prices"><h2>What it costs</h2><p>Not much.</p></section>
      <section><h2>Visit us</h2><p>Any day.</p></section></main>`,
      ["prices: title text", "visit-us: title text"],
    ],
    [
      "and does not take the header of an article for that of the page",
      "<article id='news'><header><h2>News</h2></header></article><header><h1>Hello</h1></header>",
      ["news: title", "header: title"],
    ],
  ])("finds the parts of a page %s", async (_, page, expected) => {
    expect(await parts("index.html", page)).toEqual(expected);
  });

  it("calls things what people call them", async () => {
    const page = `<main><h1>Café <em>Mole</em></h1><p>By the sea.</p>
      <p>€4.50</p><a href="tel:+4712345678">+47 12 34 56 78</a><a href="mailto:us@mole.example">us@mole.example</a>
      <span>Mon–Fri 8–17</span><address>1 Harbour Road</address></main>`;
    expect(await parts("index.html", page)).toEqual([
      "home: title text email email-link phone phone-link price hours address",
    ]);
    const [section] = await propose("index.html", page);
    expect(section?.properties[0]).toEqual({ id: "title", kind: "text", selector: "h1", run: 1 });
  });

  it("tells cards apart by what they are called", async () => {
    const page = `<section id="beans"><h2>Beans</h2><ul>
      <li><h3>Red</h3><p>Sweet.</p></li><li><h3>Blue</h3><p>Sour.</p></li></ul></section>`;
    expect((await propose("index.html", page))[0]?.properties).toEqual([
      { id: "title", kind: "text", selector: "h2" },
      { id: "cards", kind: "list", selector: "ul", fields: { title: "h3", text: "p" } },
      {
        id: "card-1-title",
        names: ["red title"],
        kind: "text",
        selector: "#beans > ul > li:nth-of-type(1) > h3",
      },
      {
        id: "card-1-text",
        names: ["red text"],
        kind: "text",
        selector: "#beans > ul > li:nth-of-type(1) > p",
      },
      {
        id: "card-2-title",
        names: ["blue title"],
        kind: "text",
        selector: "#beans > ul > li:nth-of-type(2) > h3",
      },
      {
        id: "card-2-text",
        names: ["blue text"],
        kind: "text",
        selector: "#beans > ul > li:nth-of-type(2) > p",
      },
    ]);
  });

  it("offers a colour only where the element itself says one", async () => {
    expect(await parts("index.html", '<footer style="color: #fff"><p>x</p></footer>')).toEqual([
      "footer: text color",
    ]);
    expect(await parts("index.html", "<footer><p>x</p></footer>")).toEqual(["footer: text"]);
  });
});

describe("a proposal for a component", () => {
  it("is called like its file, and leaves out what code decides", async () => {
    const hero =
      "export const Hero = ({ title }) => <main><h1>{title}</h1><p>Words</p><img alt='A boat' src={x} /></main>;";
    expect(await propose("src/HeroBanner.jsx", hero)).toEqual([
      {
        id: "hero-banner",
        file: "src/HeroBanner.jsx",
        properties: [
          { id: "text", kind: "text", selector: "p" },
          {
            id: "picture-description",
            names: ["image description", "alt text"],
            kind: "attribute",
            selector: "img",
            attribute: "alt",
          },
        ],
      },
    ]);
  });

  it("has the texts that are given to other components, and those in its data", async () => {
    const page = `const links = [{ label: "Beans", href: "/beans" }, { label: "Visit", href: "/visit" }];
      export default () => <Hero title="Hello" className="big" ctaLink="/go" onClick={go} />;`;
    expect(await propose("src/pages/index.jsx", page)).toEqual([
      {
        id: "links",
        names: ["menu", "navigation", "navbar"],
        file: "src/pages/index.jsx",
        properties: [
          { id: "links", kind: "list", pointer: "/links", fields: { label: "label", href: "href" } },
        ],
      },
      {
        id: "hero",
        file: "src/pages/index.jsx",
        properties: [
          { id: "title", kind: "attribute", selector: ".big", attribute: "title" },
          { id: "cta-link", kind: "attribute", selector: ".big", attribute: "ctaLink" },
        ],
      },
    ]);
  });

  it.each([
    ["app/page.tsx", "home"],
    ["src/pages/index.jsx", "home"],
    ["app/(shop)/about-us/page.tsx", "about-us"],
    ["src/components/Hero/index.jsx", "hero"],
    ["app/layout.tsx", "layout"],
  ])("calls %s %s", async (path, id) => {
    const sections = await propose(path, "const n = <main><p>x</p></main>;");
    expect(sections.map((section) => section.id)).toEqual([id]);
  });
});

describe("a proposal for other files", () => {
  it("offers the custom properties that are used, the colour of the brand first", async () => {
    const css = `:root { --gap: 1rem; --grey: #eee; --brandColor: #f08; --unused: red }
      .a { --b: 1; color: var(--brandColor); gap: var(--gap); background: var(--grey) } @media print { :root { --c: red } }`;
    expect(await propose("src/theme.css", css)).toEqual([
      {
        id: "theme",
        names: ["colors"],
        file: "src/theme.css",
        properties: [
          { id: "brand-color", kind: "variable", variable: "--brandColor", value: "color" },
          { id: "grey", kind: "variable", variable: "--grey", value: "color" },
          { id: "gap", kind: "variable", variable: "--gap", value: "text" },
        ],
      },
    ]);
  });

  it("offers the texts of data that is content, not of configuration", async () => {
    const json = '{ "a": { "b~c": "Some words" }, "list": ["More words", 1], "class": "big red" }';
    expect(await propose("tsconfig.json", json)).toEqual([]);
    expect(await propose("content/home.json", json)).toEqual([
      {
        id: "home",
        file: "content/home.json",
        properties: [
          { id: "a-b-c", kind: "value", pointer: "/a/b~0c" },
          { id: "list-item-1", kind: "value", pointer: "/list/0" },
        ],
      },
    ]);
  });

  it("divides the settings of a site by what they are about", async () => {
    const yaml = `title: Fresh
baseURL: https://example.com
params:
  description:
  hero:
    title: Hello
    subtitle: Words
    buttontext: Go
    buttonlink: "#"
  tiles:
  - title: Bread
    text: Fresh
    icon: bread
`;
    expect((await parts("hugo.yaml", yaml)).toSorted()).toEqual([
      "hero: title subtitle button-text button-link",
      "site: title description",
      "tiles: item-1-title item-1-text",
    ]);
  });

  it("is empty for what cannot be edited", async () => {
    expect(await propose("index.pug", "h1 Hello")).toEqual([]);
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
    const { sections: proposed } = await proposeDefinition(sources);
    const outcome = readSiteDefinition(bytes(JSON.stringify({ sections: proposed })));
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
