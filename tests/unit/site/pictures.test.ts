import { describe, expect, it } from "vitest";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { editSection } from "#src/site/edit-section.ts";
import { pictureAddress } from "#src/site/pictures/picture-address.ts";
import { withPictures } from "#src/site/propose/propose-pictures.ts";
import { proveSection } from "#src/site/prove-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { definitionOf } from "./page-definition.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const image = (place: object) => ({ id: "picture", kind: "image", folder: "public/images", ...place });

async function edited(
  file: string,
  before: string,
  { place, picture = "/images/new-1a2b3c4d.webp" }: { place: object; picture?: string },
) {
  const definition = definitionOf(file, [image(place)]);
  const part = { section: "page", updates: { picture } };
  const outcome = await editSection(definition, bytes(before), part);
  return outcome.ok ? new TextDecoder().decode(outcome.content) : outcome.message;
}

describe("a picture's address", () => {
  const old = "/images/old.jpg";
  it.each([
    ["a.html", `<img class="a" src="${old}" alt="A bowl">`, { selector: "img" }],
    ["a.jsx", `const a = <img src="${old}" alt='x' />;`, { selector: "img" }],
    ["a.vue", `<template><img :alt="a" src='${old}'></template>`, { selector: "img" }],
    ["a.svelte", `<video poster="${old}"></video>`, { selector: "video", attribute: "poster" }],
    ["a.astro", `---\nconst a = 1;\n---\n<Image src="${old}" />`, { selector: "Image" }],
    ["a.json", `{ "hero": { "image": "${old}" } }`, { pointer: "/hero/image" }],
    ["a.yaml", `hero:\n  image: ${old} # today's\n`, { pointer: "/hero/image" }],
    ["a.toml", `[hero]\nimage = '${old}'\n`, { pointer: "/hero/image" }],
    ["a.md", `---\nimage: ${old}\n---\nWords\n`, { pointer: "/image" }],
    [
      "a.css",
      `.hero { background: center / cover url("${old}") no-repeat; }`,
      { selector: ".hero", declaration: "background" },
    ],
    ["a.css", `:root { --hero: url(${old}); }`, { variable: "--hero" }],
    [
      "a.scss",
      `.hero { &__top { background-image: url('${old}'); } }`,
      { selector: ".hero__top", declaration: "background-image" },
    ],
  ])("is replaced in %s and nothing else is: %s", async (file, before, place) => {
    expect(await edited(file, before, { place })).toBe(before.replace(old, "/images/new-1a2b3c4d.webp"));
  });

  it.each([
    ['<img src="/images/old.jpg" srcset="/images/old-2.jpg 2x">', "also stands in a `srcset` (line 1)"],
    [
      '<picture><source srcset="/images/old.webp"><img src="/images/old.jpg"></picture>',
      "also stands in a `srcset` (line 1)",
    ],
    ['<img src="{{ page.image }}">', "cannot"],
  ])("is refused where another one would go on being shown, or code says it: %s", async (before, why) => {
    const said = await edited("a.html", before, { place: { selector: "img" } });
    expect(said === before || said.includes("new-1a2b")).toBe(false);
    if (why !== "cannot") expect(said).toContain(why);
  });

  it.each([
    ["background: red", "has no `url()`"],
    ["background: url(/a.png), url(/b.png)", "has several pictures"],
  ])("is refused in a style with no or several addresses: %s", async (style, why) => {
    const place = { selector: ".hero", declaration: "background" };
    expect(await edited("a.css", `.hero { ${style}; }`, { place })).toContain(why);
  });

  it.each([
    "https://elsewhere.example/a.png",
    "//elsewhere.example/a.png",
    "javascript:alert(1).png",
    "/images/a.png)\n;x:url(b",
    '/images/"a.png',
    "/about",
    "data:image/png",
  ])("is only that of a picture of the site: %j", async (picture) => {
    const css = ".hero { background: url(/images/old.png); }";
    const place = { selector: ".hero", declaration: "background" };
    expect(await edited("a.css", css, { place, picture })).not.toContain("{");
    expect(
      await edited("a.html", '<img src="/images/old.png">', { place: { selector: "img" }, picture }),
    ).not.toContain("<img");
  });
});

const address = (change: object, current: string | null) => {
  const [property] =
    definitionOf("a.html", [image({ selector: "img", ...change })]).sections[0]?.properties ?? [];
  const outcome = pictureAddress(property as PropertyOf<"image">, current, "new.webp");
  return outcome.ok ? outcome.address : outcome.message;
};

describe("where a new picture goes", () => {
  it.each([
    ["/images/old.jpg?v=2", {}, "/images/new.webp"],
    ["../images/old.jpg", {}, "../images/new.webp"],
    ["old.jpg", { address: "images/" }, "images/new.webp"],
    [null, { address: "/img/" }, "/img/new.webp"],
    ["https://cdn.example/images/old.jpg", { address: "/images/" }, "/images/new.webp"],
  ])("follows from %s", (current, change, expected) => {
    expect(address(change, current)).toBe(expected);
  });

  it.each([[null], ["/old.jpg"], ["/photos/old.jpg"], ["https://cdn.example/images/old.jpg"]])(
    "is not guessed from %s",
    (current) => {
      expect(address({}, current)).toContain('Write "address" beside "folder" in ux-agent.json');
    },
  );
});

const problems = (file: string, property: object) => {
  const outcome = readSiteDefinition(
    bytes(JSON.stringify({ sections: [{ id: "page", file, properties: [image(property)] }] })),
  );
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message);
};

describe("the kind image", () => {
  it.each([
    ["a.html", { selector: "img", pointer: "/a" }, null],
    ["a.html", {}, "must have “selector” (in markup and style sheets) or “pointer” (in data)"],
    ["a.json", { pointer: "/a", declaration: "background" }, "must have one place"],
    ["a.css", { selector: ".hero" }, "needs “declaration” or “variable” in a style sheet"],
    ["a.html", { selector: "img", folder: "../outside" }, "must not leave the repository"],
    ["a.html", { selector: "img", folder: ".git/hooks" }, "is not a place for a site's content"],
    ["a.html", { selector: "img", attribute: "onload" }, "is an attribute that can run code"],
    ["a.html", { selector: "img", alt: "words" }, "must be the id of another property of this section"],
    ["a.html", { selector: "img", maxWidth: 0 }, "must be at least 16"],
    ["a.html", { selector: "img", formats: ["svg"] }, ""],
  ])("of %s with %j has the problem: %s", (file, property, problem) => {
    const found = problems(file, property);
    if (problem === null) expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(problem);
    if (problem !== null) expect(found).not.toEqual([]);
  });

  it("is an address in the catalogue that a picture can take the place of", () => {
    const catalogue = catalogueOf(definitionOf("a.html", [image({ selector: "img" })]), "v");
    expect(catalogue.sections[0]?.properties).toMatchObject([{ id: "picture", value: "url", picture: true }]);
  });

  it("is proved on a copy", async () => {
    const [section] = definitionOf("a.html", [image({ selector: "img" })]).sections;
    const prove = async (html: string) => section && (await proveSection(section, bytes(html)))[0];
    expect(await prove('<img src="/images/old.jpg">')).toMatchObject({ problem: null, tried: true });
    expect((await prove('<img src="/old.jpg">'))?.problem).toContain('Write "address"');
    expect((await prove("<p>No picture</p>"))?.problem).toContain("img");
  });
});

describe("a proposal", () => {
  const html = '<main><img class="hero" src="/images/hero.jpg" alt="A bowl"></main>';
  const sources = [{ path: "index.html", content: bytes(html) }];
  const section = {
    id: "home",
    file: "index.html",
    properties: [
      { id: "picture-description", kind: "attribute", selector: "img", attribute: "alt" },
      { id: "picture", kind: "attribute", selector: "img", attribute: "src", names: ["image"] },
    ],
  };
  const [words, picture] = section.properties;

  it("offers a picture whose file is in the repository", async () => {
    const [made] = await withPictures([section], sources, ["public/images/hero.jpg", "index.html"]);
    expect(made?.properties).toEqual([
      words,
      {
        id: "picture",
        kind: "image",
        selector: "img",
        names: ["image"],
        folder: "public/images",
        alt: "picture-description",
      },
    ]);
  });

  it.each([
    ["is not there", ["public/images/other.jpg"]],
    ["is there twice", ["public/images/hero.jpg", "static/images/hero.jpg"]],
  ])("leaves an address alone whose file %s", async (_, paths) => {
    const [made] = await withPictures([section], sources, paths);
    expect(made?.properties).toEqual([words, picture]);
  });
});
