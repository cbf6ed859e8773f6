import { describe, expect, it } from "vitest";
import { proposeDefinition } from "#src/site/propose/propose-definition.ts";
import type { WrittenProperty, WrittenSection } from "#src/site/propose/proposal.ts";

async function propose(files: Record<string, string>): Promise<WrittenSection[]> {
  const encoder = new TextEncoder();
  const sources = Object.entries(files).map(([path, text]) => ({ path, content: encoder.encode(text) }));
  return (await proposeDefinition(sources)).sections;
}

/** The properties of a section without where they are. */
async function propertiesOf(files: Record<string, string>, section: string): Promise<WrittenProperty[]> {
  return (await propose(files)).find(({ id }) => id === section)?.properties ?? [];
}

async function listsOf(files: Record<string, string>): Promise<WrittenProperty[]> {
  const sections = await propose(files);
  return sections.flatMap(({ properties }) => properties.filter(({ kind }) => kind === "list"));
}

const item = (name: string) => `<li><a href="#${name}"><i></i><span>${name}</span></a></li>`;
const card = (name: string) =>
  `<li><h3><a href="/${name}">${name}</a></h3><p>About ${name}.</p><img src="${name}.jpg" alt="${name}"></li>`;

describe("a list in a proposal", () => {
  it("has the words of a link where other elements stand around them", async () => {
    const page = `<nav><ul>${item("Home")}${item("Beans")}</ul></nav>`;
    expect(await listsOf({ "index.html": page })).toMatchObject([
      { id: "links", fields: { label: "a span", href: "a@href" } },
    ]);
  });

  it("is none of addresses to write to and numbers to call: those are contacts", async () => {
    const page = `<section><h2>Contact</h2><div><div><a href="mailto:a@example.com">a@example.com</a></div>
      <div><a href="tel:+15550100200">+1 555 010 0200</a></div></div></section>`;
    const properties = await propertiesOf({ "index.html": page }, "contact");
    expect(properties.map(({ id }) => id)).toEqual(expect.arrayContaining(["email", "phone"]));
    expect(properties.some(({ kind }) => kind === "list")).toBe(false);
  });

  it("takes cards with the link around the heading and a picture", async () => {
    const page = `<main><section class="services"><h2>Services</h2><ul>${card("Red")}${card("Blue")}</ul></section></main>`;
    expect(await listsOf({ "index.html": page })).toMatchObject([
      { id: "cards", fields: { title: "h3 a", text: "p", link: "a@href", picture: "img@src" } },
    ]);
  });

  it("of data names what is different in each item, and copies the rest", async () => {
    const data = `- name: Fast\n  text: In a minute.\n  icon: bolt\n  wide: no\n- name: Fresh\n  text: Every day.\n  icon: leaf\n  wide: no\n`;
    const files = {
      "index.html": "---\n---\n{% for each in site.data.cards %}{% endfor %}<h1>Hi</h1>",
      "_data/cards.yml": data,
    };
    expect(await listsOf(files)).toMatchObject([
      { id: "items", pointer: "", fields: { name: "name", text: "text", icon: "icon" } },
    ]);
  });

  it("is a menu of plain texts, or of entries that lead somewhere by a path", async () => {
    const page = `const navigation = ["Product", "Pricing"]; const footerLinks = [{ title: "Home", path: "/" }, { title: "Jobs", path: "/jobs" }];
      export default () => <main><h1>Hello</h1></main>;`;
    expect(await listsOf({ "src/pages/index.jsx": page })).toMatchObject([
      { id: "links", pointer: "/navigation" },
      {
        id: "links",
        pointer: "/footerLinks",
        fields: { label: "title", href: { at: "path", value: "url" } },
      },
    ]);
  });

  it("is called the menu where it is data, and not the rest of the navigation", async () => {
    const bar = `---\nconst menuItems = [{ label: "Beans", href: "/beans" }, { label: "Jobs", href: "/jobs" }];\n---
<nav><p>Open daily</p><ul>{menuItems.map((item) => <li><a href={item.href}>{item.label}</a></li>)}</ul></nav>`;
    const sections = await propose({ "src/pages/index.astro": bar });
    expect(sections.map(({ id, names = [] }) => [id, names.includes("menu")])).toEqual([
      ["menu-items", true],
      ["header-bar", false],
    ]);
  });
});

describe("a property in a proposal", () => {
  it("is a button for a link that stands beside a heading, in no text", async () => {
    const page = `<section><h1>Hello</h1><p>See <a href="/x">more</a>.</p><div><a href="/go">Go</a><a href="/why">Why</a></div></section>`;
    const ids = (await propertiesOf({ "index.html": page }, "hello")).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(["button-text", "button-link", "button-2-text", "button-2-link"]),
    );
    expect(ids).not.toContain("links");
  });

  it("is the part of an address that a template does not begin", async () => {
    const page = `---\n---\n<section><h1>Hello</h1><a class="btn" href="{{ site.baseurl }}/contact/">Go</a></section>`;
    expect(await propertiesOf({ "index.html": page }, "hello")).toContainEqual(
      expect.objectContaining({ id: "button-link", attribute: "href", run: 1 }),
    );
  });

  it("is the text behind the heading before one above it", async () => {
    const page = "<section><p>Since 1900</p><h1>Hello</h1><p>We bake.</p></section>";
    const text = (await propertiesOf({ "index.html": page }, "hello")).find(({ id }) => id === "text");
    expect(text?.["selector"]).toContain("nth-of-type(2)");
  });

  it("is a price of data by what it is the price of", async () => {
    const page = `const plans = [{ name: "Small", cost: { monthly: "$19" } }, { name: "Large", cost: { monthly: "$29" } }];
      export default () => <main><h1>Hello</h1></main>;`;
    const properties = await propertiesOf({ "src/pages/index.jsx": page }, "plans");
    expect(properties).toContainEqual(
      expect.objectContaining({
        pointer: "/plans/0/cost/monthly",
        names: expect.arrayContaining(["small price"]),
      }),
    );
  });

  it("is a colour of a rule that a style sheet has once, and a custom property of a `@media` for all", async () => {
    const css = `@media (min-width: 0) { :root { --primary: #08f } } @media (prefers-color-scheme: dark) { :root { --ink: #fff } }
      a { color: var(--primary) } p { color: var(--ink) } footer { background: #eee } h1 { color: red } .x h1 { color: blue }`;
    const files = { "index.html": '<link rel="stylesheet" href="site.css"><h1>Hello</h1>', "site.css": css };
    expect(await propertiesOf(files, "theme")).toEqual([
      expect.objectContaining({ variable: "--primary", media: "(min-width: 0)" }),
      expect.objectContaining({ kind: "rule", selector: "footer", declaration: "background" }),
      expect.objectContaining({ kind: "rule", selector: "h1", declaration: "color" }),
    ]);
  });
});
