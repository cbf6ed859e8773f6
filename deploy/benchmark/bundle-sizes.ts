import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { buildFunction } from "#deploy/bundle/build-function.ts";
import type { Row } from "./row.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** How much code every start of a function loads, and how much it can load on demand. */
export async function bundleSizes(folder: string): Promise<Row[]> {
  const names = (await readdir("functions")).filter((file) => file.endsWith(".ts"));
  const rows: Row[] = [];
  for (const name of names.map((file) => basename(file, ".ts"))) {
    const { bytes, startBytes } = await buildFunction(name, folder);
    const what = `code that a start of ${name} loads`;
    rows.push({
      what,
      figure: kilobytes(startBytes),
      beside: `${kilobytes(bytes)} with what comes on demand`,
      wanted: "",
    });
  }
  return rows;
}
