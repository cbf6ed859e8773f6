import * as fc from "fast-check";
import { parse as parseHtml } from "parse5";
import { describe, expect, it } from "vitest";
import type { Link } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import { problemWithInvisible } from "#src/site/invisible-characters.ts";
import { checkLink } from "#src/site/value.ts";
import { runs } from "#tests/support/runs.ts";
import { hostileText } from "./hostile-values.ts";
import { definitionOf } from "./page-definition.ts";
import { compiled } from "./compiled-page.ts";

const TEMPLATE = '<li><a href="{href}">{label}</a></li>';
const HTML = "<body>\n<ul>\n  <li><a href='/'>Home</a></li>\n</ul>\n<p>after</p>\n";
const JSX = "const node = (\n  <ul>\n    <li><a href='/'>Home</a></li>\n  </ul>\n);\n";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array): string => new TextDecoder().decode(content);

function add(file: string, before: string, links: Link[], template = TEMPLATE) {
  const definition = definitionOf(file, [{ id: "links", kind: "link", selector: "ul", template }]);
  return editSection(definition, bytes(before), { section: "page", updates: { links } });
}

/** The edited text, or the code of the refusal. */
async function outcomeOf(file: string, before: string, links: Link[], template?: string): Promise<string> {
  const outcome = await add(file, before, links, template);
  return outcome.ok ? text(outcome.content) : outcome.code;
}

describe("links", () => {
  it("go after the last one, in its layout, as one change each", async () => {
    const outcome = await add("a.html", HTML, [
      { label: "About", href: "/about" },
      { label: "Help", href: "#help" },
    ]);
    expect(outcome.ok && text(outcome.content)).toBe(
      HTML.replace(
        "\n</ul>",
        '\n  <li><a href="/about">About</a></li>\n  <li><a href="#help">Help</a></li>\n</ul>',
      ),
    );
    expect(outcome).toMatchObject({
      changes: [
        { property: "links", label: "Links", before: null, after: "About → /about" },
        { property: "links", label: "Links", before: null, after: "Help → #help" },
      ],
    });
  });

  it("are never there twice: neither one that is there, nor one asked for twice", async () => {
    const about = { label: "About", href: "/about" };
    const once = await outcomeOf("a.html", HTML, [about]);
    expect(await outcomeOf("a.html", HTML, [about, { label: "Home", href: "/" }, about])).toBe(once);
    expect(await add("a.html", once, [about])).toEqual({ ok: true, content: bytes(once), changes: [] });
  });

  it("may have the label of another one with another target", async () => {
    expect(await outcomeOf("a.html", HTML, [{ label: "Home", href: "/en" }])).toContain(
      '<a href="/en">Home</a>',
    );
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "https://bank.example@elsewhere.example",
    "https:elsewhere.example",
    "http://",
    "mailto:someone",
    "data:text/html,x",
    "",
    "about page",
    "/about\u202Egnp.exe",
  ])("never lead to %j", async (href) => {
    expect(await outcomeOf("a.html", HTML, [{ label: "x", href }])).toBe("invalid-value");
    expect(await outcomeOf("a.jsx", JSX, [{ label: "x", href }])).toBe("invalid-value");
  });

  it.each([
    "/",
    "/a?b=1&c=2#d",
    "#top",
    "https://example.com/ä?q=\"<'>{x}",
    "http://localhost:3000",
    "/{x}&copy",
  ])("may lead to %s, which lands as it is", async (href) => {
    const link = { label: "x", href };
    expect(linksInHtml(await outcomeOf("a.html", HTML, [link])).at(-1)).toEqual(link);
    expect(linksInJsx(await outcomeOf("a.jsx", JSX, [link])).at(-1)).toEqual(link);
  });

  it.each(["<ul {...props}></ul>", "<ul {...props}>\n</ul>", "<ul children={items}></ul>"])(
    "are not put where code may put others: %s",
    async (list) => {
      expect(await outcomeOf("a.jsx", `const node = ${list};`, [{ label: "x", href: "/x" }])).toBe(
        "holds-code",
      );
    },
  );

  it("have any label as it was given, and nothing around the list changes", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (label) => {
        const link = { label, href: "/x" };
        const checked = checkLink(link);
        const isShown = checked.ok && !problemWithInvisible("Label", checked.value.label, []);
        const html = await outcomeOf("a.html", HTML, [link]);
        const jsx = await outcomeOf("a.jsx", JSX, [link]);
        if (checked.ok && isShown) {
          expect(linksInHtml(html)).toEqual([{ label: "Home", href: "/" }, checked.value]);
          expect(linksInJsx(jsx)).toEqual([{ label: "Home", href: "/" }, checked.value]);
          expect(html.endsWith("</li>\n</ul>\n<p>after</p>\n")).toBe(true);
          expect(jsx.endsWith("</li>\n  </ul>\n);\n")).toBe(true);
        } else {
          expect([html, jsx]).toEqual(["invalid-value", "invalid-value"]);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("the template of links", () => {
  const link = { label: 'A "b"', href: "/c" };

  it.each([
    ['<NavItem to="{href}" label="{label}" />', '<NavItem to="/c" label="A &quot;b&quot;" />'],
    ["<NavItem to={href}>{label}</NavItem>", '<NavItem to="/c">A "b"</NavItem>'],
    [
      "<li><a href='{href}' title='Go to {label}'>→ {label}</a></li>",
      "<li><a href='/c' title='Go to A \"b\"'>→ A \"b\"</a></li>",
    ],
  ])("may be %s", async (template, item) => {
    const once = await outcomeOf("a.jsx", "const node = <ul></ul>;\n", [link], template);
    expect(once).toBe(`const node = <ul>${item}</ul>;\n`);
    expect(await outcomeOf("a.jsx", once, [link], template)).toBe(once);
  });

  it.each([
    "{label} {href}",
    '<a href="{href}">{label}</a><br/>',
    "<a href={href} onClick={() => go({label})}>x</a>",
    '<a href="/x" onclick="go(\'{href}\')">{label}</a>',
    '<a href="{label}">{href}</a>',
    '<a title="{href}"><script>{label}</script></a>',
    '<li data-x="{href}"></li>{label}',
    '<a href="{href}">{label}',
    '<a href="{href}">{t("{label}")}</a>',
    '<a href="{href}">{t({label})}</a>',
    "<a href={base({href})}>{label}</a>",
    '<a href="{href}" title={t({label})}>{label}</a>',
    "<a href=\"javascript:go('{href}')\">{label}</a>",
    '<a href="java&#115;cript:go({href})">{label}</a>',
    '<a href="/{href}">{label}</a>',
    '<li><script src="{href}" /><a href="{href}">{label}</a></li>',
  ])("cannot be %s", async (template) => {
    expect(await outcomeOf("a.jsx", JSX, [link], template)).toBe("bad-template");
  });

  it.each([
    '<li><a href="{href}">{{ t("{label}") }}</a></li>',
    '<li><a href="{{ base }}{href}">{label}</a></li>',
    '<li><a href="{href}" title="{{ t(\'{label}\') }}">{label}</a></li>',
    '<li><a href="//{href}">{label}</a></li>',
  ])("cannot be %s in HTML", async (template) => {
    expect(await outcomeOf("a.html", HTML, [link], template)).toBe("bad-template");
  });

  it("may complete an address of the site", async () => {
    const template = '<li><a href="/en{href}?from=menu">{label}</a></li>';
    expect(await outcomeOf("a.html", HTML, [link], template)).toContain('<a href="/en/c?from=menu">');
  });
});

function linksInHtml(html: string): Link[] {
  const links: Link[] = [];
  const visit = (node: object): void => {
    if ("tagName" in node && node.tagName === "a" && "attrs" in node && Array.isArray(node.attrs)) {
      const children = "childNodes" in node && Array.isArray(node.childNodes) ? node.childNodes : [];
      links.push({ label: children.map(({ value }) => value).join(""), href: node.attrs[0]?.value });
    } else if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
  };
  visit(parseHtml(html));
  return links;
}

function linksInJsx(jsx: string): Link[] {
  return compiled(jsx).children.map((item) => {
    const [link] = item.children;
    return { label: link?.text ?? "", href: String(link?.props?.["href"]) };
  });
}
