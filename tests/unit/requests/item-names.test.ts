import { describe, expect, it } from "vitest";
import type { Catalogue } from "#src/site/catalogue.ts";
import { interpret } from "#src/requests/interpret.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

/** A menu whose items have these fields; none for a menu of plain texts. */
function siteWith(fields: Record<string, string>): Catalogue {
  const links = {
    id: "links",
    names: ["link"],
    kind: "list",
    pointer: "/menu",
    ...(Object.keys(fields).length > 0 && { fields }),
  };
  const sections = [{ id: "menu", names: ["navigation"], file: "menu.json", properties: [links] }];
  const outcome = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections })));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return catalogueOf(outcome.definition, JSON.stringify(fields));
}

function meaningOf(description: string, fields: Record<string, string>) {
  return interpret({ description, answers: {}, image_count: 0 }, siteWith(fields));
}

describe("the new name of an item", () => {
  const links = { label: "label", href: "href" };

  it.each(["rename the Food link to Dishes in the navbar", "rename the Food link to Dishes in the menu"])(
    "ends before the part that it is in: %s",
    (words) => {
      const meaning = meaningOf(words, links);
      expect(meaning).toMatchObject({ updates: { links: [{ change: "Food", set: { label: "Dishes" } }] } });
    },
  );

  it("is asked about where it may end with a part that the site does not have", () => {
    expect(meaningOf("rename the Food link to Dishes in the sidebar", links).outcome).toBe("unclear");
    expect(meaningOf('rename the Food link to "Dishes in the sidebar"', links)).toMatchObject({
      updates: { links: [{ change: "Food", set: { label: "Dishes in the sidebar" } }] },
    });
  });
});

it.each([
  "the price of the Flat white is €4.00 now",
  "the price of Flat white must be €4.00",
  "The price of Flat white it is now €4.00",
])("may end in small letters: %s", (words) => {
  expect(meaningOf(words, { label: "name", price: "price" })).toMatchObject({
    updates: { links: [{ change: "Flat white", set: { price: "€4.00" } }] },
  });
});

it.each(["Change the booking page to https://x.example/tables", "Booking page: https://x.example/tables"])(
  "is no item with an address for a price: %s",
  (words) => {
    expect(meaningOf(words, { label: "name", price: "price" }).outcome).toBe("unclear");
  },
);

describe("an item of a menu", () => {
  it.each([
    ["remove the Our Chefs link from the menu", { remove: "Our Chefs" }],
    ["remove the About link from the menu", { remove: "About" }],
    ["move the Log in link in the menu to the beginning", { move: "Log in", to: "first" }],
    ["move the FAQ link before the Our Chefs link in the menu", { move: "FAQ", to: { before: "Our Chefs" } }],
  ])("is called as it is written: %s", (words, edit) => {
    const meaning = meaningOf(words, { label: "label", href: "href" });
    expect(meaning).toMatchObject({ outcome: "understood", updates: { links: [edit] } });
  });

  it("may lead somewhere by a path", () => {
    const meaning = meaningOf("add a Jobs link to /jobs to the menu", { title: "title", path: "path" });
    expect(meaning).toMatchObject({ updates: { links: [{ add: { title: "Jobs", path: "/jobs" } }] } });
  });

  it("of plain texts is added by its words, and an address for it is asked about", () => {
    const added = meaningOf("add a Jobs link to the menu", {});
    expect(added).toMatchObject({ outcome: "understood", updates: { links: [{ add: { text: "Jobs" } }] } });
    expect(meaningOf("add a Jobs link to /jobs to the menu", {}).outcome).toBe("unclear");
  });
});
