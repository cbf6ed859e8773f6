import { parseTemplate, TmplAstElement, TmplAstText } from "@angular/compiler";
import ejs from "ejs";
import * as fc from "fast-check";
import Handlebars from "handlebars";
import { IntlMessageFormat } from "intl-messageformat";
import { Liquid } from "liquidjs";
import nunjucks from "nunjucks";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import Twig from "twig";
import { describe, expect, it } from "vitest";
import { runs } from "#tests/support/runs.ts";
import { edit, messageOf, outcomeOf } from "./edited.ts";
import { hostileText } from "./hostile-values.ts";

/** How each language calls what it reads as code, and what would be run if a value were read like that. */
const EXPRESSIONS = [
  "{constructor.constructor('alert(1)')()}",
  "{{constructor.constructor('alert(1)')()}}",
  "@if (true) {x}",
  "@for (a of b; track a) {",
  "[[${secret}]]",
  "[(${secret})]",
  "${secret}",
  "#{secret}",
  "*{secret}",
  "@{/secret}",
  "<#if true>",
  "<@macro/>",
  "[#if true]",
  "[=secret]",
  "{{ secret }}",
  "{{{ secret }}}",
  "{{> secret }}",
  "{{#if secret}}",
  "{% raw %}",
  "{% endif %}",
  "{# secret #}",
  "{!! $secret !!}",
  "<%= secret %>",
  "<%- secret %>",
  "%>",
  "<?php echo $secret; ?>",
  "<?= $secret ?>",
  "?>",
  "}}",
  "%}",
  "{",
  "}",
  "@",
  "\\",
  "$",
  "<",
  "[",
  "@php",
  "@Model.Secret",
  "a@b.example",
];

const expression = fc
  .array(fc.oneof(fc.constantFrom(...EXPRESSIONS), fc.constantFrom(" ", "a", "&", "'", '"')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(""));
const anyValue = fc.oneof({ weight: 3, arbitrary: expression }, hostileText);

interface Engine {
  name: string;
  file: string;
  /** Stands around what is edited, with code of the language before, beside and after it. */
  page: (element: string) => string;
  render: (template: string) => string | Promise<string>;
}

const SECRET = { name: "x", secret: "CODE WAS RUN", list: ["1"] };
const ENGINES: Engine[] = [
  {
    name: "Liquid",
    file: "a.liquid",
    page: (element) =>
      `{% assign x = "}}<h1>" %}<p>{{ name }}</p>\r\n${element}{% for i in list %}<i>{{ i }}</i>{% endfor %}`,
    render: (template) => new Liquid().parseAndRender(template, SECRET),
  },
  {
    name: "Nunjucks",
    file: "a.njk",
    page: (element) =>
      `{# <h1> #}<p>{{ name }}</p>\n${element}{% for i in list %}<i title="{{ i }}">{{ i }}</i>{% endfor %}`,
    render: (template) => nunjucks.renderString(template, SECRET),
  },
  {
    name: "EJS",
    file: "a.ejs",
    page: (element) => `<% if (list.length > 0) { %><p><%= name %></p><% } %>\n${element}<%# <h1> %>`,
    render: (template) => ejs.render(template, SECRET),
  },
  {
    name: "Handlebars",
    file: "a.hbs",
    page: (element) => `{{!-- <h1> --}}<p>{{name}}</p>\n${element}{{#each list}}<i>{{this}}</i>{{/each}}`,
    render: (template) => Handlebars.compile(template)(SECRET),
  },
  {
    name: "Twig",
    file: "a.twig",
    page: (element) => `{# <h1> #}<p>{{ name }}</p>\n${element}{% for i in list %}<i>{{ i }}</i>{% endfor %}`,
    render: (template) => Twig.twig({ data: template }).render(SECRET),
  },
];

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) =>
    "tagName" in child ? [child].concat(elementsIn(child)) : elementsIn(child),
  );
}

/** What a browser shows of the edited element once the language has made a page of it. */
function shown(html: string, what: "text" | "title"): string {
  const found = elementsIn(parse(html)).filter((each) => each.attrs.some(({ name }) => name === "data-x"));
  const [element] = found;
  if (found.length !== 1 || element === undefined) return `${found.length} elements`;
  if (what === "title") return element.attrs.find(({ name }) => name === "title")?.value ?? "no title";
  return element.childNodes.map((node) => ("value" in node ? node.value : "an element")).join("");
}

const text = { id: "x", kind: "text", selector: "[data-x]" };
const title = { id: "x", kind: "attribute", selector: "[data-x]", attribute: "title" };

describe.each(ENGINES)("a page of $name", ({ file, page, render }) => {
  it.each([
    ["text", '<h1 data-x title="Old">Old</h1>', text],
    ["title", '<h1 data-x title="Old">Old</h1>', title],
    ["title", "<h1 data-x title='Old'>Old</h1>", title],
    ["title", "<h1 data-x title=Old>Old</h1>", title],
    ["title", "<h1 data-x>Old</h1>", title],
  ] as const)("shows any value as it was given, as the %s of %s", async (what, element, property) => {
    const [before = "", after = ""] = page("\0").split("\0");
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        const outcome = await edit(file, [property], page(element), { x: value });
        if (!outcome.ok) {
          expect(outcome.code).toBe("invalid-value");
          return;
        }
        const edited = new TextDecoder().decode(outcome.content);
        const wanted = outcome.changes[0]?.after ?? "Old";
        expect(shown(await render(edited), what)).toBe(wanted);
        expect(edited.startsWith(before) && edited.endsWith(after)).toBe(true);
        expect(await edit(file, [property], edited, { x: value })).toMatchObject({ ok: true, changes: [] });
      }),
      { numRuns: runs(150) },
    );
  });

  it("refuses none of its own expressions as a text", async () => {
    for (const value of EXPRESSIONS)
      expect(await outcomeOf(file, [text], page("<h1 data-x>Old</h1>"), { x: value })).not.toBe(
        "invalid-value",
      );
  });
});

/** What Angular's own compiler makes of the element: its text, or that it found code. */
function angularText(template: string): string {
  const { nodes, errors } = parseTemplate(template, "a.html", { preserveWhitespaces: true });
  if (errors !== null && errors.length > 0) return `error: ${errors[0]?.msg ?? ""}`;
  const element = nodes.find(
    (node): node is TmplAstElement => node instanceof TmplAstElement && node.name === "h1",
  );
  const children = element?.children ?? [];
  return children.every((each) => each instanceof TmplAstText)
    ? `${children.map((each) => each.value).join("")}|${element?.attributes.map(({ value }) => value).join("")}|${element?.inputs.length ?? 0}`
    : "code";
}

const angularPage = (element: string): string =>
  `<p *ngIf="open">{{ name }}</p>\n@if (a > 1) {\n<i>{n, plural, =0 {none} other {some}}</i>\n}\n${element}`;

describe("a template of Angular", () => {
  it.each([
    ["text", text],
    ["title", title],
  ])("holds any value as it was given, or refuses it by name: %s", async (what, property) => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        const before = angularPage('<h1 title="Old">Old</h1>');
        const outcome = await edit("a.component.html", [{ ...property, selector: "h1" }], before, {
          x: value,
        });
        if (!outcome.ok) {
          expect(outcome.code).toBe("invalid-value");
          return;
        }
        const edited = new TextDecoder().decode(outcome.content);
        const wanted = outcome.changes[0]?.after ?? "Old";
        // Angular shows its own `&ngsp;` and line breaks as it likes; nothing else may differ.
        expect(angularText(edited)).toBe(what === "text" ? `${wanted}|Old|0` : `Old|${wanted}|0`);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(["app/hero.component.html", "src/app/hero.html", "hero.html"])(
    "is known by its name, or may be one: %s",
    async (file) => {
      const heading = { id: "x", kind: "text", selector: "h1" };
      expect(await messageOf(file, [heading], "<h1>Old</h1>", { x: "{{ secret }}" })).toMatch(
        /^“\{\{ secret \}\}” cannot stand in this page, because (?:Angular|a template language) would read `\{\{` as code: leave out the braces\.$/,
      );
      expect(await outcomeOf(file, [heading], "<h1>Old</h1>", { x: "{a} @if (b) {" })).toMatch(
        /invalid-value|<h1>&#123;a&#125; &#64;if/,
      );
    },
  );
});

describe("a page whose language is known by what it holds", () => {
  it.each([
    [
      "Thymeleaf",
      "<html xmlns:th='x'><p th:text='${a}'>a</p><h1>Old</h1>",
      "[[${secret}]] ${secret} #{secret}",
    ],
    ["FreeMarker", "<#if a><p>x</p></#if><h1>Old</h1>", "${secret} #{secret} <#if> <@x/> [=secret]"],
    ["Blade", "<div>{!! $a !!}</div><h1>Old</h1>", "{!! $secret !!} @php {{ $secret }}"],
    ["Alpine", "<div x-data><h1>Old</h1></div>", "{{ secret }} ${secret}"],
    ["PHP", "<?php if ($a > 1) { ?><p>x</p><?php } ?><h1>Old</h1>", "<?= $secret ?> <?php"],
    ["Go", "{{ if gt .a 1 }}<p>x</p>{{ end }}<h1>Old</h1>", "{{ .Secret }}"],
  ])("%s gets a value that it cannot read as code", async (_name, page, value) => {
    const edited = await outcomeOf("a.html", [{ ...text, selector: "h1" }], page, { x: value });
    const heading = /<h1>(.*)<\/h1>/.exec(edited)?.[1] ?? edited;
    expect(heading).toMatch(/&(?:#|lt;)/);
    expect(heading).not.toMatch(/\{|\}|<|\[[[(=]|@[a-z]/);
  });

  it.each([
    ["AngularJS", "<html ng-app><h1>Old</h1>"],
    ["Vue", "<div id=app><p v-if='a'>x</p><h1>Old</h1></div>"],
    ["Vue", "<html><script src='https://unpkg.com/vue@3'></script><h1>Old</h1>"],
    ["Angular", "<html><app-root [title]='a'></app-root><h1>Old</h1>"],
  ])("%s reads what references mean, so that a value is refused by name", async (name, page) => {
    expect(await messageOf("a.html", [{ ...text, selector: "h1" }], page, { x: "{{ secret }}" })).toContain(
      name,
    );
    expect(await outcomeOf("a.html", [{ ...text, selector: "h1" }], page, { x: "Hello" })).toContain("Hello");
  });

  it("only offers what its code leaves alone", async () => {
    const heading = { id: "x", kind: "text", selector: "h1" };
    for (const [page, code] of [
      ["<html><h1 th:text='${a}'>Old</h1>", "holds-code"],
      ["<div v-if=a><h1 v-text=b>Old</h1></div>", "holds-code"],
      ["<div x-data><h1 x-text=b>Old</h1></div>", "holds-code"],
      ["<?php if ($a > 1) { ?><h1><?= $b ?></h1><?php } ?>", "holds-code"],
      ["<?php $a = '?><h1>Old</h1>'; ?>", "no-match"],
      ["<?php /* ?> <h1>Old</h1> */ ?>", "no-match"],
      ["<?php echo <<<END\n<h1>Old</h1> ?>\nEND; ?>", "no-match"],
      ["<p>x</p><?php if (1 > 0) echo '<h1>Old</h1>';", "no-match"],
    ] as const)
      expect(
        await outcomeOf(
          page.startsWith("<?") || page.includes("<?php") ? "a.php" : "a.html",
          [heading],
          page,
          { x: "New" },
        ),
      ).toBe(code);
    const target = { id: "x", kind: "attribute", selector: "a", attribute: "href" };
    for (const page of [
      "<div v-if=b><a :href=c href=/>x</a></div>",
      "<a {{ attrs }}>x</a>",
      "<a {% if a %}href='/'{% endif %}>x</a>",
      "<a href='/{{ b }}'>x</a>",
      "<a th:href='@{/x}' href='/'>x</a>",
      "<a ng-href='x' href='/'>x</a>",
    ])
      expect(await outcomeOf("a.html", [target], page, { x: "/new" })).toBe("holds-code");
    await expect(
      outcomeOf("a.html", [{ ...target, attribute: "th:href" }], "<a>", { x: "/new" }),
    ).rejects.toThrow("can run code");
  });
});

const dictionary = (now: string): string => JSON.stringify({ x: now });

describe("a message of a dictionary", () => {
  const value = { id: "x", kind: "value", pointer: "/x" };

  it("is never one that its program cannot read", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyValue, fc.constantFrom("Save {50}", "a <b", "<b>", "{", "'{", "it's")),
        async (given) => {
          const outcome = await edit("messages/en.json", [value], dictionary("Old"), { x: given });
          if (!outcome.ok) {
            expect(outcome.code).toBe("invalid-value");
            return;
          }
          const { x }: { x: string } = JSON.parse(new TextDecoder().decode(outcome.content));
          expect(new IntlMessageFormat(x, "en").format({})).toBe(x);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it("keeps the arguments and tags that it has, and gets no other", async () => {
    const now = dictionary("Hello {name}, <b>welcome</b>");
    expect(await outcomeOf("a.json", [value], now, { x: "<b>Hi</b>, {name}!" })).toBe(
      dictionary("<b>Hi</b>, {name}!"),
    );
    expect(await messageOf("a.json", [value], now, { x: "Hi {user}" })).toBe(
      "X is a message that a program reads, and `{` means something to it: leave that out (`{name}`, `<b>`, `</b>` may stay).",
    );
    expect(await messageOf("locales/de.json", [value], dictionary("Old"), { x: "Save {50}" })).toBe(
      "X is a message that a program reads, and `{` means something to it: leave that out.",
    );
    expect(await outcomeOf("content/home.json", [value], dictionary("Old"), { x: "Save {50}" })).toBe(
      dictionary("Save {50}"),
    );
  });
});
