import { describe, expect, it } from "vitest";
import { PAGE, color, edit, messageOf, outcomeOf, target, title } from "./edited.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("an edit", () => {
  it("tells what stood there and what stands there now, in the order of ux-agent.json", async () => {
    const outcome = await edit(
      "a.jsx",
      [title, color],
      "const node = <h1 style={{ color: 'red' }}>Old</h1>;",
      {
        color: "blue",
        title: "New",
      },
    );
    expect(outcome).toMatchObject({
      changes: [
        { property: "title", label: "Title", before: "Old", after: "New" },
        { property: "color", label: "Color", before: "red", after: "blue", color: true },
      ],
    });
  });

  it("leaves alone what was not asked for, even what objects have by nature", async () => {
    const odd = { ...color, id: "constructor" };
    expect(await edit("a.jsx", [title, odd], PAGE, { title: "New" })).toMatchObject({
      changes: [{ property: "title" }],
    });
  });

  it("says that nothing stood there", async () => {
    expect(await edit("a.jsx", [color], PAGE, { color: "blue" })).toMatchObject({
      changes: [{ before: null, after: "blue" }],
    });
  });

  it("gives back the same content and no changes when everything is so already", async () => {
    const content = bytes(PAGE);
    const outcome = await edit("a.jsx", [title], content, { title: "Old" });
    expect(outcome).toEqual({ ok: true, content, changes: [] });
  });

  it("leaves out of the changes what is so already", async () => {
    expect(await edit("a.jsx", [title, color], PAGE, { title: "Old", color: "blue" })).toMatchObject({
      changes: [{ property: "color" }],
    });
  });

  it("writes a value as the rules of the property spell it", async () => {
    const listed = { ...title, oneOf: ["Big News", "Small News"] };
    expect(await outcomeOf("a.jsx", [listed], PAGE, { title: "  big news " })).toBe(
      "const node = <h1>Big News</h1>;\n",
    );
  });

  it("takes a text over several lines as one line", async () => {
    expect(await outcomeOf("a.jsx", [title], PAGE, { title: "One\n  two" })).toBe(
      "const node = <h1>One   two</h1>;\n",
    );
  });

  it("adds several styles to an element without any as one attribute, in the order of ux-agent.json", async () => {
    const background = { ...color, id: "background", style: "background-color" };
    const updates = { background: "navy", color: "blue" };
    expect(await outcomeOf("a.jsx", [color, background], PAGE, updates)).toBe(
      'const node = <h1 style={{ color: "blue", backgroundColor: "navy" }}>Old</h1>;\n',
    );
    expect(await outcomeOf("a.html", [color, background], "<h1>Old</h1>", updates)).toBe(
      '<h1 style="color: blue; background-color: navy">Old</h1>',
    );
  });

  it("adds to a style object as it is laid out", async () => {
    const before =
      "const node = (\n  <h1\n    style={{\n      margin: 0,\n    }}\n  >\n    Old\n  </h1>\n);\n";
    expect(await outcomeOf("a.jsx", [color], before, { color: "blue" })).toBe(
      before.replace("margin: 0,", 'margin: 0,\n      color: "blue",'),
    );
  });

  it.each([
    ["color: red; color: green", "color: red; color: blue"],
    ["color: red !important; color: green", "color: blue !important; color: green"],
  ])("changes the style that counts when one is there twice: %s", async (before, after) => {
    expect(await outcomeOf("a.html", [color], `<h1 style="${before}">Old</h1>`, { color: "blue" })).toBe(
      `<h1 style="${after}">Old</h1>`,
    );
  });

  it("tells custom properties apart by case, and other styles not", async () => {
    const custom = { ...color, style: "--brand", value: "text" };
    expect(
      await outcomeOf("a.html", [custom], '<h1 style="--brand: 1; --Brand: 2">x</h1>', { color: "3" }),
    ).toBe('<h1 style="--brand: 3; --Brand: 2">x</h1>');
    expect(await outcomeOf("a.html", [color], '<h1 style="COLOR: red">x</h1>', { color: "blue" })).toBe(
      '<h1 style="COLOR: blue">x</h1>',
    );
  });

  it.each([
    ["<h1 id='a' /* why */ />", "<h1 id='a' /* why */ >New</h1>"],
    ["<h1 id='a' // why\n/>", "<h1 id='a' // why\n>New</h1>"],
    ["<h1 / >", "<h1>New</h1>"],
  ])("keeps the comments in a tag that gets its first text: %s", async (before, after) => {
    expect(await outcomeOf("a.jsx", [title], `const node = ${before};`, { title: "New" })).toBe(
      `const node = ${after};`,
    );
  });

  it.each([
    ["{ /* none yet */ }", '{ color: "blue" /* none yet */ }'],
    ["{// none yet\n}", '{ color: "blue" // none yet\n}'],
    ["{}", '{ color: "blue" }'],
  ])("keeps the comments in a style object that gets its first style: %s", async (before, after) => {
    expect(
      await outcomeOf("a.jsx", [color], `const node = <h1 style={${before}} />;`, { color: "blue" }),
    ).toBe(`const node = <h1 style={${after}} />;`);
  });

  it.each([
    ["class", "class"],
    ["class", "className"],
    ["className", "className"],
  ])("changes the %s that the file writes as %s", async (attribute, written) => {
    const look = { id: "look", kind: "attribute", selector: "h1", attribute };
    expect(await outcomeOf("a.jsx", [look], `const node = <h1 ${written}="old" />;`, { look: "new" })).toBe(
      `const node = <h1 ${written}="new" />;`,
    );
  });

  it("adds an attribute in the spelling of the language", async () => {
    const look = { id: "look", kind: "attribute", selector: "h1" };
    expect(
      await outcomeOf("a.html", [{ ...look, attribute: "className" }], "<h1>x</h1>", { look: "new" }),
    ).toBe('<h1 class="new">x</h1>');
    expect(await outcomeOf("a.jsx", [{ ...look, attribute: "class" }], PAGE, { look: "new" })).toBe(
      'const node = <h1 className="new">Old</h1>;\n',
    );
  });

  it("adds links to the body of a page as well, whose text browsers put together across its end", async () => {
    const links = { id: "links", kind: "link", selector: "body", template: '<a href="{href}">{label}</a>' };
    const before = '<body>\n<a href="/">Home</a>\n</body>\n</html>\n';
    expect(await outcomeOf("a.html", [links], before, { links: [{ label: "A", href: "/a" }] })).toBe(
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
  ])("is layout when it is written as spaces and line breaks: %j", async (before, after) => {
    expect(await outcomeOf("a.html", [pre], before, { x: "b" })).toBe(after);
    expect(await outcomeOf("a.html", [pre], after, { x: "b" })).toBe(after);
  });

  it("is taken for nothing in an element that browsers fill themselves", async () => {
    const table = { ...pre, selector: "table" };
    expect(await outcomeOf("a.html", [table], "<table><tr><td>a</td></tr></table>", { x: "b" })).toBe(
      "holds-elements",
    );
  });
});

describe("several changes", () => {
  const again = { ...title, id: "again", selector: "#x" };

  it("are refused when they want the same place", async () => {
    const before = '<h1 id="x">Old</h1>';
    expect(await outcomeOf("a.html", [title, again], before, { title: "A", again: "B" })).toBe("conflict");
    expect(await messageOf("a.html", [title, again], before, { title: "A", again: "B" })).toBe(
      "These changes cannot be made together, because one would undo another (Title, Again): ask for one at a time.",
    );
  });

  it("may want the same value in the same place", async () => {
    expect(await outcomeOf("a.html", [title, again], '<h1 id="x">Old</h1>', { title: "A", again: "A" })).toBe(
      '<h1 id="x">A</h1>',
    );
  });

  it("are refused when one changes what another is found by", async () => {
    const links = {
      id: "links",
      kind: "link",
      selector: "ul",
      template: '<li><a href="{href}">{label}</a></li>',
    };
    const last = { id: "last", kind: "text", selector: "li:last-child a" };
    const before = '<ul><li><a href="/">Home</a></li></ul>';
    expect(
      await outcomeOf("a.html", [links, last], before, {
        links: [{ label: "A", href: "/a" }],
        last: "Start",
      }),
    ).toBe("conflict");
  });

  it("are made all or not at all", async () => {
    expect(await outcomeOf("a.html", [title, target], "<h1>Old</h1>", { title: "New", target: "/x" })).toBe(
      "no-match",
    );
  });
});

describe("a value that looks like code of a template engine", () => {
  it.each(["{{ secret }}", "{% include x %}", "{# x #}", "<%= secret %>", "<? secret ?>", "{{{x}}}"])(
    "is text: %s",
    async (value) => {
      const alt = { id: "alt", kind: "attribute", selector: "img", attribute: "alt" };
      const page = await outcomeOf("a.html", [title, alt], '<html><h1>Old</h1><img alt="Old">', {
        title: value,
        alt: value,
      });
      expect(page).toMatch(/^<html><h1>/);
      expect(page).not.toMatch(/\{[{%#]|<[%?]/);
    },
  );
});
