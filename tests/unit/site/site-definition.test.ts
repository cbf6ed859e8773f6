import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = { id: "text", kind: "text", selector: "h1" };
const header = { id: "header", file: "src/Header.jsx", properties: [text] };

function read(definition: unknown) {
  return readSiteDefinition(bytes(JSON.stringify(definition)));
}

function problemsOf(definition: unknown): string[] {
  const outcome = read(definition);
  return outcome.ok ? [] : outcome.problems.map(({ path, message }) => `${path} ${message}`);
}

/** The problems of a site whose only section differs from a good one. */
function withSection(changes: object): string[] {
  return problemsOf({ sections: [{ ...header, ...changes }] });
}

/** The problems of a site whose only property is this one. */
function withProperty(property: object, file = "src/Header.jsx"): string[] {
  return withSection({ file, properties: [{ id: "x", ...property }] });
}

describe("a ux-agent.json", () => {
  it("may be as the documentation shows it", () => {
    const page = readFileSync(new URL("../../../docs/ux-agent-json.md", import.meta.url), "utf8");
    const [, example = ""] = /```json\n([^]*?)```/.exec(page) ?? [];
    expect(readSiteDefinition(bytes(example))).toMatchObject({ ok: true });
  });

  it("gets labels from ids where it has none, and names in lower case", () => {
    const outcome = read({ sections: [{ ...header, id: "nav-bar", names: ["Menu"] }] });
    expect(outcome).toMatchObject({
      ok: true,
      definition: {
        sections: [
          { id: "nav-bar", label: "Nav bar", names: ["menu"], properties: [{ label: "Text", names: [] }] },
        ],
      },
    });
  });

  it("may start with a byte order mark", () => {
    expect(readSiteDefinition(bytes(`\uFEFF${JSON.stringify({ sections: [header] })}`))).toMatchObject({
      ok: true,
    });
  });

  it("is refused when it says more than the table can keep", () => {
    const content = JSON.stringify({ sections: [header] });
    expect(readSiteDefinition(bytes(content.padEnd(200_000)))).toMatchObject({ ok: true });
    expect(readSiteDefinition(bytes(content.padEnd(200_001)))).toEqual({
      ok: false,
      problems: [{ path: "", message: "is over 200 kB: list fewer properties or names" }],
    });
  });

  it("names line and column where it is not JSON", () => {
    expect(readSiteDefinition(bytes('{\n  "sections": [,]\n}'))).toEqual({
      ok: false,
      problems: [
        { path: "", message: "is not valid JSON at line 2, column 16 (value expected): correct it there" },
      ],
    });
  });

  it("is refused when it is not UTF-8", () => {
    expect(readSiteDefinition(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
      ok: false,
      problems: [{ path: "", message: "is not UTF-8 text: save it as UTF-8 first." }],
    });
  });

  it("is told about all problems at once, each with its path", () => {
    expect(
      problemsOf({
        sections: [
          {
            id: "Header",
            file: 1,
            properties: [
              { id: "x", kind: "txt" },
              { id: "y", kind: "text" },
            ],
          },
        ],
      }),
    ).toEqual([
      "sections[0].id must be lower-case words joined by hyphens, for example “hero-text”",
      "sections[0].file must be a text in quotes",
      "sections[0].properties[0].kind must be one of text, attribute, style, class, link, list, rule, variable, value, markdown",
      "sections[0].properties[1].selector is missing: add a text in quotes",
    ]);
  });

  it("is told what a number has to be", () => {
    expect(withProperty({ kind: "text", selector: "h1", maxLength: 0.5 })).toEqual([
      "sections[0].properties[0].maxLength must be a whole number",
    ]);
  });

  it("is told what a misspelt field is", () => {
    expect(withProperty({ kind: "text", selector: "h1", maxlength: 3 })).toEqual([
      "sections[0].properties[0] has “maxlength”, which is not known here: check the spelling or remove it",
    ]);
  });

  it.each([{}, { sections: [] }, { sections: [{ ...header, properties: [] }] }, [], null, "x"])(
    "is refused as %j",
    (definition) => {
      expect(problemsOf(definition)).not.toEqual([]);
    },
  );
});

describe("names in a ux-agent.json", () => {
  it("lead to one section only, whatever their case", () => {
    const sections = [header, { ...header, id: "footer", names: ["Bottom", "HEADER"] }];
    expect(problemsOf({ sections })).toEqual([
      "sections[1].names[1] “header” is already used by sections[0].id: choose another",
    ]);
  });

  it("lead to one property of a section only", () => {
    const properties = [
      { ...text, names: ["title"] },
      { ...text, id: "title" },
    ];
    expect(withSection({ properties })).toEqual([
      "sections[0].properties[1].id “title” is already used by sections[0].properties[0].names[0]: choose another",
    ]);
  });

  it("are not a word of commands", () => {
    expect(withSection({ properties: [{ ...text, id: "section" }] })).toEqual([
      "sections[0].properties[0].id cannot be “section”, which is a word of commands: choose another",
    ]);
  });
});

describe("the file of a section", () => {
  it.each([
    ["../Header.jsx", "must not leave the repository"],
    ["src/../../Header.jsx", "must not leave the repository"],
    ["/etc/page.html", "must be relative"],
    ["C:/page.html", "must be relative"],
    [":(glob)*.html", "must be relative"],
    ["src\\Header.jsx", "must use /"],
    ["src//Header.jsx", "must be written plainly"],
    ["./Header.jsx", "must be written plainly"],
    ["", "is empty"],
    [".git/hooks/x.html", "is not a place"],
    [".github/page.html", "is not a place"],
    [".GIT/x.html", "is not a place"],
    [".vscode/tasks.json", "is not a place"],
    ["src/.eslintrc.json", "is not a place"],
    ["a/node_modules/b/c.css", "is not a place"],
    ["package.json", "is a configuration file"],
    ["package-lock.json", "is a configuration file"],
    ["composer.json", "is a configuration file"],
    ["vercel.json", "is a configuration file"],
    ["app/ux-agent.json", "is a configuration file"],
    ["Package.JSON", "is a configuration file"],
    ["tsconfig.app.json", "is a configuration file"],
    ["babel.config.json", "is a configuration file"],
    ["vite.config.ts", "is a configuration file"],
    ["netlify.toml", "is a configuration file"],
    ["pnpm-lock.yaml", "is a configuration file"],
    ["docker-compose.yml", "is a configuration file"],
    [".github/workflows/ci.yml", "is not a place"],
    ["app.min.css", "is a minified file"],
    ["src/App.razor", "is not a file that can be edited: it has to be one of .jsx, .js, .mjs"],
    ["views/home.pug", "is not a file that can be edited"],
    ["src/app.rb", "is not a file that can be edited"],
    ["Makefile", "is not a file that can be edited"],
  ])("cannot be %s", (file, problem) => {
    expect(withSection({ file })[0]).toContain(`sections[0].file ${problem}`);
  });

  it.each([
    ".well-known/page.html",
    "content/config.json",
    "public/manifest.json",
    "_config.yml",
    "hugo.toml",
    "docusaurus.config.ts",
    ".vitepress/config.mts",
  ])("may be %s", (file) => {
    expect(withSection({ file }).filter((problem) => problem.includes("].file "))).toEqual([]);
  });

  it("decides which kinds of edit there are", () => {
    expect(withProperty({ kind: "variable", variable: "--a" })).toEqual([
      "sections[0].properties[0].kind cannot be variable in this file: use text, attribute, style, class, link, list, image, value",
    ]);
    expect(withProperty({ kind: "text", selector: "h1" }, "a.css")).toEqual([
      "sections[0].properties[0].kind cannot be text in this file: use variable, rule, image",
    ]);
    expect(withProperty({ kind: "variable", variable: "--a" }, "a.css")).toEqual([]);
    expect(withProperty({ kind: "value", pointer: "/a/b" }, "a.json")).toEqual([]);
  });
});

describe("a property", () => {
  it.each([
    [{ kind: "text", selector: "h1[" }, "selector is not a CSS selector"],
    [{ kind: "text", selector: "h1:nonsense(2)" }, "selector is not a CSS selector"],
    [{ kind: "text", selector: "h1", pattern: "(" }, "pattern is not a regular expression"],
    [
      { kind: "attribute", selector: "a", attribute: "onClick" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "dangerouslySetInnerHTML" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "v-html" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "x-on:click" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "srcdoc" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "data-on:click" },
      "attribute is an attribute that can run code",
    ],
    [{ kind: "attribute", selector: "a", attribute: "_" }, "attribute is an attribute that can run code"],
    [
      { kind: "attribute", selector: "iframe", attribute: "sandbox" },
      "attribute is an attribute that can run code",
    ],
    [
      { kind: "attribute", selector: "a", attribute: "set:html" },
      "attribute is an attribute that can run code",
    ],
    [{ kind: "attribute", selector: "a", attribute: "style" }, "attribute cannot be style"],
    [{ kind: "attribute", selector: "a", attribute: 'a"b' }, "attribute must be the name of an attribute"],
    [{ kind: "style", selector: "a", style: "behavior" }, "style is a style that can run code"],
    [{ kind: "style", selector: "a", style: "color:" }, "style must be the name of a CSS property"],
    [{ kind: "style", selector: "a", style: "background-image", value: "url" }, "value cannot be url"],
    [
      { kind: "link", selector: "ul", template: "<a>{label}</a>" },
      "template must contain {label} and {href}",
    ],
  ])("cannot be %j", (property, problem) => {
    expect(withProperty(property)[0]).toContain(`sections[0].properties[0].${problem}`);
  });

  it.each([
    "h1",
    "header > .title:not(.small)",
    "[data-ux=title]",
    "Menu\\.Item:nth-of-type(2)",
    "ul:has(> li) a:first-child",
    ":root",
  ])("may be selected by %s", (selector) => {
    expect(withProperty({ kind: "text", selector })).toEqual([]);
  });
});

function valueOf(property: object, file?: string) {
  const outcome = read({
    sections: [{ ...header, file: file ?? header.file, properties: [{ id: "x", ...property }] }],
  });
  return outcome.ok ? catalogueOf(outcome.definition, "v1").sections[0]?.properties[0] : outcome;
}

describe("the catalogue of a site", () => {
  it("holds no selectors and no files", () => {
    const outcome = read({
      sections: [{ ...header, names: ["top"], properties: [{ ...text, hint: "The title.", maxLength: 9 }] }],
    });
    expect(outcome.ok && catalogueOf(outcome.definition, "v1")).toEqual({
      version: "v1",
      sections: [
        {
          id: "header",
          label: "Header",
          names: ["top"],
          properties: [
            {
              id: "text",
              label: "Text",
              names: [],
              value: "text",
              rules: { maxLength: 9 },
              hint: "The title.",
            },
          ],
        },
      ],
    });
  });

  it("knows colours, addresses and links by their kind", () => {
    expect(valueOf({ kind: "style", selector: "a", style: "background-color" })).toMatchObject({
      value: "color",
    });
    expect(valueOf({ kind: "style", selector: "a", style: "font-size" })).toMatchObject({ value: "text" });
    expect(valueOf({ kind: "attribute", selector: "a", attribute: "alt" })).toMatchObject({ value: "text" });
    expect(valueOf({ kind: "link", selector: "a", template: "{label}{href}" })).toMatchObject({
      value: "links",
    });
    expect(valueOf({ kind: "variable", variable: "--a", value: "color" }, "a.css")).toMatchObject({
      value: "color",
    });
  });

  it.each(["/links/0/href", "/hero/imageUrl", "/cta_link"])(
    "takes addresses for %s in JSON, unless the site says otherwise",
    (pointer) => {
      expect(valueOf({ kind: "value", pointer }, "a.json")).toMatchObject({ value: "url" });
      expect(valueOf({ kind: "value", pointer, value: "text" }, "a.json")).toMatchObject({ value: "text" });
    },
  );

  it.each(["href", "src", "xlink:href", "formAction", "to", "data", "imageUrl"])(
    "takes only addresses for %s, whatever the site says",
    (attribute) => {
      expect(valueOf({ kind: "attribute", selector: "a", attribute, value: "text" })).toMatchObject({
        value: "url",
      });
    },
  );
});
