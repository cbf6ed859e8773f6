import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { bundleSizes } from "./benchmark/bundle-sizes.ts";
import { coldAndWarm } from "./benchmark/cold-and-warm.ts";
import { counted } from "./benchmark/counted.ts";
import { editing } from "./benchmark/editing.ts";
import { formats } from "./benchmark/formats.ts";
import { local } from "./benchmark/local.ts";
import { reading } from "./benchmark/reading.ts";
import { type Row, verdict } from "./benchmark/row.ts";
import { tests } from "./benchmark/tests.ts";

/** Inside the project, so that what is left out of a bundle is found. */
const FOLDER = ".ux-agent/benchmark";
const PAGE = "docs/performance.md";
const [BEGIN, END] = ["<!-- npm run benchmark -- --write -->", "<!-- end -->"];

/** Each measures one thing beside another, turn by turn. */
const parts = {
  counted: (folder: string) => counted(folder),
  bundles: (folder: string) => bundleSizes(folder),
  functions: (folder: string, rounds: number) => coldAndWarm(folder, rounds),
  editing: (_folder: string, rounds: number) => editing(rounds),
  formats: (folder: string, rounds: number) => formats(folder, rounds),
  reading: (_folder: string, rounds: number) => reading(rounds),
  local: (folder: string) => local(folder),
  tests: () => tests(),
};

const command = new Command("npm run benchmark --")
  .description(
    "Measures what people wait for and what costs money, as ratios side by side in one run: the machine's own speed cancels out.",
  )
  .option("--rounds <count>", "how often each figure is taken", "15")
  .addOption(new Option("--part <name>", "measure only this part").choices(Object.keys(parts)))
  .option("--write", `put the table into ${PAGE}`)
  .parse();
const options = command.opts<{ rounds: string; part?: keyof typeof parts; write?: true }>();
const rounds = Math.max(1, Number(options.rounds) || 15);

const cells = (row: Row): string =>
  `| ${row.what} | ${row.figure} | ${row.beside} | ${row.wanted} | ${verdict(row)} |`;

async function writeInto(page: string, table: string): Promise<void> {
  const text = await readFile(page, "utf8");
  const [before, rest] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || rest < before) throw new Error(`${page} has no ${BEGIN} … ${END}`);
  await writeFile(page, `${text.slice(0, before + BEGIN.length)}\n\n${table}\n\n${text.slice(rest)}`);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
console.error(`${rounds} rounds, a few minutes…`);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts))
  if (options.part === undefined || options.part === name) rows.push(...(await measure(FOLDER, rounds)));
const table = [
  "| what | measured | beside it | wanted | |",
  "| --- | --- | --- | --- | --- |",
  ...rows.map(cells),
].join("\n");
console.log(table);
if (options.write && options.part === undefined) await writeInto(PAGE, table);
await rm(FOLDER, { recursive: true, force: true });
