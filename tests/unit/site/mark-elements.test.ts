import { describe, expect, it } from "vitest";
import { unifiedDiff } from "#src/site/diff.ts";
import { markElements } from "#src/site/propose/mark-elements.ts";
import { proposeDefinition } from "#src/site/propose/propose-definition.ts";

/** Two parts that only their place tells apart, in the words of a format. */
const parts = "<section><h2>Beans</h2><div><p>Sweet</p></div><div><p>Sour</p></div></section>";

async function marked(path: string, text: string) {
  const sources = [{ path, content: new TextEncoder().encode(text) }];
  const { sections } = await proposeDefinition(sources);
  return markElements(sections, sources);
}

describe("marks", () => {
  it.each([
    ["index.html", `\uFEFF<!doctype html>\r\n<main>${parts}</main>\r\n`],
    ["src/pages/index.jsx", `export default () => ${parts};\n`],
    ["src/pages/index.astro", `---\nconst a = 1;\n---\n${parts}\n`],
    ["src/routes/+page.svelte", `<script>let a = 1;</script>\n${parts}\n`],
    ["pages/index.vue", `<template>\n  ${parts}\n</template>\n`],
  ])("take the place of counted elements in %s and change nothing else", async (path, text) => {
    const { sections, files } = await marked(path, text);
    const [file] = files;
    const after = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file?.after);
    expect(after.replaceAll(/ data-ux="[a-z0-9-]+"/g, "")).toBe(text);
    expect(after.match(/ data-ux=/g)?.length).toBeGreaterThan(1);
    const selectors = sections.flatMap(({ properties }) =>
      properties.flatMap(({ selector }) => (typeof selector === "string" ? [selector] : [])),
    );
    expect(selectors.filter((each) => each.startsWith("[data-ux=")).length).toBeGreaterThan(1);
    expect(selectors.filter((each) => each.includes("nth-of-type"))).toEqual([]);
    expect(unifiedDiff(path, file?.before ?? "", file?.after ?? "")).toContain("data-ux=");
  });

  it("are one for an element that holds two properties, and none for what has a name of its own", async () => {
    const link = '<div><a href="/go">Go</a><a href="/why">Why</a></div>';
    const { sections, files } = await marked(
      "index.html",
      `<section><h1>Hello</h1><p>We bake.</p>${link}</section>`,
    );
    const after = new TextDecoder().decode(files[0]?.after);
    expect(after).toMatch(/<h1>Hello<\/h1><p>We bake\.<\/p><div><a href="\/go" data-ux="([a-z-]+)">/);
    const properties = sections.flatMap((each) => each.properties);
    const [text, address] = ["button-text", "button-link"].map(
      (id) => properties.find((each) => each.id === id)?.["selector"],
    );
    expect(text).toBe(address);
  });

  it("are none where no selector counts elements", async () => {
    expect((await marked("index.html", "<h1>Hello</h1>")).files).toEqual([]);
  });
});
