import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type BuildOptions, build } from "esbuild";
import { buildFunction } from "#deploy/bundle/build-function.ts";
import { bundling, excluded } from "#deploy/esbuild.ts";
import { table } from "#entities/table.ts";
import { createTable } from "#stand-ins/aws/create-table.ts";
import { type Engine, engineAccess, startEngine } from "#stand-ins/aws/engine.ts";
import { noWork, ping, publicKey, taskOf, updateCommand } from "./events.ts";
import { type Outside, startOutside } from "./outside.ts";
import { type Row, median, ratio } from "./row.ts";

const run = promisify(execFile);
const WARM = 60;

interface Bundles {
  ours: string;
  execution: string;
  handWritten: string;
  naive: string;
  /** Runs one of them in a process of its own. */
  answer: string;
}

/** What one process spent on its first answer and on each later one, in milliseconds of processor time. */
interface Spent {
  cold: number;
  warm: number;
  /** The first answer. */
  first: unknown;
}

/** First and later answers of the functions beside two other ways to write them, turn by turn on one DynamoDB. */
export async function coldAndWarm(folder: string, rounds: number): Promise<Row[]> {
  const bundles = await buildAll(folder);
  const [engine, outside] = await Promise.all([startEngine(), startOutside()]);
  try {
    await createTable(new DynamoDBClient(engineAccess(engine.url)), table.defaultName);
    return await measure({ folder, rounds, engine, bundles, outside });
  } finally {
    await outside.stop();
    await engine.stop();
  }
}

async function buildAll(folder: string): Promise<Bundles> {
  const plain = async (name: string, change: BuildOptions = {}): Promise<string> => {
    const options = {
      ...bundling,
      splitting: false,
      external: excluded,
      plugins: [],
      outdir: folder,
      ...change,
    };
    const entryPoints = [`deploy/benchmark/${name}.ts`];
    await build({ ...options, entryPoints, outExtension: { ".js": ".mjs" }, logLevel: "error" });
    return join(folder, `${name}.mjs`);
  };
  return {
    ours: (await buildFunction("interactions", folder)).file,
    execution: (await buildFunction("execution", folder)).file,
    handWritten: await plain("hand-written"),
    naive: await plain("naive"),
    answer: await plain("answer", { bundle: false, external: [] }),
  };
}

interface Run {
  folder: string;
  rounds: number;
  engine: Engine;
  bundles: Bundles;
  outside: Outside;
}

async function measure({ folder, rounds, engine, bundles, outside }: Run): Promise<Row[]> {
  const env = environment(engine.url);
  const once = async (
    bundle: string,
    events: object[],
    more: Record<string, string> = {},
  ): Promise<Spent> => {
    const file = join(folder, "events.json");
    await writeFile(file, JSON.stringify(events));
    const { stdout } = await run(process.execPath, [bundles.answer, bundle, file], {
      env: { ...env, ...more },
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what answer.ts prints
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Spent;
  };
  const bare = async (): Promise<number> => {
    const script = "const{user,system}=process.cpuUsage();console.log((user+system)/1000)";
    return Number((await run(process.execPath, ["-e", script], { env })).stdout);
  };
  const { ours, handWritten, naive, execution } = bundles;
  const preview = async (): Promise<number> => {
    const command = updateCommand();
    await once(ours, [command], outside.env);
    const { cold, first } = await once(execution, [taskOf(command)], outside.env);
    if (JSON.stringify(first) !== '{"batchItemFailures":[]}') throw new Error("a preview was not made");
    return cold;
  };
  const spent: Record<string, number[]> = {};
  const note = (name: string, value: number) => (spent[name] ??= []).push(value);
  for (let round = 0; round < rounds; round += 1) {
    note("bare", await bare());
    note("execution", (await once(execution, [noWork()])).cold);
    note("preview", await preview());
    for (const [name, bundle] of Object.entries({ ours, handWritten, naive })) {
      note(`${name} ping`, (await once(bundle, [ping()])).cold);
      const { cold, warm } = await once(bundle, commands());
      note(`${name} command`, cold);
      note(`${name} warm`, warm);
    }
  }
  return rowsOf((name) => spent[name] ?? []);
}

const commands = () => Array.from({ length: WARM + 1 }, updateCommand);

const environment = (url: string) => ({
  PATH: process.env["PATH"],
  DISCORD_PUBLIC_KEY: publicKey,
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "8",
  GITHUB_REPOSITORY: "owner/name",
  QUEUE_URL: "http://127.0.0.1:9/queue",
  TABLE_NAME: table.defaultName,
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  POWERTOOLS_LOG_LEVEL: "SILENT",
  // One person asks in all rounds: a refusal is not what is measured.
  PERSON_OPEN_LIMIT: "1000",
  PERSON_HOURLY_LIMIT: "1000",
  SERVER_OPEN_LIMIT: "1000",
  SERVER_HOURLY_LIMIT: "1000",
});

const rowsOf = (of: (name: string) => number[]): Row[] => [
  {
    what: "cold PING, CPU over hand-written",
    figure: ratio(of("ours ping"), of("handWritten ping")),
    beside: `naive ElectroDB ${ratio(of("naive ping"), of("handWritten ping"))}, bare Node ${ratio(of("bare"), of("handWritten ping"))}`,
    wanted: "≤ 0.9",
  },
  {
    what: "cold /ux-update, CPU over hand-written",
    figure: ratio(of("ours command"), of("handWritten command")),
    beside: `naive ElectroDB ${ratio(of("naive command"), of("handWritten command"))}`,
    wanted: "≤ 1.4",
  },
  {
    what: "warm /ux-update, CPU over hand-written",
    figure: ratio(of("ours warm"), of("handWritten warm")),
    beside: `naive ElectroDB ${ratio(of("naive warm"), of("handWritten warm"))}`,
    wanted: "≤ 1.6",
  },
  {
    what: "cold execution without work, CPU over bare Node",
    figure: ratio(of("execution"), of("bare")),
    beside: `${median(of("execution")).toFixed(0)} ms here`,
    wanted: "",
  },
  {
    what: "cold execution that makes a preview of JSX, CPU over bare Node",
    figure: ratio(of("preview"), of("bare")),
    beside: `${median(of("preview")).toFixed(0)} ms here`,
    wanted: "",
  },
];
