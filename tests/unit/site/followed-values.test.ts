import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { messageOf, outcomeOf } from "./edited.ts";
import { definitionOf } from "./page-definition.ts";

const attribute = (name: string, more: object = {}) => ({
  id: "x",
  kind: "attribute",
  selector: "[data-x]",
  attribute: name,
  ...more,
});
const value = (pointer: string, more: object = {}) => ({ id: "x", kind: "value", pointer, ...more });
const jsx = (written: string): string => `const node = <Card data-x ${written} />;\n`;

const SCRIPTS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "javascript: alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data: text/html,x",
  "blob:https://example.com/x",
  "intent://x#Intent;end",
  "steam://run/1",
];

describe("what a page could follow as a command", () => {
  it.each(["link", "ctaLink", "to", "srcSet", "href", "title", "description"])(
    "is refused as the prop %s of a component",
    async (name) => {
      for (const script of SCRIPTS)
        expect(await outcomeOf("a.jsx", [attribute(name)], jsx(`${name}="/old"`), { x: script })).toBe(
          "invalid-value",
        );
    },
  );

  it.each(["/to", "/action", "/hero/ctaLink", "/hero/title", "/0"])(
    "is refused as the value %s of data",
    async (pointer) => {
      const json =
        pointer === "/0"
          ? '["Old"]'
          : '{ "to": "Old", "action": "Old", "hero": { "ctaLink": "/", "title": "Old" } }';
      for (const script of SCRIPTS)
        for (const more of [{}, { value: "text" }])
          expect(await outcomeOf("a.json", [value(pointer, more)], json, { x: script })).toBe(
            "invalid-value",
          );
    },
  );

  it("is refused in words that say what to write instead", async () => {
    const message = await messageOf("a.json", [value("/title")], '{ "title": "Old" }', {
      x: "javascript:alert(1)",
    });
    expect(message).toBe(
      "“javascript:alert(1)” cannot stand here, because a page could follow `javascript:` as a command: write a text that begins otherwise, or an address like `/about`.",
    );
    expect(await outcomeOf("a.json", [value("/title")], '{ "title": "Old" }', { x: "/about" })).toContain(
      "/about",
    );
  });

  it.each([
    "Note: closed on Mondays",
    "Opening hours: 9:30 – 17:00",
    "9:30",
    "Café: open",
    "https://example.com",
    "tel:+123",
  ])("is not a text that a person may read: %s", async (text) => {
    expect(await outcomeOf("a.json", [value("/title")], '{ "title": "Old" }', { x: text })).toContain(text);
    expect(await outcomeOf("a.html", [attribute("alt")], '<img data-x alt="Old">', { x: text })).toContain(
      text,
    );
  });

  it("is whatever begins with a scheme that is not known, hidden as it may be", async () => {
    const scheme = fc
      .stringMatching(/^[a-zA-Z][a-z0-9+.-]{0,10}$/)
      .filter((each) => !/^(?:https?|mailto|tel|sms)$/i.test(each));
    await fc.assert(
      fc.asyncProperty(scheme, fc.string({ unit: "grapheme-ascii", minLength: 1 }), async (name, rest) => {
        fc.pre(/^[!-~]/.test(rest));
        expect(
          await outcomeOf("a.json", [value("/title")], '{ "title": "Old" }', { x: `${name}:${rest}` }),
        ).toBe("invalid-value");
      }),
    );
  });

  describe("is not a name out of the set that stands there already", () => {
    const icon = value("/icon");
    const changed = (current: string, wanted: string) =>
      outcomeOf("a.json", [icon], `{ "icon": "${current}" }`, { x: wanted });

    it.each([
      ["tabler:rocket", "tabler:star"],
      ["i-lucide:x", "i-lucide:arrow-up-2"],
    ])("%s becomes %s", async (current, wanted) => {
      expect(await changed(current, wanted)).toBe(`{ "icon": "${wanted}" }`);
    });

    it.each([
      ["tabler:rocket", "mdi:star"],
      ["tabler:rocket", "tabler:alert(1)"],
      ["tabler:rocket", "tabler://star"],
      ["tabler:rocket", "tabler:star%0aalert"],
      ["rocket", "tabler:star"],
      ["https://example.com", "tabler:star"],
      ["javascript:a", "javascript:b"],
      ["vbscript:a", "vbscript:b"],
      ["data:a", "data:b"],
      ["blob:a", "blob:b"],
    ])("but %s does not become %s", async (current, wanted) => {
      expect(await changed(current, wanted)).toBe("invalid-value");
    });

    it("but an attribute that a browser follows takes none", async () => {
      const html = '<a data-x href="tabler:rocket" icon="tabler:rocket">x</a>';
      const outcome = (name: string) => outcomeOf("a.html", [attribute(name)], html, { x: "tabler:star" });
      expect(await outcome("icon")).toContain('icon="tabler:star"');
      expect(await outcome("href")).toBe("invalid-value");
    });
  });

  it("is only the text of an element when it stands there: nothing follows that", async () => {
    const title = { id: "x", kind: "text", selector: "h1" };
    expect(await outcomeOf("a.html", [title], "<h1>Old</h1>", { x: "javascript: the good parts" })).toBe(
      "<h1>javascript: the good parts</h1>",
    );
  });
});

describe("what is an address now", () => {
  it.each([
    "/about",
    "https://example.com/x",
    "mailto:a@b.example",
    "tel:+123",
    "images/b.jpg",
    "./x",
    "about.html",
  ])("stays one, whatever it is called: %s", async (now) => {
    const json = JSON.stringify({ picture: now });
    expect(await outcomeOf("a.json", [value("/picture")], json, { x: "Our team" })).toBe("invalid-value");
    expect(await outcomeOf("a.json", [value("/picture")], json, { x: "/team.jpg" })).toContain('"/team.jpg"');
    expect(await outcomeOf("a.jsx", [attribute("picture")], jsx(`picture="${now}"`), { x: "Our team" })).toBe(
      "invalid-value",
    );
  });

  it.each(["24/7", "#ff0080", "Read more", "#1 in coffee", "Node.js", "v1.2", "1/2", "C:"])(
    "is not a text like %s",
    async (now) => {
      const json = JSON.stringify({ title: now });
      expect(await outcomeOf("a.json", [value("/title")], json, { x: "Our team" })).toContain("Our team");
    },
  );

  it("is a text where ux-agent.json says so, but in no attribute that a browser follows", async () => {
    const json = JSON.stringify({ shown: "https://example.com" });
    expect(
      await outcomeOf("a.json", [value("/shown", { value: "text" })], json, { x: "Our team" }),
    ).toContain("Our team");
    expect(
      await outcomeOf("a.jsx", [attribute("href", { value: "text" })], jsx("href='/'"), { x: "Our team" }),
    ).toBe("invalid-value");
  });
});

describe("one list of names", () => {
  it.each([
    ["href", "url"],
    ["xlink:href", "url"],
    ["imageUrl", "url"],
    ["srcSet", "url"],
    ["to", "url"],
    ["action", "url"],
    ["ctaLink", "url"],
    ["link", "url"],
    ["title", "text"],
    ["alt", "text"],
  ])("says what %s is in markup and in data: %s", (name, type) => {
    const properties = [attribute(name), value(`/a/${name}`)];
    const types = properties.map((each, index) => {
      const file = index === 0 ? "a.jsx" : "a.json";
      return catalogueOf(definitionOf(file, [each]), "v").sections[0]?.properties[0]?.value;
    });
    expect(types).toEqual([type, type]);
  });
});
