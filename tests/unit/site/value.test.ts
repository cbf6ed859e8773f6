import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogueProperty, ValueRules, ValueType } from "#src/site/catalogue.ts";
import { checkLink, checkValue } from "#src/site/value.ts";
import { anyCharacter } from "#tests/support/any-character.ts";
import { runs } from "#tests/support/runs.ts";

const property = (value: ValueType, rules: ValueRules = {}, hint?: string): CatalogueProperty => ({
  id: "thing",
  label: "Thing",
  names: [],
  value,
  rules,
  ...(hint === undefined ? {} : { hint }),
});
const text = (value: string, rules: ValueRules = {}) => checkValue(property("text", rules), value);
const to = (href: string) => checkLink({ label: "About", href });
const message = (checked: { ok: boolean; message?: string }) => (checked.ok ? "" : (checked.message ?? ""));

describe("a text value", () => {
  it.each([
    ["Welcome", "Welcome"],
    ["  Welcome  home ", "Welcome  home"],
    ["one\ntwo\r\n\tthree", "one two three"],
    ["{alert(1)} <b>&amp;", "{alert(1)} <b>&amp;"],
    ["👩‍👩‍👧 café", "👩‍👩‍👧 café"],
  ])("%j is written %j", (given, written) => {
    expect(text(given)).toEqual({ ok: true, value: written });
  });

  it.each([[""], ["   "], ["\n\t"], ["\u200B\u2060"], ["\u3164"]])("%j is empty and refused", (given) => {
    expect(message(text(given))).toContain("cannot be empty");
  });

  it.each([["a\u0000b"], ["a\u0007"], ["a\u001B[31m"], ["\uD800"]])(
    "%j has hidden characters and is refused",
    (given) => {
      expect(message(text(given))).toContain("hidden characters");
    },
  );

  it("may be as long as the site allows, counted as people count characters", () => {
    expect(text("🎉".repeat(5), { maxLength: 5 }).ok).toBe(true);
    expect(message(text("🎉".repeat(6), { maxLength: 5 }))).toContain("at most 5 characters and this has 6");
  });

  it("may never be longer than 4,000 characters", () => {
    expect(text("a".repeat(4000)).ok).toBe(true);
    expect(message(text("a".repeat(4001), { maxLength: 9999 }))).toContain("at most 4000");
  });

  it("has to match the site's pattern as a whole", () => {
    expect(text("AB-12", { pattern: "[A-Z]+-\\d+|none" }).ok).toBe(true);
    expect(text("none!", { pattern: "[A-Z]+-\\d+|none" }).ok).toBe(false);
  });

  it("is explained by the site's hint when it does not match", () => {
    const checked = checkValue(
      property("text", { pattern: "\\d+" }, "Write a year, for example 2026."),
      "soon",
    );
    expect(message(checked)).toBe("Thing cannot be “soon”: Write a year, for example 2026.");
  });

  it("is refused by a pattern that cannot be read", () => {
    expect(text("x", { pattern: "(" }).ok).toBe(false);
  });

  it("takes the spelling of the listed value", () => {
    expect(text("LARGE", { oneOf: ["Small", "Large"] })).toEqual({ ok: true, value: "Large" });
    expect(message(text("huge", { oneOf: ["Small", "Large"] }))).toBe(
      "Thing can only be one of: `Small`, `Large`.",
    );
  });
});

describe("a colour value", () => {
  it("is written as CSS knows it", () => {
    expect(checkValue(property("color"), " Dark Blue ")).toEqual({ ok: true, value: "darkblue" });
  });

  it("that is not one colour is refused with examples", () => {
    expect(message(checkValue(property("color"), "darker"))).toContain("`#FF0080`, `#F08` or `darkblue`");
  });

  it("without its # is refused with the # in the example", () => {
    expect(message(checkValue(property("color"), "ff0080"))).toContain("`#ff0080`");
  });

  it("has to be one of the site's colours where it lists them", () => {
    const brand = property("color", { oneOf: ["#FF0080", "darkblue"] });
    expect(checkValue(brand, "#ff0080")).toEqual({ ok: true, value: "#FF0080" });
    expect(checkValue(brand, "dark blue")).toEqual({ ok: true, value: "darkblue" });
    expect(checkValue(brand, "red").ok).toBe(false);
  });
});

describe("an address", () => {
  it.each([
    ["/about"],
    ["/"],
    ["#prices"],
    ["/a/b?c=d#e"],
    ["https://example.com"],
    ["http://example.com:8080/x?y=1&z=2"],
    ["HTTPS://EXAMPLE.COM/"],
    ["mailto:someone@example.com"],
    ["mailto:a.b+c@example.co.uk?subject=Hello%20there"],
    ["tel:+49-30-1234567"],
    ["tel:(555)123.4567;ext=12"],
    ["sms:+15551234?body=Hi"],
    ["about.html"],
    ["about.html?x=1#top"],
    ["images/b.jpg"],
    ["./about"],
    ["../images/b.jpg"],
    ["blog/first-post"],
    ["#top"],
    ["?page=2"],
    ["docs/über-uns/"],
  ])("%j is good", (href) => {
    expect(to(href)).toEqual({ ok: true, value: { label: "About", href } });
  });

  it.each([
    ["javascript:alert(1)"],
    ["JavaScript:alert(1)"],
    [" java\nscript:alert(1)"],
    ["java\tscript:alert(1)"],
    ["\u0001javascript:alert(1)"],
    ["data:text/html,x"],
    ["vbscript:x"],
    ["mailto:someone"],
    ["mailto:a@b.example,c@d.example"],
    ["mailto://someone@example.com"],
    ["someone@example.com"],
    ["tel:call me"],
    ["tel:javascript"],
    ["file:///etc/passwd"],
    ["blob:https://example.com/x"],
    ["view-source:https://example.com"],
    ["x:about.html"],
    ["java\tscript:alert(1).html"],
    ["example.com/about.html"],
    ["+49 30 123456"],
    ["about us.html"],
    ["?"],
    ["//elsewhere.example"],
    ["/\\elsewhere.example"],
    ["https:example.com"],
    ["https:///x"],
    ["https://"],
    ["https://bank.example@elsewhere.example"],
    ["https://exa\u200Bmple.com"],
    ["about"],
    ["example.com"],
    ["#"],
    [""],
    ["/about us"],
  ])("%j is refused", (href) => {
    expect(to(href).ok).toBe(false);
  });

  it.each([
    ["about", "/about"],
    ["example.com", "https://example.com"],
    ["example.com/about.html", "https://example.com/about.html"],
    ["//example.com", "https://example.com"],
    ["someone@example.com", "mailto:someone@example.com"],
    ["+49 30 123456", "tel:+4930123456"],
    ["tel:+49 30 123456", "tel:+4930123456"],
    ["about us.html", "about-us.html"],
  ])("%j is refused with %j as an example", (given, example) => {
    expect(message(to(given))).toContain(`write it like \`${example}\`.`);
  });

  it("is never refused with an example that is refused, too", () => {
    const pathPart = fc
      .array(
        fc.oneof(
          fc.constantFrom(...Array.from("az09-._~!$&'()*+,;=:@/")),
          anyCharacter.map(encodeURIComponent),
        ),
      )
      .map((characters) => `/${characters.join("")}`);
    const addresses = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.tuple(fc.webAuthority(), fc.array(pathPart)).map(([host, path]) => `//${host}${path.join("")}`),
      fc.emailAddress(),
      fc
        .array(
          fc.constantFrom(
            "a",
            "b.html",
            ".",
            "/",
            ":",
            "@",
            "#",
            "?",
            " ",
            "1",
            "+",
            "tel:",
            "mailto:",
            "javascript:",
            "//",
            "\\",
            "…",
          ),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(addresses, (address) => {
        const checked = checkValue(property("url"), address);
        const advised = checked.ok
          ? []
          : [...checked.message.matchAll(/(?:like|example) `([^`]*)`(?= or |\.$)/g)].map(
              ([, example = ""]) => example,
            );
        for (const example of advised)
          expect(checkValue(property("url"), example)).toMatchObject({ ok: true });
        expect(checked.ok || advised.length > 0 || checked.message.includes("“")).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("that lacks only its start is refused with the whole of it as an example", () => {
    expect(message(to("about"))).toContain("`/about`");
    expect(message(to("example.com"))).toContain("`https://example.com`");
    expect(message(to("//example.com"))).toContain("`https://example.com`");
  });

  it("is checked in the same way for a property that is an address", () => {
    expect(checkValue(property("url"), " /shop ")).toEqual({ ok: true, value: "/shop" });
    expect(checkValue(property("url"), "javascript:alert(1)").ok).toBe(false);
    expect(checkValue(property("url"), "java\nscript:alert(1)").ok).toBe(false);
  });
});

describe("a link", () => {
  it("has a text that is cleaned like any other", () => {
    expect(checkLink({ label: " About\nus ", href: " /about " })).toEqual({
      ok: true,
      value: { label: "About us", href: "/about" },
    });
  });

  it("without a text, or with one that is too long, is refused", () => {
    expect(checkLink({ label: " ", href: "/about" }).ok).toBe(false);
    expect(checkLink({ label: "About us", href: "/about" }, { maxLength: 5 }).ok).toBe(false);
  });
});

describe("any value", () => {
  const anything = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 300 }),
    fc.string({ unit: "grapheme" }),
  );

  it("is accepted unchanged when it is checked again, or refused in a sentence that fits into a message", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom<ValueType>("text", "color", "url", "links"), (value, type) => {
        const checked = checkValue(property(type, { maxLength: 50 }), value);
        if (checked.ok) expect(checkValue(property(type, { maxLength: 50 }), checked.value)).toEqual(checked);
        else expect(checked.message.length).toBeLessThan(300);
      }),
    );
  });
});
