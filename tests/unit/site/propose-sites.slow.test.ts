import { describe, expect, it } from "vitest";
import { proposeDefinition } from "#src/site/propose/propose-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { SMALL_SITES } from "./small-sites.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function propose(files: Record<string, string>) {
  return proposeDefinition(Object.entries(files).map(([path, text]) => ({ path, content: bytes(text) })));
}

/** `hero: title button-text`, for each section. */
async function parts(name: string): Promise<string[]> {
  const { sections } = await propose(SMALL_SITES[name] ?? {});
  return sections.map(({ id, properties }) => `${id}: ${properties.map((each) => each.id).join(" ")}`);
}

/** A page like many, with a menu and sixteen sections. */
const page = (at: number) =>
  `<title>Page ${at}</title><header><nav><ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul></nav></header>
  <main><h1>Page ${at}</h1>${"<section><h2>Part</h2><p>Words</p></section>".repeat(16)}</main><footer><p>© Mole</p></footer>`;

describe.each(Object.keys(SMALL_SITES))("a proposal for a small site of %s", (name) => {
  it("has nothing that no page uses, and says so", async () => {
    const { sections, leftOut } = await propose(SMALL_SITES[name] ?? {});
    expect(sections.length).toBeGreaterThan(2);
    expect(JSON.stringify(sections)).not.toMatch(/dead/i);
    expect(leftOut.flatMap(({ files }) => files).join(" ")).toMatch(/dead/i);
  });
});

describe("the parts that are proposed", () => {
  it.each([
    ["plain HTML", ["page: title", "home: title", "theme: brand", "menu: page-title title text"]],
    ["React and Vite", ["page: title", "hero: text", "theme: primary", "app: text", "app-hero: title"]],
    ["Hugo", ["site: title", "hero: title button-text", "footer: text", "hours: item-1-title item-1-text"]],
    ["Jekyll", ["theme: brand", "ann: name"]],
    [
      "Nuxt",
      [
        "hero: title subtitle",
        "site: name",
        "the-header: text",
        "home-hero: text",
        "hours: title",
        "the-note: title",
      ],
    ],
    [
      "Eleventy",
      ["page: title", "home: title", "footer: text", "theme: primary", "site: name phone", "first: title"],
    ],
  ])("of %s", async (name, expected) => {
    expect(await parts(name)).toEqual(
      expect.arrayContaining(expected.map((each) => expect.stringContaining(each))),
    );
  });

  it("are called as a CMS calls them", async () => {
    const { sections } = await propose(SMALL_SITES["Eleventy"] ?? {});
    const post = sections.find(({ file }) => file.endsWith("first.md"));
    expect(post?.properties.find(({ id }) => id === "title")?.names).toEqual(["headline of the post"]);
  });
});

describe("a proposal for a large repository", () => {
  it("has every one of 60 pages, within the limits", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [at === 0 ? "index.html" : `page-${at}.html`, page(at)]),
    );
    const { sections, leftOut } = await propose(files);
    expect(new Set(sections.map(({ file }) => file)).size).toBe(60);
    expect(readSiteDefinition(bytes(JSON.stringify({ sections }, null, 2)))).toMatchObject({ ok: true });
    expect(leftOut.map(({ why }) => why)).toEqual([
      "only the first of their properties, so that all pages fit",
    ]);
  });

  it("says how many of 2,100 files of data did not fit", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2100 }, (_, at) => [`data/post-${at}.json`, `{ "title": "Post ${at}" }`]),
    );
    const { sections, leftOut } = await propose(files);
    expect(sections).toHaveLength(100);
    expect(leftOut.map(({ why, files: left }) => [why, left.length])).toEqual([
      ["ux-agent.json has room for 100 sections and 200 kB", 2000],
    ]);
  });
});
