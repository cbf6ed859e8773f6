import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "#tests/support/runs.ts";
import { edit, messageOf, outcomeOf } from "./edited.ts";
import { evaluated } from "./evaluated.ts";
import { hostileText } from "./hostile-values.ts";

const target = (run?: number, attribute = "href") => ({
  id: "x",
  label: "Target",
  kind: "attribute",
  selector: "a",
  attribute,
  ...(run === undefined ? {} : { run }),
});

describe("one run of an attribute", () => {
  it.each([
    [
      "a.html",
      '<a href="{{ site.baseurl }}/contact/">x</a>',
      1,
      "/about?a=1&b=2",
      '<a href="{{ site.baseurl }}/about?a=1&amp;b=2">x</a>',
    ],
    [
      "a.html",
      "<a href='https://a.org/{{ repo }}/blob'>x</a>",
      1,
      "https://b.org/",
      "<a href='https://b.org/{{ repo }}/blob'>x</a>",
    ],
    [
      "a.html",
      '<a href={{ "/sign-up/" | relURL }}>x</a>',
      1,
      "/start",
      '<a href={{ "/start" | relURL }}>x</a>',
    ],
    [
      "a.njk",
      "<a href=\"{{ '/about' | url }}\">x</a>",
      1,
      "https://b.org/c",
      "<a href=\"{{ 'https://b.org/c' | url }}\">x</a>",
    ],
    [
      "a.jsx",
      "const n = <a href={`${base}/contact`}>x</a>;",
      1,
      "/about",
      "const n = <a href={`${base}/about`}>x</a>;",
    ],
    [
      "a.jsx",
      "const n = <a href={base + '/contact'}>x</a>;",
      1,
      "/it's",
      "const n = <a href={base + '/it\\'s'}>x</a>;",
    ],
    [
      "a.tsx",
      "const n = <a href={isOut ? 'https://a.org' : '/b'}>x</a>;",
      2,
      "https://c.org",
      "const n = <a href={isOut ? 'https://a.org' : 'https://c.org'}>x</a>;",
    ],
  ])("of %s: %s, run %i", async (file, text, run, value, wanted) => {
    expect(await outcomeOf(file, [target(run)], text, { x: value })).toBe(wanted);
  });

  it.each([
    [
      "a.html",
      '<a title="By {{ name }} since {{ year }}">x</a>',
      2,
      'from "9"',
      '<a title="By {{ name }} from &quot;9&quot; {{ year }}">x</a>',
    ],
    [
      "a.jsx",
      "const n = <a title={`By ${name} since 9`}>x</a>;",
      2,
      "`${x}`",
      "const n = <a title={`By ${name} \\`\\${x}\\``}>x</a>;",
    ],
  ])("of %s that is no address: %s, run %i", async (file, text, run, value, wanted) => {
    expect(await outcomeOf(file, [target(run, "title")], text, { x: value })).toBe(wanted);
  });

  const based = '<a href="{{ base }}/contact/{{ query }}">x</a>';
  it.each([
    [
      based,
      1,
      "https://b.org/",
      "“https://b.org/” cannot stand here, because code puts the beginning of the address before it: write the part behind that, like `/contact/`.",
    ],
    [based, 1, "about/", "This part of the address has to begin with `/`, as it does today."],
    [based, 1, "/about", "This part of the address has to end with `/`, as it does today."],
    [
      based,
      2,
      "/about/",
      'href of <a> (line 1) has these runs of text: 1: “/contact/”. Correct the "run" in ux-agent.json.',
    ],
    [
      '<a href="{{ base }}">x</a>',
      1,
      "/about",
      'href of <a> (line 1) has no text beside code. Correct the "run" in ux-agent.json.',
    ],
    // What a filter or a function is given is no address of its own.
    [
      "<a href=\"{{ site.url | append: '/b' }}\">x</a>",
      1,
      "/about",
      'href of <a> (line 1) has no text beside code. Correct the "run" in ux-agent.json.',
    ],
    [
      "<a href=\"{{ '/a' | url }}\">x</a>",
      1,
      "/it's",
      "“/it's” cannot stand in this page's template because of `'`: leave that out.",
    ],
  ])("is refused: %s, run %i: %s", async (text, run, value, message) => {
    expect(await messageOf("a.njk", [target(run)], text, { x: value })).toBe(message);
  });

  it("is advised where code makes the whole", async () => {
    expect(await messageOf("a.njk", [target()], based, { x: "/about" })).toBe(
      'The href of <a> comes from code (line 1), which ux-agent does not change: add "run" to the property in ux-agent.json to change one run of its text (1: “/contact/”).',
    );
  });
});

describe("any value in one run of an attribute", () => {
  it("is that text and nothing else to a program that runs the script", async () => {
    const text = "const name = 7;\nexport const x = h(<a title={`By ${name} since ` + 'May' + '!'}>x</a>);\n";
    const parts = ["By", "since", "May", "!"];
    await fc.assert(
      fc.asyncProperty(hostileText, fc.integer({ min: 1, max: 4 }), async (value, run) => {
        const outcome = await edit("a.jsx", [target(run, "title")], text, { x: value });
        if (!outcome.ok) return;
        const given = outcome.changes[0]?.after;
        const [by, since, may, mark] = parts.map((part, at) => (at === run - 1 ? (given ?? part) : part));
        const script = new TextDecoder()
          .decode(outcome.content)
          .replace(/h\(<a title=\{([^]*)\}>x<\/a>\)/, (_all, title: string) => title);
        expect(Reflect.get(evaluated(script), "x")).toBe(`${by} 7 ${since} ${may}${mark}`);
      }),
      { numRuns: runs(100) },
    );
  });

  it("never ends the string or the output of a template", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (value) => {
        const outcome = await edit("a.njk", [target(1)], "<a href=\"{{ '/a' | url }}\">x</a>", {
          x: `/${value}`,
        });
        if (!outcome.ok) return;
        const after = new TextDecoder().decode(outcome.content);
        expect(after).toMatch(/^<a href="\{\{ '[^'"`\\{}<>]+' \| url \}\}">x<\/a>$/);
      }),
      { numRuns: runs(100) },
    );
  });
});
