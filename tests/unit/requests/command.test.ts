import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import { readLinks } from "#src/requests/links.ts";
import type { Catalogue, Part } from "#src/site/catalogue.ts";
import { bakery, large, property, sample, section } from "./catalogues.ts";

const ask = (command: string, catalogue: Catalogue = sample, answers: Record<string, string> = {}) =>
  interpret({ command, image_count: 0, answers }, catalogue);

const meaning = (command: string, catalogue?: Catalogue) => {
  const result = ask(command, catalogue);
  return result.outcome === "understood" ? { section: result.section, ...result.updates } : result;
};

const refusal = (command: string, catalogue?: Catalogue) => {
  const result = ask(command, catalogue);
  return result.outcome === "refused" ? result.message : `not refused: ${JSON.stringify(result)}`;
};

describe("a command", () => {
  it.each<[string, Record<string, unknown>]>([
    ['section:header text:"Welcome"', { section: "header", text: "Welcome" }],
    ["section:header color:#FF0080", { section: "header", color: "#FF0080" }],
    ['color:"#FF0080" section:header text:Welcome', { section: "header", text: "Welcome", color: "#FF0080" }],
    ["SECTION:Header TEXT:Welcome", { section: "header", text: "Welcome" }],
    ["section:footer text:'It is ours'", { section: "footer", text: "It is ours" }],
    ["section:footer text:'It's ours'", { section: "footer", text: "It's ours" }],
    ["section:footer text:“Hello there”", { section: "footer", text: "Hello there" }],
    ["section:footer text:‘It’s here’", { section: "footer", text: "It’s here" }],
    ["section:footer text:„Guten Tag“", { section: "footer", text: "Guten Tag" }],
    ["section:footer text:«Bonjour»", { section: "footer", text: "Bonjour" }],
    ['section:footer text:"Say \\"hi\\""', { section: "footer", text: 'Say "hi"' }],
    ['section:footer text:"a \\\\ b"', { section: "footer", text: "a \\ b" }],
    ['section:footer text:"C:\\new"', { section: "footer", text: "C:\\new" }],
    ["section:home hero-text:Hello cta-text:Go", { section: "home", "hero-text": "Hello", "cta-text": "Go" }],
    [
      'section:header text:"the section:footer color:red"',
      { section: "header", text: "the section:footer color:red" },
    ],
    ["section:header text:One text:Two", { section: "header", text: "Two" }],
    ["section:header color:nope color:red", { section: "header", color: "red" }],
    ["section:header section:footer text:Hi", { section: "footer", text: "Hi" }],
    ["section:header text:Hi,color:red", { section: "header", text: "Hi", color: "red" }],
    ["section:header text:A,B", { section: "header", text: "A,B" }],
    [
      "section:header text:https://a.example,https://b.example",
      {
        section: "header",
        text: "https://a.example,https://b.example",
      },
    ],
    ["section:header text:12:30", { section: "header", text: "12:30" }],
    ["section:header text:(b)", { section: "header", text: "(b)" }],
    ["section: header text: Hello", { section: "header", text: "Hello" }],
    ['section:"header", text:"Hi"; color:red', { section: "header", text: "Hi", color: "red" }],
    ['section:header color:"Dark Blue"', { section: "header", color: "darkblue" }],
    ['section:"navigation bar" brand:Acme', { section: "navbar", brand: "Acme" }],
    [
      'section:header links:"About /about"',
      { section: "header", links: [{ label: "About", href: "/about" }] },
    ],
    [
      'section:header links:"About us /about, Docs https://example.com/a,b; Top #top"',
      {
        section: "header",
        links: [
          { label: "About us", href: "/about" },
          { label: "Docs", href: "https://example.com/a,b" },
          { label: "Top", href: "#top" },
        ],
      },
    ],
  ])("%s", (command, expected) => {
    expect(meaning(command)).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['section:storefront motto:"Fresh daily"', { section: "storefront", tagline: "Fresh daily" }],
    ["section:deals size:LARGE", { section: "specials", size: "Large" }],
    [
      "section:order address:https://shop.example/x?y=1",
      { section: "order", address: "https://shop.example/x?y=1" },
    ],
    [
      'section:directory pages:"FAQ /faq"',
      { section: "directory", entries: [{ label: "FAQ", href: "/faq" }] },
    ],
  ])("finds what another site calls its parts: %s", (command, expected) => {
    expect(meaning(command, bakery)).toEqual(expected);
  });

  it.each<[string, Part[]]>([
    [
      "section:header color:red section:footer color:red",
      [
        { section: "header", updates: { color: "red" } },
        { section: "footer", updates: { color: "red" } },
      ],
    ],
    [
      "text:Hi section:header section:footer text:Bye section:header color:red",
      [
        { section: "footer", updates: { text: "Bye" } },
        { section: "header", updates: { color: "red" } },
      ],
    ],
  ])("changes several sections: %s", (command, parts) => {
    const result = ask(command);
    if (result.outcome !== "understood") throw new Error(JSON.stringify(result));
    const { section, updates, parts: further = [] } = result;
    expect([{ section, updates }, ...further]).toEqual(parts);
  });

  it("asks where the links of two sections lead, each under an id of its own", () => {
    const command = "section:header links:About section:navbar links:About";
    const asked = ask(command);
    expect(asked.outcome === "unclear" && asked.questions.map(({ id }) => id)).toEqual([
      "target:About",
      "2.target:About",
    ]);
    const answers = { "target:About": "/about", "2.target:About": "/us" };
    expect(ask(command, sample, answers)).toMatchObject({
      outcome: "understood",
      updates: { links: [{ label: "About", href: "/about" }] },
      parts: [{ section: "navbar", updates: { links: [{ label: "About", href: "/us" }] } }],
    });
  });

  it("says what was understood from which words", () => {
    const result = ask('section:header text:"Hi"');
    expect(result.outcome === "understood" && result.intent).toEqual({
      source: "grammar",
      catalogue_version: "sample-1",
      understood: [
        { as: "section:header", from: "section:header" },
        { as: "text:Hi", from: 'text:"Hi"' },
      ],
    });
  });

  it("decides alone when there is a description too", () => {
    const request = {
      command: "section:header text:Hi",
      description: "make the footer red",
      image_count: 1,
      answers: {},
    };
    expect(interpret(request, sample)).toMatchObject({
      outcome: "understood",
      section: "header",
      updates: { text: "Hi" },
    });
  });
});

describe("a command that is not right is refused and told", () => {
  it.each([
    ["section:haeder text:Hi", "Did you mean `header`?"],
    ["section:nav text:Hi", "Did you mean `navbar`?"],
    ['section:header, text:"Hi"', "Did you mean `header`?"],
    ["section:nonsense text:Hi", "There is no section called “nonsense”."],
    ["section:header colour:red", "Did you mean `color`?"],
    ["section:footer links:x", "There is no property in `footer` called “links”."],
    ["section:header", "no change"],
    ["text:Hi", "does not say which section"],
    ["links:x", "does not say which section"],
    ["section:header text:", "`text` has no value"],
    ['section:header text:""', "`text` has no value"],
    ['section:header text:"  "', "`text` has no value"],
    ["section:header text: color:red", "`text` has no value"],
    ["section: text:Hi", "`section` has no value"],
    ['section:header text:"Hello', "is not closed"],
    ["section:header text:“Hello", "is not closed"],
    ["section:header text:Hello World color:red", '`text:"Hello World"`'],
    ['section:header text:"Hi <@123456789012345678>"', "`<@123456789012345678>`, which only Discord shows"],
    ['section:header text:"Say "hi" now"', "must be a space"],
    ["make the header red", "plain words go into `description`"],
    ["section:header color:darker", "is not a colour"],
    ["section:header color:#12345", "`#FF0080`"],
    ["section:header text:Hi section:footer", "names the section `footer` and no change"],
    ["section:header text:Hi section:nowhere color:red", "There is no section called “nowhere”"],
    ['section:header links:"/about"', "needs a text before its target"],
    ['section:header links:"About javascript:alert(1)"', "not an address"],
    ["section:header links:About https://x.example", '`links:"About https://x.example"`'],
  ])("%s", (command, words) => {
    expect(refusal(command)).toContain(words);
  });

  it("with all sections, the properties of the section and an example that works", () => {
    const message = refusal("section:specials weight:5", bakery);
    expect(message).toContain("`storefront` (Shop window)");
    expect(message).toContain("`price`: Write a price, for example €4.50.");
    expect(message).toContain('section:specials bread:"Welcome to our site"');
  });

  it("with an example that is itself understood, whatever the site", () => {
    for (const catalogue of [sample, bakery, large]) {
      const example = /example:\*\* `(.+)`$/.exec(refusal("nonsense", catalogue))?.[1] ?? "";
      expect(ask(example, catalogue).outcome).toBe("understood");
    }
  });

  it("in a message that Discord can show, however much the site offers", () => {
    const wordy = section(
      "x".repeat(300),
      Array.from({ length: 90 }, (_, index) =>
        property(`property-${index}-${"y".repeat(60)}`, "text", { hint: "z".repeat(500) }),
      ),
    );
    const catalogue = { version: "1", sections: [wordy, ...large.sections] };
    const message = refusal(`section:${"x".repeat(300)} foo:bar`, catalogue);
    expect(message.length).toBeLessThanOrEqual(1800);
    expect(message).toContain("more");
  });

  it("which of two was meant, when a name fits both", () => {
    const twins = [section("left", [], { label: "Box" }), section("right", [], { label: "Box" })];
    expect(refusal("section:box text:x", { version: "1", sections: twins })).toContain("`left` or `right`");
  });
});

describe("a text and a target", () => {
  it.each([
    "GitHub https://git.example",
    "GitHub - https://git.example",
    "GitHub – https://git.example",
    "GitHub: https://git.example",
    "GitHub → https://git.example",
    "GitHub->https://git.example",
    "GitHub => https://git.example",
    "GitHub | https://git.example",
    "GitHub, https://git.example",
    "GitHub (https://git.example)",
    "GitHub <https://git.example>",
    "[GitHub](https://git.example)",
    "“GitHub”: https://git.example",
    "'GitHub' 'https://git.example'",
    "`GitHub` `https://git.example`.",
    "GitHub\nhttps://git.example",
  ])("are told from what stands between them: %s", (value) => {
    expect(readLinks(value)).toEqual([{ label: "GitHub", href: "https://git.example" }]);
  });

  it.each<[string, [string | null, string | null][]]>([
    [
      "About /about Docs /docs",
      [
        ["About", "/about"],
        ["Docs", "/docs"],
      ],
    ],
    [
      "About /about and Docs /docs",
      [
        ["About", "/about"],
        ["Docs", "/docs"],
      ],
    ],
    [
      "About /about\nDocs /docs",
      [
        ["About", "/about"],
        ["Docs", "/docs"],
      ],
    ],
    [
      "About,/about; Docs,/docs",
      [
        ["About", "/about"],
        ["Docs", "/docs"],
      ],
    ],
    ["Log in / Sign up /login", [["Log in / Sign up", "/login"]]],
    ["Home /", [["Home", "/"]]],
    ["Any questions? /faq", [["Any questions?", "/faq"]]],
    ["“Terms, Conditions” /terms", [["Terms, Conditions", "/terms"]]],
    ["1,000 reasons /why", [["1,000 reasons", "/why"]]],
    ["GitHub github.com/acme", [["GitHub", "github.com/acme"]]],
  ])("of each link: %s", (value, links) => {
    expect(readLinks(value)).toEqual(links.map(([label, href]) => ({ label, href })));
  });

  it.each([
    "/about About",
    "About /about /team",
    "add About /about",
    "a link to About /about",
    "About to /about",
    "text: About, target: /about",
    'label "About" href "/about"',
  ])("are not guessed: %s", (value) => {
    expect(readLinks(value).map(({ label }) => label)).toContain(null);
  });
});

describe("a link without a target", () => {
  it("is asked for, by its text", () => {
    const result = ask('section:header text:Hi links:"About us; Docs /docs"');
    expect(result).toMatchObject({
      outcome: "unclear",
      section: "header",
      updates: { text: "Hi", links: [{ label: "Docs", href: "/docs" }] },
      questions: [{ id: "target:About us", label: "Target of “About us”" }],
    });
  });

  it("is complete with the answer", () => {
    const result = ask("section:header links:About", sample, { "target:About": " /about " });
    expect(result).toMatchObject({
      outcome: "understood",
      updates: { links: [{ label: "About", href: "/about" }] },
    });
    expect(result.outcome === "understood" && result.intent.understood.at(-1)).toEqual({
      as: "target:/about",
      from: " /about ",
    });
  });

  it("is asked for again when the answer is none, with the reason", () => {
    const result = ask("section:header links:About", sample, { "target:About": "javascript:alert(1)" });
    expect(result.outcome === "unclear" && result.questions[0]?.text).toContain("is not an address");
  });

  it("has a question id of at most 60 characters, however long its text", () => {
    const result = ask(`section:header links:"${"About ".repeat(30)}"`);
    expect(result.outcome === "unclear" && result.questions[0]?.id).toBe("target:#1");
  });
});

describe("a request with neither words nor a site", () => {
  it("is told how to ask", () => {
    const result = interpret({ image_count: 0, answers: {}, command: " ", description: "" }, sample);
    expect(result.outcome === "refused" && result.message).toContain("in plain words as `description`");
  });

  it("is told that there is nothing to change", () => {
    expect(refusal("section:x text:y", { version: "1", sections: [] })).toContain("has no sections");
  });
});
