import { describe, expect, it } from "vitest";
import { editSection } from "#src/site/edit-section.ts";
import { EDITABLE } from "#src/site/format.ts";
import { PAGE, color, messageOf, outcomeOf, target, title } from "./edited.ts";
import { definitionOf } from "./page-definition.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a change is refused", () => {
  it("when the site has no such section or property any more", async () => {
    const definition = definitionOf("a.jsx", [title]);
    expect(await editSection(definition, bytes(PAGE), { section: "footer", updates: {} })).toMatchObject({
      ok: false,
      code: "unknown-section",
    });
    expect(
      await editSection(definition, bytes(PAGE), { section: "page", updates: { toString: "x" } }),
    ).toMatchObject({
      code: "unknown-property",
    });
  });

  it("when the value is of another kind than the property", async () => {
    const links = { id: "links", kind: "link", selector: "h1", template: '<a href="{href}">{label}</a>' };
    expect(await outcomeOf("a.jsx", [title], PAGE, { title: [{ label: "a", href: "/" }] })).toBe(
      "invalid-value",
    );
    expect(await outcomeOf("a.jsx", [links], PAGE, { links: "About /about" })).toBe("invalid-value");
  });

  it("when the value breaks the rules of the property", async () => {
    expect(await outcomeOf("a.jsx", [{ ...title, maxLength: 3 }], PAGE, { title: "Long" })).toBe(
      "invalid-value",
    );
    expect(await outcomeOf("a.jsx", [{ ...title, pattern: "[A-Z]+" }], PAGE, { title: "Long" })).toBe(
      "invalid-value",
    );
    expect(await outcomeOf("a.jsx", [color], PAGE, { color: "nice" })).toBe("invalid-value");
    expect(await outcomeOf("a.html", [target], "<a href='/'>x</a>", { target: "javascript:alert(1)" })).toBe(
      "invalid-value",
    );
  });

  it("when the property would not be found afterwards", async () => {
    const fragile = { ...target, selector: 'a[href="/old"]' };
    expect(await outcomeOf("a.html", [fragile], '<a href="/old">x</a>', { target: "/new" })).toBe(
      "not-verified",
    );
    expect(await messageOf("a.html", [fragile], '<a href="/old">x</a>', { target: "/new" })).toBe(
      "Target could not be changed: its selector would not find it any more. Nothing was changed; the selector in ux-agent.json has to be corrected.",
    );
  });

  it("when the file cannot be parsed, with the reason", async () => {
    expect(await messageOf("a.jsx", [title], "const node = <h1>;", { title: "x" })).toMatch(
      /^a\.jsx cannot be read as jsx \(.*\(1:\d+\)\)/,
    );
    expect(
      await outcomeOf("a.css", [{ id: "x", kind: "variable", variable: "--x" }], ":root { --x: (", {
        x: "1",
      }),
    ).toBe("not-parsable");
    expect(
      await messageOf("a.json", [{ id: "x", kind: "value", pointer: "/x" }], '{"x": }', { x: "1" }),
    ).toBe("a.json cannot be read as json (value expected, line 1): it has to be corrected first.");
  });

  it("when the file is over 1 MB", async () => {
    expect(
      await outcomeOf("a.html", [title], `<h1>x</h1>\n${"<p>y</p>\n".repeat(120_000)}`, { title: "x" }),
    ).toBe("too-large");
  });

  it("when the file is not UTF-8", async () => {
    const latin = new Uint8Array([...bytes("<h1>"), 0xe9, ...bytes("</h1>")]);
    expect(await outcomeOf("a.html", [title], latin, { title: "x" })).toBe("not-utf8");
  });

  it("when the file is minified, but not for one long line", async () => {
    const long = `<p>${"word ".repeat(6000)}</p>`;
    expect(await outcomeOf("a.html", [title], `<h1>x</h1>${long}`, { title: "y" })).toBe("minified");
    expect(
      await outcomeOf("a.html", [title], `<main>\n<h1>x</h1>\n</main>\n${long}`, { title: "y" }),
    ).toContain("<h1>y</h1>");
    expect(await outcomeOf("a.jsx", [title], PAGE, { title: "y".repeat(4000) })).toContain("yyy");
  });

  it.each(["src/App.razor", "views/home.pug", "src/app.rb", "a.txt"])("when the file is %s", async (file) => {
    const [section] = definitionOf("a.jsx", [title]).sections;
    const definition = { sections: section === undefined ? [] : [{ ...section, file }] };
    expect(
      await editSection(definition, bytes(PAGE), { section: "page", updates: { title: "x" } }),
    ).toMatchObject({
      code: "unsupported-format",
      message: `${file} cannot be edited: it has to be one of ${EDITABLE}.`,
    });
  });

  it("when the text is code or holds elements, saying which", async () => {
    expect(await messageOf("a.jsx", [title], "const node = <h1>Hi {user.name}</h1>;", { title: "x" })).toBe(
      'The text of <h1> comes from code (`{user.name}`, line 1), which ux-agent does not change: add "run" to the property in ux-agent.json to change one run of the text (1: “Hi”).',
    );
    expect(await messageOf("a.html", [title], "<h1>Hi\n<b>you</b></h1>", { title: "x" })).toBe(
      '<h1> also holds <b> (line 2), which would be lost: add "run" to the property in ux-agent.json to change one run of the text (1: “Hi”).',
    );
  });

  it("when nothing or too much matches, saying where", async () => {
    expect(await messageOf("a.html", [title], "<h2>x</h2>", { title: "x" })).toBe(
      "Nothing in the file matches `h1`: the selector in ux-agent.json has to be corrected.",
    );
    expect(await messageOf("a.html", [title], "<h1>x</h1>\n".repeat(7), { title: "x" })).toBe(
      "7 elements match `h1` (lines 1, 2, 3, 4, 5 and others), and it has to be exactly one: the selector in ux-agent.json has to be corrected.",
    );
  });

  it.each([
    ["/heroo/title", "The file has `hero`, `links`, `a/b`: correct"],
    ["/hero/tilte", "`/hero` has `title`: correct"],
    ["/links/3", "`/links` is a list, from `0` to `1`: correct"],
    ["/links/first", "`/links` is a list, from `0` to `1`: correct"],
    ["/a~1b/x", "`/a~1b` is one value: correct"],
  ])("when there is no %s in the data, saying what there is", async (pointer, rest) => {
    const property = { id: "title", kind: "value", pointer };
    const text = '{ "hero": { "title": "Hi" }, "links": ["A", "B"], "a/b": "x" }';
    expect(await messageOf("a.json", [property], text, { title: "x" })).toBe(
      `There is no \`${pointer}\` in the file. ${rest} the pointer in ux-agent.json.`,
    );
  });

  it.each(["script", "style", "noscript", "iframe", "template", "br"])(
    "when the element is <%s>, which has no text",
    async (name) => {
      const property = { ...title, selector: name };
      expect(
        await outcomeOf("a.html", [property], `<body><${name}>x</${name === "br" ? "b" : name}>`, {
          title: "y",
        }),
      ).toBe("not-editable");
    },
  );

  it.each([
    "<h1 {...props} />",
    "<h1 {...props}></h1>",
    "<h1 {...props}>\n{/* c */}\n</h1>",
    "<h1 children={title} />",
    "<h1 dangerouslySetInnerHTML={{ __html: page }} />",
  ])("when nothing is written in the element, and code may say what it shows: %s", async (node) => {
    expect(await outcomeOf("a.jsx", [title], `const node = ${node};`, { title: "New" })).toBe("holds-code");
  });

  it.each(["<img data-x />", "<input data-x></input>"])(
    "when React would not take a text: %s",
    async (node) => {
      const property = { ...title, selector: "[data-x]" };
      expect(await outcomeOf("a.jsx", [property], `const node = ${node};`, { title: "New" })).toBe(
        "not-editable",
      );
    },
  );

  it.each([
    ["script", "src", "<script src='/a.js'></script>"],
    ["script", "type", "<script type='application/json'>{}</script>"],
    ["base", "href", "<base href='/'>"],
    ["link", "href", "<link rel=stylesheet href='/a.css'>"],
    ["link", "href", "<link rel='alternate stylesheet' href='/a.css'>"],
    ["meta", "content", "<meta http-equiv=refresh content='5'>"],
    ["embed", "src", "<embed src='/a'>"],
    ["object", "data", "<object data='/a'></object>"],
    ["animate", "values", "<svg><a><animate attributeName=href values='/a'/></a></svg>"],
  ])("when the attributes of the element decide what runs: %s %s", async (selector, attribute, page) => {
    const property = { ...target, selector, attribute };
    expect(await outcomeOf("a.html", [property], page, { target: "https://elsewhere.example/x" })).toBe(
      "not-editable",
    );
  });

  it("when a component of a framework loads a script", async () => {
    const property = { ...target, selector: "Script", attribute: "src" };
    expect(
      await outcomeOf("a.jsx", [property], "const node = <Script src='/a.js' />;", { target: "/b.js" }),
    ).toBe("not-editable");
  });

  it("but not for what is only shown or read: a page's icon and description, an element of the site's own", async () => {
    const own = { ...target, selector: "animated-text", attribute: "title" };
    expect(await outcomeOf("a.html", [own], "<animated-text title=a></animated-text>", { target: "b" })).toBe(
      '<animated-text title="b"></animated-text>',
    );
    const icon = { ...target, selector: "link[rel~=icon]" };
    const description = { ...target, selector: "meta", attribute: "content" };
    expect(
      await outcomeOf("a.html", [icon], "<link rel='shortcut icon' href='/a.png'>", { target: "/b.png" }),
    ).toBe("<link rel='shortcut icon' href='/b.png'>");
    expect(await outcomeOf("a.html", [description], "<meta name=x content='a'>", { target: "b" })).toBe(
      "<meta name=x content='b'>",
    );
  });

  it("when code decides the attribute or the style", async () => {
    expect(await outcomeOf("a.jsx", [target], "const node = <a href={x}>x</a>;", { target: "/y" })).toBe(
      "holds-code",
    );
    expect(await outcomeOf("a.jsx", [target], "const node = <a {...x}>x</a>;", { target: "/y" })).toBe(
      "holds-code",
    );
    expect(await outcomeOf("a.jsx", [target], "const node = <a href>x</a>;", { target: "/y" })).toBe(
      "holds-code",
    );
    expect(
      await outcomeOf("a.jsx", [color], "const node = <h1 style={{ color: x }}>x</h1>;", { color: "red" }),
    ).toBe("holds-code");
    expect(
      await outcomeOf("a.jsx", [color], "const node = <h1 style={{ ...x }}>x</h1>;", { color: "red" }),
    ).toBe("holds-code");
    expect(await outcomeOf("a.jsx", [color], "const node = <h1 {...x}>x</h1>;", { color: "red" })).toBe(
      "holds-code",
    );
  });

  it.each([
    "<h1>{{ page.title }}</h1>",
    "<h1>{% if x %}A{% else %}B{% endif %}</h1>",
    "<h1><%= title %></h1>",
    "<h1><?php echo $title; ?></h1>",
    "<h1>Hi <?= $name ?></h1>",
  ])("when the text of an HTML file is for a template engine: %s", async (page) => {
    expect(await outcomeOf("a.html", [title], page, { title: "x" })).toBe("holds-code");
  });

  it("when a template engine decides an attribute, a style or a list of an HTML file", async () => {
    const links = {
      id: "links",
      kind: "link",
      selector: "ul",
      template: '<li><a href="{href}">{label}</a></li>',
    };
    const list = "<ul>{% for x in y %}<li><a href='/'>{{ x }}</a></li>{% endfor %}</ul>";
    expect(await outcomeOf("a.html", [target], '<a href="{{ url }}">x</a>', { target: "/y" })).toBe(
      "holds-code",
    );
    expect(await outcomeOf("a.html", [color], '<h1 style="{{ css }}">x</h1>', { color: "red" })).toBe(
      "not-editable",
    );
    expect(await outcomeOf("a.html", [links], list, { links: [{ label: "A", href: "/a" }] })).toBe(
      "holds-code",
    );
  });

  it("when browsers open an element again around the text that was never closed", async () => {
    expect(await messageOf("a.html", [title], "<p><b>One<h1>Two</h1>", { title: "x" })).toContain(
      "<h1> also holds <b>",
    );
  });

  it("when browsers would move the text because its tags are misplaced", async () => {
    const misplaced = "<main><table>one<tr>two<td>cell</table></main>";
    expect(await outcomeOf("a.html", [{ ...title, selector: "td" }], misplaced, { title: "x" })).toContain(
      "<td>x</table>",
    );
    expect(await outcomeOf("a.html", [{ ...title, selector: "main" }], misplaced, { title: "x" })).toBe(
      "holds-code",
    );
  });
});
