import { load } from "js-yaml";
import { parse as parseJson } from "jsonc-parser";
import { parse as parseHtml } from "parse5";
import { parse as parseToml } from "smol-toml";
import type { Item } from "#src/site/catalogue.ts";
import { compiled } from "#tests/unit/site/compiled-page.ts";
import { evaluated } from "#tests/unit/site/evaluated.ts";
import { describeListFormat, type ListFormat } from "./list-format.ts";

type Data = Record<string, unknown>;

const data = { kind: "list", pointer: "/menu/main", fields: { label: "name", href: "url" } };

/** The items of `menu.main` by the names that the fields have for people. */
const itemsOf = (site: unknown): Item[] => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the test wrote itself
  const { menu } = site as { menu: { main: { name: string; url: string }[] } };
  return menu.main.map(({ name, url }) => ({ label: name, href: url }));
};
const readJson = (text: string): Item[] => itemsOf(parseJson(text, [], { allowTrailingComma: true }));
const between = (text: string): string => text.replaceAll("\r", "").split(/^(?:---|\+\+\+).*\n/m)[1] ?? "";
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the test wrote itself
const readScript = (text: string): Item[] => itemsOf({ menu: { main: (evaluated(text) as Data)["links"] } });

const OBJECTS = `[
    { "name": "Home", "url": "/" },
    { "name": "About", "url": "/about" },
    { "name": "Contact", "url": "/contact" }
  ]`;

const FORMATS: ListFormat[] = [
  {
    name: "JSON, an item a line",
    file: "site.json",
    source: ['{\n  "menu": { "main": ', OBJECTS, ' },\n  "title": "Home"\n}\n'],
    property: data,
    read: readJson,
  },
  {
    name: "JSON with comments and a trailing comma",
    file: "site.json",
    source: [
      '{ "menu": { "main": ',
      `[
    { "name": "Home", "url": "/" }, // first
    // Who we are.
    {
      "name": "About",
      "url": "/about",
    },

    { "name": "Contact", "url": "/contact" }, /* last */
  ]`,
      " } }\n",
    ],
    property: data,
    read: readJson,
  },
  {
    name: "JSON in one line",
    file: "site.json",
    source: [
      '{"menu":{"main":',
      '[{"name":"Home","url":"/"},{"name":"About","url":"/about"},{"name":"Contact","url":"/contact"}]',
      "}}",
    ],
    property: data,
    read: readJson,
  },
  {
    name: "YAML, a dash an item",
    file: "site.yml",
    source: [
      "# Home\nmenu:\n  main:\n    ",
      `- name: Home # first
      url: /
    # Who we are.
    - name: 'About'
      url: /about
    - { name: Contact, url: /contact }`,
      "\ntitle: Home\n",
    ],
    property: data,
    read: (text) => itemsOf(load(text)),
  },
  {
    name: "YAML in brackets",
    file: "site.yaml",
    source: [
      "menu:\n  main: ",
      "[{ name: Home, url: / }, { name: About, url: /about }, { name: Contact, url: /contact }]",
      "\ntitle: Home\n",
    ],
    property: data,
    read: (text) => itemsOf(load(text)),
  },
  {
    name: "YAML at the left edge, in front matter",
    file: "page.md",
    source: [
      "---\nmenu:\n  main:\n  ",
      '- name: "Home"\n    url: "/"\n  - name: "About"\n    url: "/about"\n  - name: "Contact"\n    url: "/contact"',
      "\n---\n\n- name: Home\n",
    ],
    property: data,
    read: (text) => itemsOf(load(between(text))),
  },
  {
    name: "tables of TOML",
    file: "hugo.toml",
    source: [
      'title = "Home"\n\n[menu]\nnote = "x"\n\n',
      `[[menu.main]]
name = "Home"
url = "/"

# Who we are.
[[menu.main]]
name = 'About'
url = "/about"

[[menu.main]]
name = "Contact"
url = "/contact"`,
      '\n\n[params]\nname = "Home"\n',
    ],
    property: data,
    read: (text) => itemsOf(parseToml(text)),
  },
  {
    name: "TOML in brackets",
    file: "hugo.toml",
    source: [
      "[menu]\nmain = ",
      '[\n  { name = "Home", url = "/" },\n  { name = "About", url = "/about" },\n  { name = "Contact", url = "/contact" },\n]',
      '\n\n[params]\nname = "Home"\n',
    ],
    property: data,
    read: (text) => itemsOf(parseToml(text)),
  },
  {
    name: "literals in a script",
    file: "nav.ts",
    source: [
      "import x from './x';\nexport const links: Link[] = ",
      `[
  { name: 'Home', url: '/' },
  // Who we are.
  { name: 'About', url: '/about' }, // us
  { name: "Contact", url: \`/contact\` }
]`,
      " as const;\nexport const name = 'Home';\n",
    ],
    property: { ...data, pointer: "/links" },
    read: (text) => readScript(text.replace("import x from './x';", "")),
  },
  {
    name: "literals in one line",
    file: "nav.mjs",
    source: [
      "export const links = ",
      "[{name:'Home',url:'/'}, {name:'About',url:'/about'}, {name:'Contact',url:'/contact'}]",
      ";\n",
    ],
    property: { ...data, pointer: "/links" },
    read: readScript,
  },
  {
    name: "HTML, an item a line",
    file: "index.html",
    source: [
      "<body>\n<nav>\n  ",
      `<li class="item"><a class="link" href="/">Home</a></li>
  <!-- Who we are. -->
  <li class="item"><a class="link" href="/about">About</a></li>

  <li class="item">
    <a class="link" href='/contact'>
      Contact
    </a>
  </li>`,
      "\n</nav>\n<p>Home</p>\n",
    ],
    property: { kind: "list", selector: "nav", fields: { label: "a", href: "a@href" } },
    read: linksInHtml,
  },
  {
    name: "HTML in one line",
    file: "index.html",
    source: [
      "<body><nav>",
      '<a href="/">Home</a> | <a href="/about">About</a> | <a href="/contact">Contact</a>',
      "</nav><p>Home</p>",
    ],
    property: { kind: "list", selector: "nav", fields: { label: ".", href: "@href" } },
    read: linksInHtml,
  },
  {
    name: "links of HTML, by a template",
    file: "index.html",
    source: [
      "<body>\n<ul>\n  ",
      '<li><a href="/">Home</a></li>\n  <li><a href="/about">About</a></li>\n  <li><a href="/contact">Contact</a></li>',
      "\n</ul>\n",
    ],
    property: { kind: "link", selector: "ul", template: '<li><a href="{href}">{label}</a></li>' },
    read: linksInHtml,
  },
  {
    name: "Svelte",
    file: "Nav.svelte",
    source: [
      "<script>\n  let open = false;\n</script>\n\n<nav>\n  ",
      `<a class="link" href="/">Home</a>
  <!-- Who we are. -->
  <a class="link" href="/about">About</a>
  <a class="link" href="/contact">Contact</a>`,
      "\n</nav>\n{#if open}<p>Home</p>{/if}\n",
    ],
    property: { kind: "list", selector: "nav", fields: { label: ".", href: "@href" } },
    read: linksInHtml,
  },
  {
    name: "Astro",
    file: "Nav.astro",
    source: [
      "---\nconst { open } = Astro.props;\n---\n\n<nav>\n  ",
      `<a class="link" href="/">Home</a>
  <!-- Who we are. -->
  <a class="link" href="/about">About</a>
  <a class="link" href="/contact">Contact</a>`,
      "\n</nav>\n{open && <p>Home</p>}\n",
    ],
    property: { kind: "list", selector: "nav", fields: { label: ".", href: "@href" } },
    read: linksInAstro,
  },
  {
    name: "Vue",
    file: "Nav.vue",
    source: [
      "<template>\n  <ul>\n    ",
      `<li><a :class="{ on }" href="/">Home</a></li>
    <li><a :class="{ on }" href="/about">About</a></li>
    <li><a :class="{ on }" href="/contact">Contact</a></li>`,
      "\n  </ul>\n</template>\n",
    ],
    property: { kind: "list", selector: "ul", fields: { label: "a", href: "a@href" } },
    read: (text) => linksInHtml(text.replaceAll(/<\/?template>/g, "")),
  },
  {
    name: "JSX",
    file: "Nav.jsx",
    source: [
      "const node = (\n  <ul>\n    ",
      `<li><a className="link" href="/">Home</a></li>
    {/* Who we are. */}
    <li><a className="link" href="/about">About</a></li>
    <li>
      <a className="link" href={"/contact"}>{"Contact"}</a>
    </li>`,
      "\n  </ul>\n);\n",
    ],
    property: { kind: "list", selector: "ul", item: "li", fields: { label: "a", href: "a@href" } },
    read: linksInJsx,
  },
];

function linksInHtml(html: string): Item[] {
  const links: Item[] = [];
  const visit = (node: object): void => {
    if ("tagName" in node && node.tagName === "a" && "attrs" in node && Array.isArray(node.attrs)) {
      const children = "childNodes" in node && Array.isArray(node.childNodes) ? node.childNodes : [];
      const { value: href } = node.attrs.find(({ name }) => name === "href");
      // The layout of the file, and not spaces that were written on purpose.
      const label = children
        .map(({ value }) => value)
        .join("")
        .replaceAll(/^[\n\r ]+|[\n\r ]+$/g, "");
      links.push({ label, href });
    } else if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
  };
  visit(parseHtml(html));
  return links;
}

const inHtml = (literal: string): string =>
  String(JSON.parse(literal)).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** HTML behind the code, apart from texts in braces, which are those of JavaScript. */
function linksInAstro(text: string): Item[] {
  const page = text.replace(/^---[^]*?---\r?\n/, "").replace(/\{open.*\}\r?\n$/, "");
  const html = page
    .replaceAll(/=\{("(?:[^"\\]|\\.)*")\}/g, (_, literal: string) => `="${inHtml(literal)}"`)
    .replaceAll(/\{("(?:[^"\\]|\\.)*")\}/g, (_, literal: string) => inHtml(literal));
  return linksInHtml(html);
}

function linksInJsx(jsx: string): Item[] {
  return compiled(jsx).children.map((item) => {
    const [link] = item.children;
    return { label: link?.text ?? "", href: String(link?.props?.["href"]) };
  });
}

for (const format of FORMATS) describeListFormat(format);
