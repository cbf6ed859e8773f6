import { describe, expect, it } from "vitest";
import { sampleSite } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

const site = sampleSite();

describe("a message that was pasted", () => {
  it.each<[string, string]>([
    [
      "From: Paula <paula@example.org>\nTo: web\nSubject: footer\n\nPlease set the footer text to “Hi”.",
      "the headers",
    ],
    [
      "Fwd: Re: site\n\n---------- Forwarded message ---------\nFrom: Ann\n\nset the footer text to “Hi”",
      "a rule",
    ],
    [
      "Set the footer text to “Hi”.\n\nOn Tue, 4 Mar 2025, Tom wrote:\n> shall the header be blue?",
      "what it answers",
    ],
    ["Set the footer text to “Hi”.\n-- \nAnn Lee\nHeader Ltd, +44 20 7946 0018", "a signature"],
    [
      "Set the footer text to “Hi”.\n\nKind regards,\nAnn Lee\nNavbar & Sons, blue house",
      "a signature behind regards",
    ],
    ["[10:42] ann: set the footer text to “Hi”", "who spoke, and when"],
    ["Ann Lee, 10:42\nset the footer text to “Hi”", "who spoke, and when, in a line"],
    ["Ticket #4411\nSet the footer text to “Hi”", "the number of a ticket"],
    ["From Mara: set the footer text to “Hi”", "who asks"],
    ["Set the footer text to “Hi”.\nKind regards, Header", "regards with a name"],
    ["WEB-318: set the footer text to “Hi”", "the number of an issue"],
    ["Set the footer text to “Hi”. Kind regards, the header team", "regards in the same line"],
    ["Set the footer text to “Hi”.\n\nPetra Header, treasurer", "who signs, below"],
    ["**Ann** 10:42\nset the footer text to “Hi”", "who spoke, and when, in bold"],
  ])("is read without what stands round it: %j", (words) => {
    expect(inShort(words, site)).toBe("footer: text=Hi");
  });

  it.each([
    ["Set the footer text to “Hi”.\n\nThanks\nPS: make the header blue", "a postscript"],
    ["Set the footer text to “Hi”.\nAnn: make the header blue", "a name"],
    ["Set the footer text to “Hi”.\nThanks, make the header blue", "thanks"],
    ["Set the footer text to “Hi”. Regards, and make the header blue, the one of 2020", "regards and more"],
  ])("may go on behind that: %j", (words) => {
    expect(inShort(words, site)).not.toBe("footer: text=Hi");
  });

  it("has no time taken out of it that is a value", () => {
    expect(inShort("Saturday: 10:42", site)).toBe("story: saturday=10:42");
  });
});

describe("values that need no quotes", () => {
  it.each([
    ["make the pier picture narrow", "pier: width=narrow"],
    ["soy as the milk, please", "drinks: milk=soy"],
    ["Saturday is 9:00 to 21:00 now", "story: saturday=9:00 to 21:00"],
    ["Saturday is “Closed”, please change it", "story: saturday=Closed"],
    ["on the drinks page, “Drinks and cake” as title", "drinks: title=Drinks and cake"],
    ["Drinks note (final version): “Fog”", "drinks: note=Fog"],
    ["change the copyright to © Harbour Coffee 2026", "footer: text=© Harbour Coffee 2026"],
    ["change the drinks note to Happy hour until 19:00", "drinks: note=Happy hour until 19:00"],
    ["take Visit out of the navbar", "navbar: links=-Visit"],
    ["Red is the color I want for the header", "header: color=red"],
    ['"Ahoy", please put that on the button', "home: cta-text=Ahoy"],
  ])("are read by what is named: %s", (words, meaning) => {
    expect(inShort(words, site)).toBe(meaning);
  });

  it.each([
    "make the header wide",
    "Saturday is 9:00 to 21:00",
    "Saturday is “Closed”",
    "Saturday 10% higher",
    "Red is the color of the header",
    "take him out of the navbar",
  ])("are asked about where they may be none: %s", (words) => {
    expect(inShort(words, site)).toContain("?");
  });
});

describe("items of a list", () => {
  it.each([
    ["change Espresso to €2.50", "drinks: drinks=Espresso{price=€2.50}"],
    [
      "make the pier picture narrow and change Espresso to €2.60",
      "pier: width=narrow & drinks: drinks=Espresso{price=€2.60}",
    ],
    ["Flat white should cost €4.20", "drinks: drinks=Flat white{price=€4.20}"],
    ["In the navbar, Visit belongs before Beans.", "navbar: links=Visit>before Beans"],
    ["Put Cold brew at the top of the drinks list.", "drinks: drinks=Cold brew>first"],
    ['"Beans" in the menu should be called "Coffee"', "navbar: links=Beans{label=Coffee}"],
    ['New coffee: "Spring Flood", notes "Apricot"', "home: roasts=+{name=Spring Flood, notes=Apricot}"],
    ["Add Cortado for €3.40 to the drinks", "drinks: drinks=+{name=Cortado, price=€3.40}"],
  ])("are named as people name them: %s", (words, meaning) => {
    expect(inShort(words, site)).toBe(meaning);
  });

  it.each(["The Espresso costs €2.60", "Paris for €300", "make Espresso $3"])(
    "are asked about: %s",
    (words) => {
      expect(inShort(words, site)).toContain("?");
    },
  );
});
