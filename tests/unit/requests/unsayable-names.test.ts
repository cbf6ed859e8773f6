import { describe, expect, it } from "vitest";
import { unsayableNames } from "#src/requests/unsayable-names.ts";
import { catalogueNamed } from "#tests/evals/catalogues.ts";
import { bakery, large, property, sampleSite, section } from "./catalogues.ts";

const named = (names: string[], other: string[] = []) =>
  unsayableNames({
    version: `names-${[...names, "/", ...other].join("-")}`,
    sections: [
      section("header", [property("motto", "text", { names }), property("ink", "color")], { names: other }),
      section("footer", [property("text", "text"), property("ink", "color")]),
    ],
  }).map(({ section: of, property: what, name }) => `${of} ${what ?? "-"}: ${name}`);

describe("a name that cannot be said", () => {
  it.each([
    "slogan",
    "first question",
    "set list",
    "order box",
    "now playing",
    "second",
    "page",
    "don't miss",
  ])("is none of the site's own that sound like something else: %s", (name) => {
    expect(named([name])).toEqual([]);
  });

  it.each(["what people read first when they come", 'the "big" one'])(
    "means something else in a sentence, or nothing: %s",
    (name) => {
      expect(named([name])).toEqual([`header motto: ${name}`]);
    },
  );

  it("belongs to two parts at once", () => {
    expect(named(["ink"])).toEqual(["header motto: ink", "header ink: Ink"]);
  });

  it("can be that of a section, too", () => {
    expect(named([], ["top", "the"])).toEqual(["header -: the"]);
  });

  it.each(["page", "site", "app"])("is not that of a section that is called %s", (id) => {
    const catalogue = {
      version: `called-${id}`,
      sections: [
        section(id, [property("title", "text"), property("description", "text")]),
        section("hero", [property("heading", "text", { names: ["title"] })]),
      ],
    };
    expect(unsayableNames(catalogue)).toEqual([]);
  });

  it.each([
    { site: "the sample site", catalogue: sampleSite() },
    { site: "bakery", catalogue: bakery },
    { site: "large", catalogue: large },
    ...["gym", "restaurant", "saas", "school", "portfolio"].map((site) => ({
      site,
      catalogue: catalogueNamed(site),
    })),
  ])("is not on $site", ({ catalogue }) => {
    expect(unsayableNames(catalogue)).toEqual([]);
  });
});
