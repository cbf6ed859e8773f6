import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { property, section } from "./catalogues.ts";

/** A site that gives its parts no names beside their ids. */
const plain: Catalogue = {
  version: "plain-1",
  sections: [
    section("contact", [property("phone", "text"), property("email", "text"), property("hours", "text")]),
    section("menu", [property("links", "links")]),
  ],
};

const read = (description: string) => interpret({ description, image_count: 0, answers: {} }, plain);

describe("what people call the parts of any site", () => {
  it.each([
    ["change the phone number to +47 22 33 44 55", { phone: "+47 22 33 44 55" }],
    ["change the telephone number to (303) 555-0199", { phone: "(303) 555-0199" }],
    ["change the email address to me@example.org", { email: "me@example.org" }],
    ['set the opening hours to "Mon–Fri 9–17"', { hours: "Mon–Fri 9–17" }],
  ])("%s", (words, updates) => {
    expect(read(words)).toMatchObject({ outcome: "understood", section: "contact", updates });
  });

  it("knows a page beside this one for where a link leads", () => {
    expect(read("add a link to the menu called Blog to blog.html")).toMatchObject({
      outcome: "understood",
      section: "menu",
      updates: { links: [{ label: "Blog", href: "blog.html" }] },
    });
  });
});
