import { readFileSync } from "node:fs";
import type { Catalogue } from "#src/site/catalogue.ts";
import { bakery, large, sample, sampleSite } from "#tests/unit/requests/catalogues.ts";

const MADE_IN_CODE = { sample, bakery, large, "sample-site": sampleSite() };

/** The catalogue a corpus names: one of those above, or a file in `catalogues/`. */
export function catalogueNamed(name: string): Catalogue {
  const made = Object.entries(MADE_IN_CODE).find(([each]) => each === name);
  return made?.[1] ?? JSON.parse(readFileSync(new URL(`catalogues/${name}.json`, import.meta.url), "utf8"));
}
