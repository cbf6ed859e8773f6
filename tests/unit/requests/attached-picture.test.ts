import { describe, expect, it } from "vitest";
import { colorsAskedOf } from "#src/requests/attached-picture.ts";
import { interpret } from "#src/requests/interpret.ts";
import type { Catalogue, CatalogueProperty } from "#src/site/catalogue.ts";

const property = (id: string, rest: Partial<CatalogueProperty> = {}): CatalogueProperty => ({
  id,
  label: id.replaceAll("-", " "),
  names: [],
  value: "text",
  rules: {},
  ...rest,
});
const picture = (id: string, ...names: string[]) => property(id, { names, value: "url", picture: true });

const catalogue: Catalogue = {
  version: "v",
  sections: [
    {
      id: "home",
      label: "Home page",
      names: ["hero"],
      properties: [
        property("title"),
        picture("picture", "photo", "image"),
        property("color", { value: "color" }),
      ],
    },
    { id: "team", label: "Team", names: [], properties: [picture("ann"), picture("bob"), property("text")] },
    { id: "header", label: "Header", names: [], properties: [property("color", { value: "color" })] },
  ],
};

const meaning = (description: string, image_count = 1, answers: Record<string, string> = {}) =>
  interpret({ description, image_count, answers }, catalogue);

const updatesOf = (...given: Parameters<typeof meaning>) => {
  const read = meaning(...given);
  return read.outcome === "understood" ? { section: read.section, ...read.updates } : read.outcome;
};

const asked = (...given: Parameters<typeof meaning>) => {
  const read = meaning(...given);
  return read.outcome === "unclear" ? read.questions.map(({ id }) => id) : [];
};

describe("an attached picture", () => {
  it.each([
    "use this as the hero picture",
    "Use this picture for the hero, please!",
    "please use this photo as our new home page image",
    "replace the hero picture with this",
    "Change the photo of the hero to this one.",
    "set the hero image to the attached picture",
    "put this in the hero",
    "This is our new hero picture",
    "could you swap the home page picture for the attached one?",
  ])("is what is meant by: %s", (words) => {
    expect(updatesOf(words)).toEqual({ section: "home", picture: "attached" });
  });

  it("is the one that is said", () => {
    expect(updatesOf("use the second picture as the hero picture", 2)).toEqual({
      section: "home",
      picture: "attached2",
    });
  });

  it.each([
    "make the hero picture like this",
    "the hero picture is too dark, see this",
    "the hero picture should look like this one",
    "do not use this as the hero picture",
    "use this as the hero picture tomorrow",
    "can we use something like this as the hero picture",
    "use this as the hero picture but brighter",
    "remove the hero picture",
    "this is not the new hero picture",
    "use this as the menu",
    "use this",
  ])("is not put anywhere for: %s", (words) => {
    expect(updatesOf(words)).not.toMatchObject({ picture: expect.anything() as unknown });
  });

  it("is asked about where two places can be meant", () => {
    expect(asked("use this for the team")).toEqual(["property"]);
    expect(updatesOf("use this for the team", 1, { property: "bob" })).toEqual({
      section: "team",
      bob: "attached",
    });
  });

  it("is asked about when there are two, each a choice", () => {
    const read = meaning("use this as the hero picture", 2);
    expect(read).toMatchObject({
      outcome: "unclear",
      questions: [{ id: "value:picture", choices: [{ value: "attached" }, { value: "attached2" }] }],
    });
    expect(updatesOf("use this as the hero picture", 2, { "value:picture": "attached2" })).toEqual({
      section: "home",
      picture: "attached2",
    });
  });

  it("is a choice when the words only name the place", () => {
    expect(meaning("change the hero picture")).toMatchObject({
      outcome: "unclear",
      questions: [{ id: "value:picture", choices: [{ value: "attached", label: "The attached picture" }] }],
    });
  });

  it("is taken by a command", () => {
    const command = { command: "section:home picture:Attached2", image_count: 2, answers: {} };
    expect(interpret(command, catalogue)).toMatchObject({
      outcome: "understood",
      updates: { picture: "attached2" },
    });
  });
});

describe("the colour of an attached picture", () => {
  it.each([
    ["use the colour of this logo for the header color", "header"],
    ["make the header the color of this picture", "header"],
    ["use the main color from the attached image as the hero color", "home"],
  ])("is asked about, never taken: %s", (words, section) => {
    expect(colorsAskedOf({ description: words, image_count: 1, answers: {} })).toBe(1);
    expect(meaning(words)).toMatchObject({
      outcome: "unclear",
      section,
      updates: {},
      questions: [{ id: "value:color" }],
    });
    expect(updatesOf(words, 1, { "value:color": "#E4572E" })).toEqual({ section, color: "#E4572E" });
  });

  it("is asked about with the place where that is not said", () => {
    expect(asked("use the colour of this logo")).toEqual(["section"]);
    expect(asked("use the colour of this logo", 1, { section: "header" })).toEqual(["value:color"]);
  });

  it.each([
    "use the colour of the sea for the header",
    "make the header red",
    "the colour of this logo is bad",
  ])("is nothing that is meant by: %s", (words) => {
    expect(colorsAskedOf({ description: words, image_count: 1, answers: {} })).toBeNull();
  });
});
