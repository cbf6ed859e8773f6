import { readFileSync } from "node:fs";
import { interpret } from "#src/requests/interpret.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { Catalogue, CatalogueProperty } from "#src/site/catalogue.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { type Row, median } from "./row.ts";
import { spent } from "./spent.ts";

const LENGTH = 1500;

/** What people paste, and what takes a reader longest: prose, a text without end, many instructions, lines, slips. */
const TEXTS = [
  "I looked at the page with my colleague and we both felt that the header could be a little more modern, so please change the header text to Welcome home and make the footer dark blue, thanks. ",
  `change the header text to ${"lorem ipsum dolor sit amet consectetur adipiscing elit ".repeat(30)}`,
  "make the header red and ",
  "Hi all,\n\nwe have a few points for the website.\n",
  "chnage teh haeder txet to Hi and ",
  "would it be possible for you to, if you have a minute, ",
  "black, please, for the footer and “Hello” as the title, ",
].map((text) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH));

const propertyOf = (at: number, of: number): CatalogueProperty => ({
  id: `line-${of}`,
  label: `Line ${of}`,
  names: [`entry ${at} ${of}`, `piece${at}x${of}`],
  value: of % 3 === 0 ? "color" : "text",
  rules: {},
});

const large: Catalogue = {
  version: "sixty-by-twelve",
  sections: Array.from({ length: 60 }, (_, at) => ({
    id: `area-${at}`,
    label: `Area ${at}`,
    names: [`zone ${at}`],
    properties: Array.from({ length: 12 }, (_property, of) => propertyOf(at, of)),
  })),
};

function sampleSite(): Catalogue {
  const read = readSiteDefinition(readFileSync("sample-site/ux-agent.json"));
  if (!read.ok) throw new Error("the sample site's own definition is refused");
  return catalogueOf(read.definition, "sample-site");
}

/** How long a long request is read, warm: the slowest of several kinds of text. */
export async function reading(rounds: number): Promise<Row[]> {
  return [
    await slowest("the sample site", sampleSite(), { rounds, wanted: 25 }),
    await slowest("60 sections of 12 properties", large, { rounds, wanted: 60 }),
  ];
}

async function slowest(
  name: string,
  catalogue: Catalogue,
  { rounds, wanted }: { rounds: number; wanted: number },
): Promise<Row> {
  const medians: number[] = [];
  for (const description of TEXTS) {
    const read = () => interpret({ description, image_count: 0, answers: {} }, catalogue);
    read();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await spent(read));
    medians.push(median(times));
  }
  const figures = medians.map((time) => time.toFixed(1));
  return {
    what: `reading ${LENGTH} characters on ${name}, CPU`,
    figure: `${Math.max(...medians).toFixed(1)} ms`,
    beside: `${figures.join(", ")} ms by kind of text`,
    wanted: `≤ ${wanted} ms`,
  };
}
