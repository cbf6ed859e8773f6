import { describe, expect, it } from "vitest";
import { addressOf } from "#src/site/address-of.ts";
import { proposeAddress } from "#src/site/propose/propose-address.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const properties = [{ id: "text", kind: "text", selector: "h1" }];
const header = { id: "header", file: "index.html", properties };

const read = (definition: object) => readSiteDefinition(bytes(JSON.stringify(definition)));

function problemsWith(url: string, ofSection?: string): string[] {
  const own = ofSection === undefined ? {} : { url: ofSection };
  const outcome = read({ ...(url === "" ? {} : { url }), sections: [{ ...header, ...own }] });
  return outcome.ok ? [] : outcome.problems.map(({ path, message }) => `${path} ${message}`);
}

describe("the address of a site in ux-agent.json", () => {
  it.each([
    "https://example.com",
    "https://www.café.example/shop/",
    "https://acme.github.io/site/",
    "https://xn--caf-dma.xn--fiqs8s",
  ])("may be %s", (url) => {
    expect(problemsWith(url)).toEqual([]);
  });

  it.each([
    ["http://example.com", "must be the whole address of the live site, for example “https://example.com”"],
    ["example.com", "must be the whole address of the live site, for example “https://example.com”"],
    ["file:///etc/passwd", "must be the whole address of the live site, for example “https://example.com”"],
    [
      String.raw`https:\\127.0.0.1`,
      "must be the whole address of the live site, for example “https://example.com”",
    ],
    ["https://ann:secret@example.com", "cannot contain a user name or a password"],
    ["https://example.com:8443/", "cannot name a port: leave it out"],
    ["https://localhost", "must name a public host, for example “https://example.com”"],
    ["https://169.254.169.254/latest", "must name a public host, for example “https://example.com”"],
    ["https://2130706433/", "must name a public host, for example “https://example.com”"],
    ["https://0x7f.1/", "must name a public host, for example “https://example.com”"],
    ["https://[::1]/", "must name a public host, for example “https://example.com”"],
  ])("may not be %s", (url, problem) => {
    expect(problemsWith(url)).toEqual([`url ${problem}`]);
    expect(problemsWith("", url)).toEqual([`sections[0].url ${problem}`]);
  });

  it("may be a page of the site for a section, where the site has an address", () => {
    expect(problemsWith("https://example.com/en/", "/about")).toEqual([]);
    expect(problemsWith("", "/about")).toEqual([
      "sections[0].url is a page of the site, so that the site needs an “url”, too",
    ]);
    expect(problemsWith("https://example.com", "//elsewhere.example")).not.toEqual([]);
  });

  it("is the section's own before the site's", () => {
    const footer = { ...header, id: "footer", url: "/about?x=1" };
    const shop = { ...header, id: "shop", url: "https://shop.example.com/" };
    const outcome = read({ url: "https://example.com/en/", sections: [header, footer, shop] });
    if (!outcome.ok) throw new Error("not read");
    const addresses = ["header", "footer", "shop", "gone"].map((id) => addressOf(outcome.definition, id));
    expect(addresses).toEqual([
      "https://example.com/en/",
      "https://example.com/about?x=1",
      "https://shop.example.com/",
      "https://example.com/en/",
    ]);
    const without = read({ sections: [header] });
    expect(without.ok && addressOf(without.definition, "header")).toBeUndefined();
  });
});

const proposed = (files: Record<string, string>, cname: string | null = null) =>
  proposeAddress(
    Object.entries(files).map(([path, text]) => ({ path, content: bytes(text) })),
    cname,
  );

describe("the address that is proposed for a repository", () => {
  it.each<[string, Record<string, string>, string]>([
    [
      "_config.yml of Jekyll",
      { "_config.yml": "url: https://acme.github.io # here\nbaseurl: /site\n" },
      "https://acme.github.io/site",
    ],
    ["hugo.toml", { "hugo.toml": `baseURL = "https://mole.coffee/"\n` }, "https://mole.coffee/"],
    [
      "a folder of Hugo's settings",
      { "config/_default/config.yaml": "baseURL: https://mole.coffee/en/" },
      "https://mole.coffee/en/",
    ],
    [
      "astro.config.mjs",
      { "astro.config.mjs": `export default defineConfig({ site: "https://mole.coffee", base: "/docs" });` },
      "https://mole.coffee/docs",
    ],
    [
      "docusaurus.config.js",
      { "docusaurus.config.js": `const config = { url: "https://mole.coffee" };\nexport default config;` },
      "https://mole.coffee/",
    ],
    ["mkdocs.yml", { "mkdocs.yml": "site_url: https://mole.coffee/docs/" }, "https://mole.coffee/docs/"],
    ["package.json", { "package.json": `{ "homepage": "https://mole.coffee" }` }, "https://mole.coffee/"],
  ])("is what %s says", async (_where, files, address) => {
    expect(await proposed(files)).toBe(address);
  });

  it("is the name in CNAME before all others", async () => {
    const files = { "package.json": `{ "homepage": "https://other.example.dev" }` };
    expect(await proposed(files, "mole.coffee\n")).toBe("https://mole.coffee/");
  });

  it.each<[string, Record<string, string>]>([
    ["nothing says one", { "index.html": "<h1>Hello</h1>" }],
    ["it is the example of a theme", { "hugo.toml": `baseURL = "https://example.org/"` }],
    ["it is for work on this machine", { "_config.yml": "url: http://localhost:4000" }],
    [
      "it is the page of the repository",
      { "package.json": `{ "homepage": "https://github.com/a/b#readme" }` },
    ],
    ["the settings cannot be read", { "hugo.toml": "baseURL = [" }],
    ["code works it out", { "astro.config.mjs": "export default { site: process.env.SITE };" }],
  ])("is none where %s", async (_why, files) => {
    expect(await proposed(files)).toBeUndefined();
  });
});
