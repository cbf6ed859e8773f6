import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Row } from "./row.ts";

const run = promisify(execFile);

/** The tests that count, by the configuration that runs them. */
const tests = [
  ["vitest.slow.config.ts", "tests/acceptance/github-calls.slow.test.ts"],
  ["vitest.config.ts", "tests/acceptance/cost.test.ts"],
] as const;

/** The part of vitest's report as JSON that is read. */
interface Report {
  success: boolean;
  testResults: { assertionResults: { meta: { counted?: Record<string, number> } }[] }[];
}

/**
 * What does not depend on a machine, as the tests count it: calls of GitHub, write units, bytes.
 * @throws when a test fails, since its figures are then not those of the table
 */
export async function counted(folder: string): Promise<Row[]> {
  const figures: Record<string, number> = {};
  for (const [config, file] of tests) Object.assign(figures, await countedBy(config, file, folder));
  const of: Counted = (name) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`No test counts ${name}`);
    return figure;
  };
  return [...gitHubRows(of), ...itemRows(of)];
}

async function countedBy(config: string, file: string, folder: string): Promise<Record<string, number>> {
  const outputFile = join(folder, "counted.json");
  const args = ["run", "--config", config, file, "--reporter=json", `--outputFile=${outputFile}`];
  // A failed test makes it end with 1, and the report says which.
  await run(process.execPath, ["node_modules/vitest/vitest.mjs", ...args]).catch(() => {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what vitest documents of its report
  const report = JSON.parse(await readFile(outputFile, "utf8")) as Report;
  if (!report.success) throw new Error(`${file} fails: run it by itself first`);
  const metas = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return Object.assign({}, ...metas.map(({ meta }) => meta.counted ?? {}));
}

/** GitHub's limits for one credential, an hour: of requests, and of those that create something. */
const [REQUESTS, CREATIONS] = [5000, 500];
/** What a request to GitHub takes, in seconds. */
const REQUEST = 0.1;

const secondsOf = (rounds: number): string => `${(rounds * REQUEST).toFixed(1)} s`;

type Counted = (name: string) => number;

const gitHubRows = (of: Counted): Row[] => [
  { what: "GitHub calls of a preview", figure: `${of("preview")}`, beside: "10 before", wanted: "≤ 3" },
  {
    what: "GitHub calls of a publication",
    figure: `${of("publication")}`,
    beside: "18 before",
    wanted: "≤ 7",
  },
  {
    what: "waiting for GitHub at 100 ms a call, preview + publication",
    figure: `${secondsOf(of("previewRounds"))} + ${secondsOf(of("publicationRounds"))}`,
    beside: "1.2 s + 2.2 s before",
    wanted: "≤ 0.35 s + ≤ 0.9 s",
  },
  {
    what: "conversations an hour for one GitHub credential, by its limit of calls",
    figure: `${Math.floor(REQUESTS / (of("preview") + of("publication")))}`,
    beside: "178 before; an answer 304 counted as a call",
    wanted: "≥ 500",
  },
  {
    what: "the same by GitHub's limit of what is created",
    figure: `${Math.floor(CREATIONS / of("creations"))}`,
    beside: "83 before",
    wanted: "≥ 100",
  },
  {
    what: "GitHub calls of three files, preview + publication",
    figure: `${of("previewOfThree")} + ${of("publicationOfThree")}`,
    beside: "",
    wanted: "≤ 3 + ≤ 7",
  },
  {
    what: "GitHub calls of a publication that was made before",
    figure: `${of("publicationAgain")}`,
    beside: "",
    wanted: "",
  },
  { what: "GitHub calls of a withdrawal", figure: `${of("withdrawal")}`, beside: "", wanted: "" },
];

const itemRows = (of: Counted): Row[] => [
  {
    what: "write units of the reference conversation, index and record in them",
    figure: `${of("writeUnits")}`,
    beside: "",
    wanted: "≤ 12",
  },
  {
    what: "bytes of its start, with a reply token of 214 characters",
    figure: `${of("startBytes")}`,
    beside: "",
    wanted: "≤ 1024",
  },
];
