import { describe, expect, it } from "vitest";
import type { Updates } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import { definitionOf } from "./page-definition.ts";

const title = { id: "title", kind: "text", selector: "h1" };
const color = { id: "color", kind: "style", selector: "h1", style: "color" };
const target = { id: "target", kind: "attribute", selector: "a", attribute: "href" };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function edit(file: string, properties: object[], content: string | Uint8Array, updates: Updates) {
  const before = typeof content === "string" ? bytes(content) : content;
  return editSection(definitionOf(file, properties), "page", before, updates);
}

/** The edited text, or the code of the refusal. */
function outcomeOf(...given: Parameters<typeof edit>): string {
  const outcome = edit(...given);
  return outcome.ok ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(outcome.content) : outcome.code;
}

const messageOf = (...given: Parameters<typeof edit>): string => {
  const outcome = edit(...given);
  return outcome.ok ? "" : outcome.message;
};

const PAGE = "const node = <h1>Old</h1>;\n";

describe("an edit", () => {
  it("tells what stood there and what stands there now, in the order of ux-agent.json", () => {
    const outcome = edit("a.jsx", [title, color], "const node = <h1 style={{ color: 'red' }}>Old</h1>;", {
      color: "blue",
      title: "New",
    });
    expect(outcome).toMatchObject({
      changes: [
        { property: "title", label: "Title", before: "Old", after: "New" },
        { property: "color", label: "Color", before: "red", after: "blue", color: true },
      ],
    });
  });

  it("leaves alone what was not asked for, even what objects have by nature", () => {
    const odd = { ...color, id: "constructor" };
    expect(edit("a.jsx", [title, odd], PAGE, { title: "New" })).toMatchObject({
      changes: [{ property: "title" }],
    });
  });

  it("says that nothing stood there", () => {
    expect(edit("a.jsx", [color], PAGE, { color: "blue" })).toMatchObject({
      changes: [{ before: null, after: "blue" }],
    });
  });

  it("gives back the same content and no changes when everything is so already", () => {
    const content = bytes(PAGE);
    const outcome = edit("a.jsx", [title], content, { title: "Old" });
    expect(outcome).toEqual({ ok: true, content, changes: [] });
  });

  it("leaves out of the changes what is so already", () => {
    expect(edit("a.jsx", [title, color], PAGE, { title: "Old", color: "blue" })).toMatchObject({
      changes: [{ property: "color" }],
    });
  });

  it("writes a value as the rules of the property spell it", () => {
    const listed = { ...title, oneOf: ["Big News", "Small News"] };
    expect(outcomeOf("a.jsx", [listed], PAGE, { title: "  big news " })).toBe(
      "const node = <h1>Big News</h1>;\n",
    );
  });

  it("takes a text over several lines as one line", () => {
    expect(outcomeOf("a.jsx", [title], PAGE, { title: "One\n  two" })).toBe(
      "const node = <h1>One   two</h1>;\n",
    );
  });

  it("adds several styles to an element without any as one attribute, in the order of ux-agent.json", () => {
    const background = { ...color, id: "background", style: "background-color" };
    const updates = { background: "navy", color: "blue" };
    expect(outcomeOf("a.jsx", [color, background], PAGE, updates)).toBe(
      'const node = <h1 style={{ color: "blue", backgroundColor: "navy" }}>Old</h1>;\n',
    );
    expect(outcomeOf("a.html", [color, background], "<h1>Old</h1>", updates)).toBe(
      '<h1 style="color: blue; background-color: navy">Old</h1>',
    );
  });

  it("adds to a style object as it is laid out", () => {
    const before =
      "const node = (\n  <h1\n    style={{\n      margin: 0,\n    }}\n  >\n    Old\n  </h1>\n);\n";
    expect(outcomeOf("a.jsx", [color], before, { color: "blue" })).toBe(
      before.replace("margin: 0,", 'margin: 0,\n      color: "blue",'),
    );
  });

  it.each([
    ["color: red; color: green", "color: red; color: blue"],
    ["color: red !important; color: green", "color: blue !important; color: green"],
  ])("changes the style that counts when one is there twice: %s", (before, after) => {
    expect(outcomeOf("a.html", [color], `<h1 style="${before}">Old</h1>`, { color: "blue" })).toBe(
      `<h1 style="${after}">Old</h1>`,
    );
  });

  it("tells custom properties apart by case, and other styles not", () => {
    const custom = { ...color, style: "--brand", value: "text" };
    expect(outcomeOf("a.html", [custom], '<h1 style="--brand: 1; --Brand: 2">x</h1>', { color: "3" })).toBe(
      '<h1 style="--brand: 3; --Brand: 2">x</h1>',
    );
    expect(outcomeOf("a.html", [color], '<h1 style="COLOR: red">x</h1>', { color: "blue" })).toBe(
      '<h1 style="COLOR: blue">x</h1>',
    );
  });

  it.each([
    ["<h1 id='a' /* why */ />", "<h1 id='a' /* why */ >New</h1>"],
    ["<h1 id='a' // why\n/>", "<h1 id='a' // why\n>New</h1>"],
    ["<h1 / >", "<h1>New</h1>"],
  ])("keeps the comments in a tag that gets its first text: %s", (before, after) => {
    expect(outcomeOf("a.jsx", [title], `const node = ${before};`, { title: "New" })).toBe(
      `const node = ${after};`,
    );
  });

  it.each([
    ["{ /* none yet */ }", '{ color: "blue" /* none yet */ }'],
    ["{// none yet\n}", '{ color: "blue" // none yet\n}'],
    ["{}", '{ color: "blue" }'],
  ])("keeps the comments in a style object that gets its first style: %s", (before, after) => {
    expect(outcomeOf("a.jsx", [color], `const node = <h1 style={${before}} />;`, { color: "blue" })).toBe(
      `const node = <h1 style={${after}} />;`,
    );
  });

  it.each([
    ["class", "class"],
    ["class", "className"],
    ["className", "className"],
  ])("changes the %s that the file writes as %s", (attribute, written) => {
    const look = { id: "look", kind: "attribute", selector: "h1", attribute };
    expect(outcomeOf("a.jsx", [look], `const node = <h1 ${written}="old" />;`, { look: "new" })).toBe(
      `const node = <h1 ${written}="new" />;`,
    );
  });

  it("adds an attribute in the spelling of the language", () => {
    const look = { id: "look", kind: "attribute", selector: "h1" };
    expect(outcomeOf("a.html", [{ ...look, attribute: "className" }], "<h1>x</h1>", { look: "new" })).toBe(
      '<h1 class="new">x</h1>',
    );
    expect(outcomeOf("a.jsx", [{ ...look, attribute: "class" }], PAGE, { look: "new" })).toBe(
      'const node = <h1 className="new">Old</h1>;\n',
    );
  });

  it("adds links to the body of a page as well, whose text browsers put together across its end", () => {
    const links = { id: "links", kind: "link", selector: "body", template: '<a href="{href}">{label}</a>' };
    const before = '<body>\n<a href="/">Home</a>\n</body>\n</html>\n';
    expect(outcomeOf("a.html", [links], before, { links: [{ label: "A", href: "/a" }] })).toBe(
      before.replace("Home</a>\n", 'Home</a>\n<a href="/a">A</a>\n'),
    );
  });
});

describe("whitespace around a text", () => {
  const pre = { id: "x", kind: "text", selector: "pre" };
  it.each([
    ["<pre>\n\n a\n</pre>", "<pre>\n\n b\n</pre>"],
    ["<pre>\n&gt; a</pre>", "<pre>\nb</pre>"],
    ["<pre>&gt; a</pre>", "<pre>b</pre>"],
    ["<pre>\r\na</pre>", "<pre>\r\nb</pre>"],
    ["<pre>\n</pre>", "<pre>b\n</pre>"],
    ["<pre>\u00A0</pre>", "<pre>b</pre>"],
    ["<pre>\u00A0a&#32;</pre>", "<pre>b</pre>"],
    ["<pre>\t a \t</pre>", "<pre>\t b \t</pre>"],
  ])("is layout when it is written as spaces and line breaks: %j", (before, after) => {
    expect(outcomeOf("a.html", [pre], before, { x: "b" })).toBe(after);
    expect(outcomeOf("a.html", [pre], after, { x: "b" })).toBe(after);
  });

  it("is taken for nothing in an element that browsers fill themselves", () => {
    const table = { ...pre, selector: "table" };
    expect(outcomeOf("a.html", [table], "<table><tr><td>a</td></tr></table>", { x: "b" })).toBe(
      "holds-elements",
    );
  });
});

describe("several changes", () => {
  const again = { ...title, id: "again", selector: "#x" };

  it("are refused when they want the same place", () => {
    const before = '<h1 id="x">Old</h1>';
    expect(outcomeOf("a.html", [title, again], before, { title: "A", again: "B" })).toBe("conflict");
    expect(messageOf("a.html", [title, again], before, { title: "A", again: "B" })).toBe(
      "These changes cannot be made together, because one would undo another (Title, Again): ask for one at a time.",
    );
  });

  it("may want the same value in the same place", () => {
    expect(outcomeOf("a.html", [title, again], '<h1 id="x">Old</h1>', { title: "A", again: "A" })).toBe(
      '<h1 id="x">A</h1>',
    );
  });

  it("are refused when one changes what another is found by", () => {
    const links = {
      id: "links",
      kind: "link",
      selector: "ul",
      template: '<li><a href="{href}">{label}</a></li>',
    };
    const last = { id: "last", kind: "text", selector: "li:last-child a" };
    const before = '<ul><li><a href="/">Home</a></li></ul>';
    expect(
      outcomeOf("a.html", [links, last], before, { links: [{ label: "A", href: "/a" }], last: "Start" }),
    ).toBe("conflict");
  });

  it("are made all or not at all", () => {
    expect(outcomeOf("a.html", [title, target], "<h1>Old</h1>", { title: "New", target: "/x" })).toBe(
      "no-match",
    );
  });
});

describe("a change is refused", () => {
  it("when the site has no such section or property any more", () => {
    const definition = definitionOf("a.jsx", [title]);
    expect(editSection(definition, "footer", bytes(PAGE), {})).toMatchObject({
      ok: false,
      code: "unknown-section",
    });
    expect(editSection(definition, "page", bytes(PAGE), { toString: "x" })).toMatchObject({
      code: "unknown-property",
    });
  });

  it("when the value is of another kind than the property", () => {
    const links = { id: "links", kind: "link", selector: "h1", template: '<a href="{href}">{label}</a>' };
    expect(outcomeOf("a.jsx", [title], PAGE, { title: [{ label: "a", href: "/" }] })).toBe("invalid-value");
    expect(outcomeOf("a.jsx", [links], PAGE, { links: "About /about" })).toBe("invalid-value");
  });

  it("when the value breaks the rules of the property", () => {
    expect(outcomeOf("a.jsx", [{ ...title, maxLength: 3 }], PAGE, { title: "Long" })).toBe("invalid-value");
    expect(outcomeOf("a.jsx", [{ ...title, pattern: "[A-Z]+" }], PAGE, { title: "Long" })).toBe(
      "invalid-value",
    );
    expect(outcomeOf("a.jsx", [color], PAGE, { color: "nice" })).toBe("invalid-value");
    expect(outcomeOf("a.html", [target], "<a href='/'>x</a>", { target: "javascript:alert(1)" })).toBe(
      "invalid-value",
    );
  });

  it("when the property would not be found afterwards", () => {
    const fragile = { ...target, selector: 'a[href="/old"]' };
    expect(outcomeOf("a.html", [fragile], '<a href="/old">x</a>', { target: "/new" })).toBe("not-verified");
    expect(messageOf("a.html", [fragile], '<a href="/old">x</a>', { target: "/new" })).toBe(
      "Target could not be changed: its selector would not find it any more. Nothing was changed; the selector in ux-agent.json has to be corrected.",
    );
  });

  it("when the file cannot be parsed, with the reason", () => {
    expect(messageOf("a.jsx", [title], "const node = <h1>;", { title: "x" })).toMatch(
      /^a\.jsx cannot be read as jsx \(.*\(1:\d+\)\)/,
    );
    expect(
      outcomeOf("a.css", [{ id: "x", kind: "variable", variable: "--x" }], ":root { --x: (", { x: "1" }),
    ).toBe("not-parsable");
    expect(outcomeOf("a.json", [{ id: "x", kind: "value", pointer: "/x" }], '{"x": }', { x: "1" })).toBe(
      "not-parsable",
    );
  });

  it("when the file is over 1 MB", () => {
    expect(outcomeOf("a.html", [title], `<h1>x</h1>\n${"<p>y</p>\n".repeat(120_000)}`, { title: "x" })).toBe(
      "too-large",
    );
  });

  it("when the file is not UTF-8", () => {
    const latin = new Uint8Array([...bytes("<h1>"), 0xe9, ...bytes("</h1>")]);
    expect(outcomeOf("a.html", [title], latin, { title: "x" })).toBe("not-utf8");
  });

  it("when the file is minified, but not for one long line", () => {
    const long = `<p>${"word ".repeat(6000)}</p>`;
    expect(outcomeOf("a.html", [title], `<h1>x</h1>${long}`, { title: "y" })).toBe("minified");
    expect(outcomeOf("a.html", [title], `<main>\n<h1>x</h1>\n</main>\n${long}`, { title: "y" })).toContain(
      "<h1>y</h1>",
    );
    expect(outcomeOf("a.jsx", [title], PAGE, { title: "y".repeat(4000) })).toContain("yyy");
  });

  it.each(["src/App.vue", "src/App.svelte", "src/app.js", "a.md"])("when the file is %s", (file) => {
    const [section] = definitionOf("a.jsx", [title]).sections;
    const definition = { sections: section === undefined ? [] : [{ ...section, file }] };
    expect(editSection(definition, "page", bytes(PAGE), { title: "x" })).toMatchObject({
      code: "unsupported-format",
      message: `${file} cannot be edited: it has to be one of .jsx, .tsx, .html, .htm, .css, .json.`,
    });
  });

  it("when the text is code or holds elements, saying which", () => {
    expect(messageOf("a.jsx", [title], "const node = <h1>Hi {user.name}</h1>;", { title: "x" })).toBe(
      "The text of <h1> comes from code (`{user.name}`, line 1), which ux-agent does not change: a developer has to.",
    );
    expect(messageOf("a.html", [title], "<h1>Hi\n<b>you</b></h1>", { title: "x" })).toBe(
      "<h1> also holds <b> (line 2), which would be lost: the selector in ux-agent.json has to mean an element with text only.",
    );
  });

  it("when nothing or too much matches, saying where", () => {
    expect(messageOf("a.html", [title], "<h2>x</h2>", { title: "x" })).toBe(
      "Nothing in the file matches `h1`: the selector in ux-agent.json has to be corrected.",
    );
    expect(messageOf("a.html", [title], "<h1>x</h1>\n".repeat(7), { title: "x" })).toBe(
      "7 elements match `h1` (lines 1, 2, 3, 4, 5 and others), and it has to be exactly one: the selector in ux-agent.json has to be corrected.",
    );
  });

  it.each(["script", "style", "noscript", "iframe", "template", "br"])(
    "when the element is <%s>, which has no text",
    (name) => {
      const property = { ...title, selector: name };
      expect(
        outcomeOf("a.html", [property], `<body><${name}>x</${name === "br" ? "b" : name}>`, { title: "y" }),
      ).toBe("not-editable");
    },
  );

  it.each([
    "<h1 {...props} />",
    "<h1 {...props}></h1>",
    "<h1 {...props}>\n{/* c */}\n</h1>",
    "<h1 children={title} />",
    "<h1 dangerouslySetInnerHTML={{ __html: page }} />",
  ])("when nothing is written in the element, and code may say what it shows: %s", (node) => {
    expect(outcomeOf("a.jsx", [title], `const node = ${node};`, { title: "New" })).toBe("holds-code");
  });

  it.each(["<img data-x />", "<input data-x></input>"])("when React would not take a text: %s", (node) => {
    const property = { ...title, selector: "[data-x]" };
    expect(outcomeOf("a.jsx", [property], `const node = ${node};`, { title: "New" })).toBe("not-editable");
  });

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
  ])("when the attributes of the element decide what runs: %s %s", (selector, attribute, page) => {
    const property = { ...target, selector, attribute };
    expect(outcomeOf("a.html", [property], page, { target: "https://elsewhere.example/x" })).toBe(
      "not-editable",
    );
  });

  it("when a component of a framework loads a script", () => {
    const property = { ...target, selector: "Script", attribute: "src" };
    expect(outcomeOf("a.jsx", [property], "const node = <Script src='/a.js' />;", { target: "/b.js" })).toBe(
      "not-editable",
    );
  });

  it("but not for what is only shown or read: a page's icon, address and description", () => {
    const icon = { ...target, selector: "link[rel~=icon]" };
    const description = { ...target, selector: "meta", attribute: "content" };
    expect(
      outcomeOf("a.html", [icon], "<link rel='shortcut icon' href='/a.png'>", { target: "/b.png" }),
    ).toBe("<link rel='shortcut icon' href='/b.png'>");
    expect(outcomeOf("a.html", [description], "<meta name=x content='a'>", { target: "b" })).toBe(
      "<meta name=x content='b'>",
    );
  });

  it("when code decides the attribute or the style", () => {
    expect(outcomeOf("a.jsx", [target], "const node = <a href={x}>x</a>;", { target: "/y" })).toBe(
      "holds-code",
    );
    expect(outcomeOf("a.jsx", [target], "const node = <a {...x}>x</a>;", { target: "/y" })).toBe(
      "holds-code",
    );
    expect(outcomeOf("a.jsx", [target], "const node = <a href>x</a>;", { target: "/y" })).toBe("holds-code");
    expect(
      outcomeOf("a.jsx", [color], "const node = <h1 style={{ color: x }}>x</h1>;", { color: "red" }),
    ).toBe("holds-code");
    expect(outcomeOf("a.jsx", [color], "const node = <h1 style={{ ...x }}>x</h1>;", { color: "red" })).toBe(
      "holds-code",
    );
    expect(outcomeOf("a.jsx", [color], "const node = <h1 {...x}>x</h1>;", { color: "red" })).toBe(
      "holds-code",
    );
  });

  it.each([
    "<h1>{{ page.title }}</h1>",
    "<h1>{% if x %}A{% else %}B{% endif %}</h1>",
    "<h1><%= title %></h1>",
    "<h1><?php echo $title; ?></h1>",
    "<h1>Hi <?= $name ?></h1>",
  ])("when the text of an HTML file is for a template engine: %s", (page) => {
    expect(outcomeOf("a.html", [title], page, { title: "x" })).toBe("holds-code");
  });

  it("when a template engine decides an attribute, a style or a list of an HTML file", () => {
    const links = {
      id: "links",
      kind: "link",
      selector: "ul",
      template: '<li><a href="{href}">{label}</a></li>',
    };
    const list = "<ul>{% for x in y %}<li><a href='/'>{{ x }}</a></li>{% endfor %}</ul>";
    expect(outcomeOf("a.html", [target], '<a href="{{ url }}">x</a>', { target: "/y" })).toBe("holds-code");
    expect(outcomeOf("a.html", [color], '<h1 style="{{ css }}">x</h1>', { color: "red" })).toBe(
      "not-editable",
    );
    expect(outcomeOf("a.html", [links], list, { links: [{ label: "A", href: "/a" }] })).toBe("holds-code");
  });

  it("when browsers would move the text because its tags are misplaced", () => {
    const misplaced = "<main><table>one<tr>two<td>cell</table></main>";
    expect(outcomeOf("a.html", [{ ...title, selector: "td" }], misplaced, { title: "x" })).toContain(
      "<td>x</table>",
    );
    expect(outcomeOf("a.html", [{ ...title, selector: "main" }], misplaced, { title: "x" })).toBe(
      "holds-code",
    );
  });
});

describe("a value that looks like code of a template engine", () => {
  it.each(["{{ secret }}", "{% include x %}", "{# x #}", "<%= secret %>", "<? secret ?>", "{{{x}}}"])(
    "is text: %s",
    (value) => {
      const alt = { id: "alt", kind: "attribute", selector: "img", attribute: "alt" };
      const page = outcomeOf("a.html", [title, alt], '<h1>Old</h1><img alt="Old">', {
        title: value,
        alt: value,
      });
      expect(page).toMatch(/^<h1>/);
      expect(page).not.toMatch(/\{[{%#]|<[%?]/);
    },
  );
});
