import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { parse as parseCss } from "postcss";
import type { Place } from "./places.ts";
import { RENDER } from "./rendered.ts";

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) =>
    "tagName" in child ? [child].concat(elements(child)) : elements(child),
  );
}

interface Language {
  file: string;
  before: string;
  after: string;
  render: (text: string) => Promise<string>;
}

const LANGUAGES: Language[] = [
  {
    file: "src/lib/Hero.svelte",
    before:
      "<script>\r\n\tconst x = '}</p>'; // “before” 🎉\r\n</script>\r\n<!-- {x -->\r\n<p title='&lt;'>a &amp; b {x}</p>\r\n{#if x}\r\n",
    after: "\r\n{:else}<b>{`}`}</b>{/if}\r\n<style>\r\n\th1 { color: red }\r\n</style>\r\n",
    render: RENDER.svelte,
  },
  {
    file: "src/components/Hero.vue",
    before:
      "<script>\r\n// “before” 🎉 </p>\r\nexport default {};\r\n</script>\r\n<template>\r\n<!-- {{ x -->\r\n<p title='&lt;' :id=\"x\">a &amp; b {{ x }}</p>\r\n",
    after: '\r\n<p v-if="!x">after</p>\r\n</template>\r\n<style scoped>h1 { color: red }</style>\r\n',
    render: RENDER.vue,
  },
  {
    file: "src/pages/index.astro",
    before:
      "---\r\nconst x = '</p>}'; // “before” 🎉\r\n---\r\n<!-- {x -->\r\n<p title='&lt;' id={x}>a &amp; b {x}</p>\r\n{x && <i>{`}`}</i>}\r\n",
    after: "\r\n<p>{/* </h1> */}after</p>\r\n",
    render: RENDER.astro,
  },
];

function find(language: Language, read: (element: Element) => unknown): Place["read"] {
  return async (text) => {
    const html = await language.render(text);
    const found = elements(parse(html)).filter(({ attrs }) => attrs.some(({ name }) => name === "data-x"));
    const [element] = found;
    return found.length === 1 && element !== undefined
      ? read(element)
      : `${found.length} elements in ${html}`;
  };
}

/** Spaces beside the text are layout; spaces that belong to it are there as they were given. */
const textOf = ({ childNodes }: Element): unknown =>
  childNodes
    .map((node) => ("value" in node && node.nodeName === "#text" ? node.value : ""))
    .join("")
    .replaceAll(/^\s*\n\s*|\s*\n\s*$/g, "");

const attributeOf =
  (name: string) =>
  ({ attrs }: Element): unknown =>
    attrs.find((each) => each.name === name)?.value;

function colorOf(element: Element): unknown {
  const found: string[] = [];
  parseCss(String(attributeOf("style")(element))).walkDecls("color", ({ value }) => void found.push(value));
  return found.length === 1 ? found[0] : found;
}

const text = { kind: "text", selector: "[data-x]" };
const title = { kind: "attribute", selector: "[data-x]", attribute: "title" };
const color = { kind: "style", selector: "[data-x]", style: "color", value: "text" };

type Node = [name: string, node: string, property: object, read: (element: Element) => unknown];

const NODES: Node[] = [
  ["text", "<h1 data-x>Old words</h1>", text, textOf],
  ["text over several lines", "<h1 data-x>\r\n\tOld\r\n\twords\r\n</h1>", text, textOf],
  ["a self-closing element", "<h1 data-x />", text, textOf],
  ["an attribute", '<h1 data-x title="Old"></h1>', title, attributeOf("title")],
  ["a single-quoted attribute", "<h1 data-x title='Old'></h1>", title, attributeOf("title")],
  ["an attribute without quotes", "<h1 data-x title=Old></h1>", title, attributeOf("title")],
  ["a new attribute", "<h1 data-x></h1>", title, attributeOf("title")],
  ["an attribute of a custom element", '<x-card data-x title="Old"></x-card>', title, attributeOf("title")],
];
const IN_BRACES: Node[] = [
  ["a string in braces", '<h1 data-x>{"Old \\"words\\""}</h1>', text, textOf],
  ["an attribute in braces", "<h1 data-x title={'Old'}></h1>", title, attributeOf("title")],
];
const STYLES: Node[] = [
  ["an inline style", '<h1 data-x style="margin:0;color:red;top:0"></h1>', color, colorOf],
  ["a new inline style", "<h1 data-x></h1>", color, colorOf],
];

function placesIn(language: Language, nodes: Node[]): Place[] {
  const { file, before, after } = language;
  return nodes.map(([name, node, property, read]) => ({
    name: `${name} in ${file}`,
    file,
    property,
    before,
    node,
    after,
    read: find(language, read),
  }));
}

/** Where any text can stand in a component of Svelte, Vue or Astro. */
export const COMPONENT_TEXTS: Place[] = LANGUAGES.flatMap((language) => [
  ...placesIn(language, NODES),
  ...(language.file.endsWith(".vue") ? [] : placesIn(language, IN_BRACES)),
]);

/** Where one CSS value can stand in such a component. */
export const COMPONENT_STYLES: Place[] = LANGUAGES.flatMap((language) => placesIn(language, STYLES)).map(
  // Svelte makes one space of several, which CSS does not tell apart.
  (place) => (place.file.endsWith(".svelte") ? { ...place, cannot: /\s\s/ } : place),
);
