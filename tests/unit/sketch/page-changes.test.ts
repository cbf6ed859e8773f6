import { describe, expect, it } from "vitest";
import { editSection } from "#src/site/edit-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { Updates } from "#src/site/catalogue.ts";
import { pageChanges } from "#src/sketch/page-changes.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a change of a file is to the page. */
async function changesOf(file: string, content: string, property: object, updates: Updates) {
  const properties = [{ id: "x", ...property }];
  const outcome = readSiteDefinition(bytes(JSON.stringify({ sections: [{ id: "part", file, properties }] })));
  const section = outcome.ok ? outcome.definition.sections[0] : undefined;
  if (!outcome.ok || !section) throw new Error("not read");
  const part = { section: "part", updates };
  const edited = await editSection(outcome.definition, bytes(content), part);
  if (!edited.ok) throw new Error(edited.message);
  return pageChanges(section, part, { before: bytes(content), after: edited.content });
}

describe("a change of a file", () => {
  it("is one of a text, with the selector of the file", async () => {
    const text = { kind: "text", selector: "h1" };
    expect(await changesOf("a.html", "<h1>Old &amp; grey</h1>", text, { x: "New" })).toEqual([
      { kind: "text", before: "Old & grey", after: "New", selector: "h1" },
    ]);
  });

  it("is one of a text anywhere, for data and Markdown", async () => {
    const value = { kind: "value", pointer: "/title" };
    expect(await changesOf("a.json", '{ "title": "Old" }', value, { x: "New" })).toEqual([
      { kind: "text", before: "Old", after: "New", selector: undefined },
    ]);
  });

  it("is one of an attribute, an inline style, or a class by its own name", async () => {
    const page = '<a class="big blue" href="/a" style="color: red">A</a>';
    const attribute = { kind: "attribute", selector: "a", attribute: "href" };
    expect(await changesOf("a.html", page, attribute, { x: "/b" })).toEqual([
      { kind: "attribute", name: "href", before: "/a", after: "/b", selector: "a" },
    ]);
    const style = { kind: "style", selector: "a", style: "color" };
    expect(await changesOf("a.html", page, style, { x: "blue" })).toEqual([
      { kind: "style", name: "color", before: "red", after: "blue", selector: "a" },
    ]);
    const named = { kind: "class", selector: "a", oneOf: { Sky: "blue", Grass: "green" } };
    expect(await changesOf("a.html", page, named, { x: "Grass" })).toEqual([
      { kind: "class", before: "blue", after: "green", selector: "a" },
    ]);
  });

  it("is one of a rule or a custom property, and nothing to see where a variable is worked out by Sass", async () => {
    const rule = { kind: "rule", selector: ".a", declaration: "color" };
    expect(await changesOf("a.css", ".a { color: red }", rule, { x: "blue" })).toEqual([
      { kind: "rule", name: "color", before: "red", after: "blue", selector: ".a" },
    ]);
    const custom = { kind: "variable", variable: "--brand" };
    expect(await changesOf("a.css", ":root { --brand: red }", custom, { x: "blue" })).toEqual([
      { kind: "variable", name: "--brand", before: "red", after: "blue" },
    ]);
    const sass = { kind: "variable", variable: "$brand" };
    expect(await changesOf("a.scss", "$brand: red;", sass, { x: "blue" })).toEqual([null]);
  });

  it("is all items of a list, before and after", async () => {
    const list = { kind: "list", selector: "ul", fields: { label: "a", href: "a@href" } };
    const page = '<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>';
    expect(await changesOf("a.html", page, list, { x: [{ remove: "A" }] })).toEqual([
      {
        kind: "list",
        before: [
          { label: "A", href: "/a" },
          { label: "B", href: "/b" },
        ],
        after: [{ label: "B", href: "/b" }],
        selector: "ul",
      },
    ]);
  });
});
