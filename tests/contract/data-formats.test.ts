import { load } from "js-yaml";
import { parse as parseJson } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { evaluated } from "#tests/unit/site/evaluated.ts";
import { type DataFormat, describeDataFormat } from "./data-format.ts";

const JSON_SITE = `{
  // A comment.
  "title": "Acme", "count": 12, "price": 4.5, "open": true,
  "odd name/with ~": "Acme",
  "hero": { "title": "Acme", "text": "It's \\"here\\"" },
  "menu": [
    { "label": "Home", "url": "/" },
    { "label": "About", "url": "/about" },
  ],
  "tags": ["one", "two"]
}
`;

const YAML_SITE = `# A comment.
title: Acme # and one behind
count: 12
price: 4.5
open: true
"odd name/with ~": 'Acme'
hero:
  title: "Acme"
  text: It's "here"
menu:
  - label: Home
    url: /
  - { label: About, url: /about }
tags: [one, 'two']
`;

const TOML_SITE = `# A comment.
title = "Acme" # and one behind
count = 12
price = 4.5
open = true
tags = ["one", 'two']
"odd name/with ~" = 'Acme'
hero.title = "Acme"

[hero.more]

[[menu]]
label = "Home"
url = "/"

[[menu]]
label = 'About'
url = "/about"
`;

const OBJECT = `{
  // A comment.
  title: "Acme",
  count: 12,
  price: 4.5,
  open: true,
  "odd name/with ~": 'Acme',
  hero: { title: \`Acme\`, text: 'It\\'s "here"' },
  menu: [
    { label: "Home", url: "/" },
    { label: "About", url: "/about" },
  ],
  tags: ["one", "two"],
}`;

const tomlSite = TOML_SITE.replace("[hero.more]\n\n", "").replace(
  'hero.title = "Acme"\n',
  'hero.title = "Acme"\nhero.text = """It\'s "here\\""""\n',
);

const front = (open: string, data: string, close = open) =>
  `${open}\n${data}${close}\n\n# Acme\n\nAcme, 12, true.\n`;
const between = (text: string): string => text.replaceAll("\r", "").split(/^(?:---|\+\+\+).*\n/m)[1] ?? "";
const readJson = (text: string): unknown => parseJson(text, [], { allowTrailingComma: true });
const exported = (name: string) => (text: string) => Reflect.get(evaluated(text), name);

const script = (file: string, source: string, name: string): DataFormat => ({
  name: `literals in ${file}`,
  file,
  source,
  read: exported(name),
  prefix: `/${name}`,
});

const FORMATS: DataFormat[] = [
  {
    name: "JSON",
    file: "site.json",
    source: JSON_SITE,
    read: readJson,
    repeated: '{"title": "a", "title": "b"}',
  },
  {
    name: "YAML",
    file: "_config.yml",
    source: YAML_SITE,
    read: (text) => load(text),
    repeated: "title: a\ntitle: b\n",
  },
  { name: "TOML", file: "hugo.toml", source: tomlSite, read: (text) => parseToml(text) },
  {
    name: "YAML front matter",
    file: "page.md",
    source: front("---", YAML_SITE),
    read: (text) => load(between(text)),
  },
  {
    name: "TOML front matter",
    file: "page.md",
    source: front("+++", tomlSite),
    read: (text) => parseToml(between(text)),
  },
  {
    name: "JSON front matter",
    file: "page.md",
    source: front("---json", JSON_SITE, "---"),
    read: (text) => readJson(between(text)),
  },
  {
    name: "JSON front matter as Hugo has it",
    file: "page.md",
    source: `${JSON_SITE.replace("  // A comment.\n", "").trimEnd()}\n\n# Acme\n\n"Acme", {12}, true.\n`,
    read: (text) => readJson(text.split(/(?<=^\})\r?\n/m)[0] ?? ""),
    broken: '{\n  "title": ,\n}\n\n# Acme\n',
  },
  script("site.js", `const other = { title: "Acme" };\nexport const site = ${OBJECT};\n`, "site"),
  script("site.mjs", `const site = ${OBJECT};\nexport default site;\n`, "default"),
  script("site.cjs", `const other = { title: "Acme" };\nmodule.exports = ${OBJECT};\n`, "default"),
  script("site.ts", `export const site: Site = ${OBJECT} as const satisfies Site;\n`, "site"),
  script(
    "site.tsx",
    `export const Page = () => <p>Acme</p>;\nexport default define<Site>(${OBJECT});\nfunction define<T>(x: T) { return x; }\n`,
    "default",
  ),
  script("Site.jsx", `export const Page = () => <p>Acme</p>;\nexport const site = ${OBJECT};\n`, "site"),
];

for (const format of FORMATS) describeDataFormat(format);
