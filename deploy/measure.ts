import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { Command } from "commander";
import type { BuildOptions } from "esbuild";
import { buildFunction } from "./bundle/build-function.ts";
import { environment, firstEvents } from "./measure/first-events.ts";

/** Inside the project, so that what is left out of a bundle is found. */
const FOLDER = ".ux-agent/measure";
const ROUNDS = 9;

/** What is compared: everything that is imported, as esbuild bundles it by itself, and what is deployed. */
const variants: Record<string, BuildOptions> = { whole: { plugins: [], external: [] }, deployed: {} };

new Command("npm run measure --")
  .description(
    "How large each function's bundle is, and how long it takes from its start to its first answer.",
  )
  .parse();

const run = promisify(execFile);
const once = fileURLToPath(new URL("measure/start-once.ts", import.meta.url));

interface Times {
  load: number;
  first: number;
}

interface Measured extends Times {
  kilobytes: number;
  gzipped: number;
}

async function measure(name: string): Promise<Measured[]> {
  const built = [];
  for (const [variant, change] of Object.entries(variants))
    built.push(await buildFunction(name, join(FOLDER, variant), change));
  const times: Times[][] = built.map(() => []);
  // Turn by turn, so that what else the machine does counts for both.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { file }] of built.entries()) times[at]?.push(await start(file, name));
  return Promise.all(
    built.map(async ({ file, bytes }, at) => ({
      kilobytes: bytes / 1000,
      gzipped: gzipSync(await readFile(file)).length / 1000,
      load: median((times[at] ?? []).map(({ load }) => load)),
      first: median((times[at] ?? []).map(({ first }) => first)),
    })),
  );
}

async function start(file: string, name: string): Promise<Times> {
  const event = JSON.stringify(firstEvents[name]?.() ?? {});
  const { stdout } = await run(process.execPath, [once, file, event], { env: environment });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what start-once.ts prints last
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Times;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const columns: [title: string, of: keyof Measured][] = [
  ["kB", "kilobytes"],
  ["kB gzip", "gzipped"],
  ["ms to load", "load"],
  ["ms to the first answer", "first"],
];

const cellOf = (measured: Measured[], key: keyof Measured): string => {
  const [whole = 0, deployed = 0] = measured.map((each) => each[key]);
  return `${whole.toFixed(0)} → ${deployed.toFixed(0)} (${((deployed / whole) * 100).toFixed(0)} %)`;
};

const print = (cells: string[]): void =>
  console.log(cells.map((cell, at) => cell.padEnd(at ? 24 : 14)).join(""));

console.log(
  "Each function: bundled whole → as deployed. Times on this machine: only their ratio tells something.\n",
);
print(["", ...columns.map(([title]) => title)]);
for (const name of Object.keys(firstEvents)) {
  const measured = await measure(name);
  print([name, ...columns.map(([, key]) => cellOf(measured, key))]);
}
await rm(FOLDER, { recursive: true, force: true });
