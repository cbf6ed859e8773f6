import { readFileSync } from "node:fs";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection, ValueType } from "#src/site/catalogue.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

/** A property with no rules; what matters to a test is given. */
export function property(
  id: string,
  value: ValueType,
  rest: Partial<CatalogueProperty> = {},
): CatalogueProperty {
  return { id, label: capitalised(id), names: [], value, rules: {}, ...rest };
}

export function section(
  id: string,
  properties: CatalogueProperty[],
  rest: Partial<CatalogueSection> = {},
): CatalogueSection {
  return { id, label: capitalised(id), names: [], properties, ...rest };
}

function capitalised(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
}

/** The sections and properties of the sample site. */
export const sample: Catalogue = {
  version: "sample-1",
  sections: [
    section("header", [property("text", "text"), property("color", "color"), property("links", "links")]),
    section("footer", [property("text", "text"), property("color", "color")]),
    section(
      "navbar",
      [
        property("text", "text"),
        property("color", "color"),
        property("links", "links"),
        property("brand", "text"),
      ],
      { label: "Navigation bar" },
    ),
    section("home", [
      property("hero-text", "text", { label: "Hero text" }),
      property("description", "text"),
      property("cta-text", "text", { label: "Button text" }),
    ]),
  ],
};

/** The sample site as newcomers meet it, with all the other names that its `ux-agent.json` gives. */
export function sampleSite(): Catalogue {
  const outcome = readSiteDefinition(readFileSync("sample-site/ux-agent.json"));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return catalogueOf(outcome.definition, "sample-site");
}

/** Another kind of site: own names, rules, an address, two colours in one section, nothing called header. */
export const bakery: Catalogue = {
  version: "bakery-7",
  sections: [
    section(
      "storefront",
      [
        property("headline", "text", { rules: { maxLength: 40 } }),
        property("tagline", "text", { names: ["motto"] }),
        property("accent", "color", { label: "Accent colour" }),
        property("backdrop", "color", { label: "Background colour", names: ["background"] }),
      ],
      { label: "Shop window", names: ["welcome area"] },
    ),
    section(
      "specials",
      [
        property("bread", "text", { label: "Bread of the day" }),
        property("price", "text", {
          rules: { pattern: "€\\d+(\\.\\d\\d)?" },
          hint: "Write a price, for example €4.50.",
        }),
        property("size", "text", { rules: { oneOf: ["Small", "Large", "Small"] } }),
      ],
      { label: "Today's specials", names: ["deals"] },
    ),
    section("opening-hours", [property("weekdays", "text"), property("weekend", "text")], {
      label: "Opening hours",
      names: ["hours"],
    }),
    section(
      "order",
      [
        property("button", "text", { label: "Button label" }),
        property("address", "url", { label: "Order page" }),
      ],
      { label: "Order box" },
    ),
    section("directory", [property("entries", "links", { label: "Pages" })], { label: "Site directory" }),
  ],
};

/** More sections than a select of Discord can show. */
export const large: Catalogue = {
  version: "large-3",
  sections: Array.from({ length: 40 }, (_, index) =>
    section(`chapter-${index + 1}`, [property("title", "text"), property("ink", "color")], {
      label: `Chapter ${index + 1}`,
    }),
  ),
};
