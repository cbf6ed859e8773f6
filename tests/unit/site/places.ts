import { parse as parseJson } from "jsonc-parser";
import { parse as parseHtml, type DefaultTreeAdapterTypes } from "parse5";
import { parse as parseCss } from "postcss";
import { compiled, type Compiled } from "./compiled-page.ts";

/** A place in a file that a value can land in, and what another program than ours reads there. */
export interface Place {
  name: string;
  file: string;
  property: object;
  before: string;
  node: string;
  after: string;
  read(text: string): unknown;
  /** What this place alone cannot hold, so that it is refused. */
  cannot?: RegExp;
}

function jsx(name: string, node: string, property: object, read: (node: Compiled) => unknown): Place {
  const before =
    "// “before” 🎉\r\nconst other = <i title='&lt;'>{/* c */} a &amp; b </i>;\r\nconst node = (\r\n\t";
  const after = "\r\n);\r\nconst last = <i>{`${x}`}</i>;";
  return { name, file: "src/Page.jsx", property, before, node, after, read: (text) => read(compiled(text)) };
}

const textOf = ({ text }: Compiled): unknown => text;
const propOf =
  (name: string) =>
  ({ props }: Compiled): unknown =>
    props?.[name];
const styleOf = ({ props }: Compiled): unknown => {
  const style = props?.["style"];
  return typeof style === "object" && style !== null && "color" in style ? style.color : undefined;
};

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) =>
    "tagName" in child ? [child].concat(elements(child)) : elements(child),
  );
}

function html(name: string, node: string, property: object, read: (element: Element) => unknown): Place {
  const before = "<!doctype html>\r\n<!-- “before” 🎉 -->\r\n<p title='&lt;'>a &amp; b\r\n";
  const after = "\r\n<p>after</p>\r\n<script>'</h1>'</script>";
  const find = (text: string): unknown => {
    const found = elements(parseHtml(text)).filter((each) =>
      each.attrs.some((attr) => attr.name === "data-x"),
    );
    return found.length === 1 && found[0] !== undefined ? read(found[0]) : found.length;
  };
  return { name, file: "index.html", property, before, node, after, read: find };
}

/** Spaces beside the text are layout; spaces that belong to it are there as they were given. */
const htmlText = ({ childNodes }: Element): unknown =>
  childNodes
    .map((node) =>
      "value" in node && node.nodeName === "#text" ? node.value.replace(/^\s*\n\s*|\s*\n\s*$/g, "") : "",
    )
    .join("");
const attributeOf =
  (name: string) =>
  ({ attrs }: Element): unknown =>
    attrs.find((each) => each.name === name)?.value;

const x = { kind: "text", selector: "[data-x]" };
const title = { kind: "attribute", selector: "[data-x]", attribute: "title" };

/** Where any text can stand. */
export const TEXT_PLACES: Place[] = [
  jsx("JSX text", "<h1 data-x>Old words</h1>", x, textOf),
  jsx("JSX text over several lines", "<h1 data-x>\r\n\t\tOld\r\n\t\twords{/* c */}\r\n\t</h1>", x, textOf),
  jsx("a self-closing JSX element", "<h1 data-x />", x, textOf),
  jsx("a string in braces", '<h1 data-x>{"Old \\"words\\""}</h1>', x, textOf),
  jsx("a single-quoted string in braces", "<h1 data-x>\r\n{'Old'}\r\n</h1>", x, textOf),
  jsx("a template in braces", "<h1 data-x>{`Old`}</h1>", x, textOf),
  jsx("a JSX attribute", '<h1 data-x title="Old" />', title, propOf("title")),
  jsx("a single-quoted JSX attribute", "<h1 data-x title='Old' />", title, propOf("title")),
  jsx("a JSX attribute in braces", "<h1 data-x title={'Old'} />", title, propOf("title")),
  jsx("a new JSX attribute", "<h1\r\n\t\tdata-x\r\n\t/>", title, propOf("title")),
  html("HTML text", "<h1 data-x>Old words</h1>", x, htmlText),
  html("HTML text over several lines", "<h1 data-x>\r\n\tOld\r\n\twords\r\n</h1>", x, htmlText),
  html("a textarea", "<textarea data-x>Old</textarea>", x, htmlText),
  html("an HTML title", "<title data-x>Old</title>", x, htmlText),
  html("SVG text", "<svg><text data-x>Old</text></svg>", x, htmlText),
  html("an HTML attribute", '<h1 data-x title="Old"></h1>', title, attributeOf("title")),
  html("a single-quoted HTML attribute", "<h1 data-x title='Old'></h1>", title, attributeOf("title")),
  html("an HTML attribute without quotes", "<h1 data-x title=Old></h1>", title, attributeOf("title")),
  html("a new HTML attribute", "<h1 data-x></h1>", title, attributeOf("title")),
  {
    name: "a JSON string",
    file: "content.json",
    property: { kind: "value", pointer: "/a/0/b" },
    before: '{ // “before” 🎉\r\n\t"a" : [ {"b":',
    node: '"Old \\u0041"',
    after: " , }],\r\n}",
    read: (text) => {
      const json: { a: { b: string }[] } = parseJson(text);
      return json.a[0]?.b;
    },
  },
];

const color = { kind: "style", selector: "[data-x]", style: "color", value: "text" };

function variableIn(text: string): unknown {
  const found: string[] = [];
  parseCss(text).walkDecls("--x", (declaration) => void found.push(declaration.value.trim()));
  return found.length === 1 ? found[0] : found;
}

function css(name: string, before: string, node: string, after: string): Place {
  const property = { kind: "variable", variable: "--x", value: "text" };
  return { name, file: "a.css", property, before, node, after, read: variableIn };
}

const SET = /^(?:\.x \{ )?[$@\w-]+\s*: ?(.*?)(?: !default)?; (?:\/\/|\}) end\r$/m;
const valueOfSheet = (text: string): unknown => SET.exec(text)?.[1];

/** A style sheet of Sass or Less, or a rule. */
function sheet(name: string, file: string, [node, property]: [string, object]): Place {
  const before = "/* “before” 🎉 } */\r\n.a{}\r\n// it's }\r\n";
  const after = "; // end\r\n.b { color: red }";
  const isRule = node.startsWith(".x");
  return {
    name,
    file,
    property,
    before,
    node,
    after: isRule ? after.replace("//", "}") : after,
    read: valueOfSheet,
  };
}

function htmlColor(element: Element): unknown {
  const style = String(attributeOf("style")(element));
  const found: string[] = [];
  parseCss(style).walkDecls("color", (declaration) => void found.push(declaration.value));
  return found.length === 1 ? found[0] : found;
}

/** Where one CSS value can stand. */
export const STYLE_PLACES: Place[] = [
  jsx("a React style", '<h1 data-x style={{ margin: 0, color: "red" }} />', color, styleOf),
  jsx("a new React style", "<h1 data-x />", color, styleOf),
  jsx("a new property of a React style", "<h1 data-x style={{ margin: 0 }} />", color, styleOf),
  html("an inline style", '<h1 data-x style="margin:0;color:red;top:0"></h1>', color, htmlColor),
  html("a single-quoted inline style", "<h1 data-x style='color: red'></h1>", color, htmlColor),
  html("a new inline style", "<h1 data-x></h1>", color, htmlColor),
  html(
    "a new property of an inline style",
    '<h1 data-x style="font-family: &quot;A&quot;, serif"></h1>',
    color,
    htmlColor,
  ),
  css(
    "a custom property",
    "/* 🎉 } */\r\n.a{}\r\n:root{ --y: 1; --x:",
    "red",
    " ; }\r\n.b { color: var(--x) }",
  ),
  sheet("a variable of Sass", "a.scss", ["$x: red !default", { kind: "variable", variable: "$x" }]),
  sheet("a variable of Less", "a.less", ["@x : red", { kind: "variable", variable: "@x" }]),
  sheet("a rule of Sass", "a.scss", [
    ".x { font-family: red",
    { kind: "rule", selector: ".x", declaration: "font-family" },
  ]),
  css("the last custom property", ":root {\n\t--x: ", "red", "\n}"),
];
