import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { UserError } from "#src/errors.ts";
import defaults from "./inputs.json" with { type: "json" };

/** Prices in US dollars, what AWS gives for nothing, and what cannot be measured here. */
export type Inputs = typeof defaults;

const amount = z.number("must be a number from 0 on").check(z.gte(0, "must be a number from 0 on"));

/** What is misspelt would count for nothing, so it is refused. */
const only = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `knows no ${issue.keys.join(", ")}` : "must be an object",
  });

const someOf = (known: object) =>
  z.optional(only(Object.fromEntries(Object.keys(known).map((name) => [name, z.optional(amount)]))));

const words = z.optional(z.string("must be words in quotes"));
const file = only({
  region: words,
  date: words,
  prices: someOf(defaults.prices),
  free: someOf(defaults.free),
  assumptions: someOf(defaults.assumptions),
});

/**
 * The inputs of a file, where it has any, in place of those of `inputs.json`.
 * @throws UserError when the file cannot be read or says something else
 */
export async function readInputs(path?: string): Promise<Inputs> {
  const given = path === undefined ? {} : await readGiven(path);
  return {
    region: given.region ?? defaults.region,
    date: given.date ?? defaults.date,
    prices: { ...defaults.prices, ...given.prices },
    free: { ...defaults.free, ...given.free },
    assumptions: { ...defaults.assumptions, ...given.assumptions },
  };
}

async function readGiven(path: string): Promise<z.infer<typeof file>> {
  try {
    return file.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    const why = cause instanceof z.core.$ZodError ? cause.issues.map(problemOf).join("; ") : messageOf(cause);
    throw new UserError(`${path} cannot be used: ${why}`, { cause });
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const problemOf = ({ path, message }: z.core.$ZodIssue): string =>
  path.length > 0 ? `${path.join(".")} ${message}` : `it ${message}`;
