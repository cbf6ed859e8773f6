import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import defaults from "./inputs.json" with { type: "json" };

/** Prices in US dollars, what AWS gives for nothing, and what cannot be measured here. */
export type Inputs = typeof defaults;

const numbers = z.optional(z.record(z.string(), z.number()));
const file = z.object({
  region: z.optional(z.string()),
  date: z.optional(z.string()),
  prices: numbers,
  free: numbers,
  assumptions: numbers,
});

/** The inputs of a file, where it has any, in place of those of `inputs.json`. */
export async function readInputs(path?: string): Promise<Inputs> {
  const given = file.parse(path === undefined ? {} : JSON.parse(await readFile(path, "utf8")));
  return {
    region: given.region ?? defaults.region,
    date: given.date ?? defaults.date,
    prices: { ...defaults.prices, ...given.prices },
    free: { ...defaults.free, ...given.free },
    assumptions: { ...defaults.assumptions, ...given.assumptions },
  };
}
