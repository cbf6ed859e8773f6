import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { bundleSizes } from "./benchmark/bundle-sizes.ts";
import { coldAndWarm } from "./benchmark/cold-and-warm.ts";
import { editing } from "./benchmark/editing.ts";
import { formats } from "./benchmark/formats.ts";
import type { Row } from "./benchmark/row.ts";

/** Inside the project, so that what is left out of a bundle is found. */
const FOLDER = ".ux-agent/benchmark";
const PAGE = "docs/performance.md";
const [BEGIN, END] = ["<!-- npm run benchmark -- --write -->", "<!-- end -->"];

const command = new Command("npm run benchmark --")
  .description(
    "Measures what people wait for and what costs money, as ratios side by side in one run: the machine's own speed cancels out.",
  )
  .option("--rounds <count>", "how often each figure is taken", "15")
  .option("--write", `put the table into ${PAGE}`)
  .parse();
const options = command.opts<{ rounds: string; write?: true }>();
const rounds = Math.max(1, Number(options.rounds) || 15);

const cells = ({ what, figure, beside, wanted }: Row): string =>
  `| ${what} | ${figure} | ${beside} | ${wanted} |`;

async function writeInto(page: string, table: string): Promise<void> {
  const text = await readFile(page, "utf8");
  const [before, rest] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || rest < before) throw new Error(`${page} has no ${BEGIN} … ${END}`);
  await writeFile(page, `${text.slice(0, before + BEGIN.length)}\n\n${table}\n\n${text.slice(rest)}`);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
console.error(`${rounds} rounds, a few minutes…`);
const rows = [
  ...(await bundleSizes(FOLDER)),
  ...(await coldAndWarm(FOLDER, rounds)),
  ...(await editing(rounds)),
  ...(await formats(rounds)),
];
const table = [
  "| what | measured | beside it | wanted |",
  "| --- | --- | --- | --- |",
  ...rows.map(cells),
].join("\n");
console.log(table);
if (options.write) await writeInto(PAGE, table);
await rm(FOLDER, { recursive: true, force: true });
