import { load, JSON_SCHEMA } from "js-yaml";
import { parse as parseJson } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { evaluated } from "./evaluated.ts";
import type { Place } from "./places.ts";

type Reader = (text: string) => unknown;

/** A place of data: `node` is what stands at the pointer, and `read` answers all data as another program reads it. */
interface Language {
  file: string;
  before: string;
  after: string;
  read: Reader;
}

type Node = [node: string, pointer: string, call?: string];

function placesOf({ file, before, after, read }: Language, nodes: Record<string, Node>): Place[] {
  return Object.entries(nodes).map(([name, [node, pointer, call]]) => ({
    name: `${name} in ${file}`,
    file,
    property: { kind: "value", value: "text", pointer, ...(call === undefined ? {} : { call }) },
    before,
    node,
    after,
    read: (text) => at(read(text), pointer),
  }));
}

/** The lines of a block have no place for a byte order mark, and the line break at its end is layout. */
function blocksOf(language: Language, nodes: Record<string, Node>): Place[] {
  return placesOf(language, nodes).map((place) => ({
    ...place,
    cannot: /\uFEFF/,
    read: (text) => String(place.read(text)).replace(/\n$/, ""),
  }));
}

function at(data: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split("/")
    .reduce<unknown>(
      (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
      data,
    );
}

/** What every reader of YAML makes of it: 1.2, 1.1 (Jekyll) and the one of Docusaurus and Eleventy. */
function readYaml(text: string): unknown {
  const all = [
    parseYaml(text),
    parseYaml(text, { version: "1.1" }),
    load(text),
    load(text, { schema: JSON_SCHEMA }),
  ];
  const [first, ...others] = all.map((data) => JSON.stringify(data));
  if (others.some((other) => other !== first))
    throw new Error(`read differently: ${[first, ...others].join(" | ")}`);
  return all[0];
}

const yaml: Language = {
  file: "_config.yml",
  before: "# “before” 🎉\r\nfirst: &first 'it''s' # \"c\"\r\nlist: [a, *first, {b: c}]\r\n",
  after: "\r\nlast: *first\r\n# after",
  read: readYaml,
};

const toml: Language = {
  file: "hugo.toml",
  before: "# “before” 🎉\r\nfirst = 'it' # \"c\"\r\n[site] # c\r\n",
  after: '\r\n[[menu.main]]\r\nname = """\r\nlast""" # after',
  read: (text) => parseToml(text),
};

const json: Language = {
  file: "src/data/site.json",
  before: '{\r\n\t// “before” 🎉\r\n\t"first": "\\u0022", ',
  after: '\r\n, "last" : [1,2 ], }',
  read: (text) => parseJson(text, [], { allowTrailingComma: true }),
};

const script = (file: string, before: string, after: string): Language => ({
  file,
  before,
  after,
  read: evaluated,
});

const page = (
  front: string,
  open: string,
  close: string,
  read: Reader,
  file = "content/page.md",
): Language => ({
  file,
  before: `${open}\r\n${front}`,
  after: `\r\n${close}\r\n\r\n# {{ page.title }} 🎉\r\n\r\n---\r\n\r\n+++\r\n`,
  read: (text) => read(text.split(/^(?:---|\+\+\+).*\r?\n/m)[1] ?? ""),
});

const yamlNodes: Record<string, [string, string]> = {
  "a plain value": ["x: Old words", "/x"],
  "a plain value over lines": ["x: Old\r\n  words", "/x"],
  "a value in single quotes": ["x: 'Old ''words'''   # c", "/x"],
  "a value in double quotes": ['x: "Old \\"words\\""', "/x"],
  "a value over lines in double quotes": ['x: "Old\r\n  words"', "/x"],
  "an empty block": ["x: |-\r\n", "/x"],
  "a name without a value": ["x:", "/x"],
  "a name without a value before a comment": ["x: # c", "/x"],
  nothing: ["x: ~", "/x"],
  "a value with an anchor": ["x: &x Old", "/x"],
  "a value with a tag": ["x: !!str 12", "/x"],
  "a value in a flow mapping": ["site: {a: 1, x: Old words, z: 2}", "/site/x"],
  "an item": ["x:\r\n- first\r\n- Old\r\n- last", "/x/1"],
  "an item of a flow sequence": ["x: [first, 'Old', last]", "/x/1"],
  "a value under a quoted name": ['"x":   Old', "/x"],
};

const yamlBlocks: Record<string, [string, string]> = {
  "a literal block": ["x: |\r\n  Old\r\n  words\r\n", "/x"],
  "a literal block that is stripped": ["site:\r\n    x: |- # c\r\n        Old\r\n\r\n", "/site/x"],
  "a folded block": ["x: >-\r\n  Old words that are\r\n  on two lines\r\n", "/x"],
};

const tomlNodes: Record<string, [string, string]> = {
  "a basic string": ['x = "Old \\"words\\"" # c', "/site/x"],
  "a literal string": ["x = 'Old'", "/site/x"],
  "a basic string over lines": ['x = """\r\nOld \\\r\n  words"""', "/site/x"],
  "a literal string over lines": ["x = '''Old\r\nwords'''", "/site/x"],
  "a value in an inline table": ["y = { z = 1, x = 'Old' }", "/site/y/x"],
  "a value under a dotted name": ['y."z".x = "Old"', "/site/y/z/x"],
  "a value of an array of tables": ['[[x]]\r\na = "b"\r\n[[x]]\r\na = "Old"', "/x/1/a"],
  "an item of an array": ['x = [\r\n  "a", # c\r\n  "Old",\r\n]', "/site/x/1"],
};

const scriptNodes: Record<string, [string, string, string?]> = {
  "a string in double quotes": ['export const x = "Old";', "/x"],
  "a string in single quotes": ["export const x = { y: ['a', 'Old \\'words\\''] };", "/x/y/1"],
  "a template": ["export const x = `Old\n\\`words\\``;", "/x"],
  nothing: ["export const x = { y: null };", "/x/y"],
  "a name in quotes": ["export const x = { 'y-z': 'Old' };", "/x/y-z"],
  "an argument of a call": ['export const x = [{ y: t("Old") }];', "/x/0/y", "t"],
};

const configNodes: Record<string, [string, string]> = {
  "the default export of CommonJS": ["module.exports = { x: { y: 'Old' } };", "/default/x/y"],
  "a default export by its name": ["const config = { x: 'Old' };\nmodule.exports = config;", "/default/x"],
};

const typedNodes: Record<string, [string, string]> = {
  "a typed constant": ["export const x = { y: 'Old' } as const satisfies Site;", "/x/y"],
  "a default export with a type": [
    "const config: Site = { x: 'Old' };\nexport default config;",
    "/default/x",
  ],
  "an object that is given to a function": [
    "const define = <T,>(x: T) => x;\nexport default define({ x: 'Old' });",
    "/default/x",
  ],
};

/** Every way in which each language writes a text. */
export const DATA_PLACES: Place[] = [
  ...placesOf(yaml, yamlNodes),
  ...blocksOf(yaml, yamlBlocks),
  ...placesOf(toml, tomlNodes),
  ...placesOf(json, {
    "a text": ['"x": "Old \\n words"', "/x"],
    nothing: ['"x": null', "/x"],
    "an item": ['"x": [ "a", "Old" ]', "/x/1"],
  }),
  ...placesOf(
    script(
      "src/data/site.js",
      "// “before” 🎉\r\nexport const before = '</script>';\r\n",
      "\r\nexport const after = `${1}`;",
    ),
    scriptNodes,
  ),
  ...placesOf(
    script("gatsby-config.cjs", "// “before” 🎉\r\n", "\r\nmodule.exports.after = `${1}`;"),
    configNodes,
  ),
  ...placesOf(
    script(
      "src/site.ts",
      "type Site = unknown;\r\nexport const n = 1 as number;\r\n",
      "\r\nexport const after = [...[1]];",
    ),
    typedNodes,
  ),
  ...placesOf(
    script(
      "app/page.tsx",
      "type Site = object;\r\nexport const n = <p>{1 as number}</p>;\r\n",
      "\r\nexport const after = [...[1]];",
    ),
    {
      metadata: ["export const metadata: Site = {\r\n  title: 'Old',\r\n};", "/metadata/title"],
    },
  ),
  ...placesOf(page("# c\r\nlist: [a]\r\n", "---", "---", readYaml), {
    "a plain value": ["x: Old", "/x"],
  }),
  ...blocksOf(page("# c\r\nlist: [a]\r\n", "---", "---", readYaml), {
    "a folded block": ["x: >\r\n  Old\r\n", "/x"],
  }),
  ...placesOf(
    page("# c\r\n", "+++", "+++", (text) => parseToml(text)),
    {
      "a basic string": ['x = "Old"', "/x"],
      "a literal string over lines": ["x = '''\r\nOld\r\n'''", "/x"],
    },
  ),
  ...placesOf(
    page('{ "a": 1, ', "---json", "}\r\n---", (text) => parseJson(text)),
    { "a text": ['"x": "Old"', "/x"] },
  ),
  ...placesOf(page("a: b\r\n", "---", "---", readYaml, "docs/page.mdx"), { "a text": ['x: "Old"', "/x"] }),
  ...placesOf(page("a: b\r\n", "---", "---", readYaml, "index.html"), { "a text": ["x: 'Old'", "/x"] }),
];
