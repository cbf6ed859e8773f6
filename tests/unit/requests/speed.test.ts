import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { property, sampleSite, section } from "./catalogues.ts";

const PROSE =
  "I looked at the page with my colleague and we both felt that the header could be a little more modern, so please change the header text to Welcome home and make the footer dark blue, thanks. ";

/** 60 sections of 12 properties, each with names of its own. */
const large: Catalogue = {
  version: "sixty-by-twelve",
  sections: Array.from({ length: 60 }, (_, at) =>
    section(
      `area-${at}`,
      Array.from({ length: 12 }, (_, of) =>
        property(`line-${of}`, of % 3 === 0 ? "color" : "text", {
          names: [`entry ${at} ${of}`, `piece${at}x${of}`],
        }),
      ),
      { names: [`zone ${at}`] },
    ),
  ),
};

/** CPU time in milliseconds, the best of a few: what else the machine does must not count. */
function costOf(words: string, catalogue: Catalogue): number {
  const costs = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    interpret({ description: words.repeat(20).slice(0, 1500), image_count: 0, answers: {} }, catalogue);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

const TEXTS = [
  PROSE,
  `change the header text to ${"lorem ipsum dolor sit amet consectetur adipiscing elit ".repeat(30)}`,
  "make the header red and ",
  "Hi all,\n\nwe have a few points for the website.\n",
  "chnage teh haeder txet to Hi and ",
];

describe("1,500 characters", () => {
  it.each(TEXTS)("take less than 25 ms on the sample site: %s", (words) => {
    expect(costOf(words, sampleSite())).toBeLessThan(25);
  });

  it.each(TEXTS)("take less than 60 ms on a site of 60 sections with 12 properties: %s", (words) => {
    expect(costOf(words, large)).toBeLessThan(60);
  });
});
