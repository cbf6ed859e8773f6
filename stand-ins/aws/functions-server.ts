import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { table } from "#entities/table.ts";
import { UserError } from "#src/errors.ts";
import { answers } from "#stand-ins/processes/answers.ts";
import { hasEnded, stopper } from "#stand-ins/processes/child.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";

const PATIENCE_MS = 60_000;

/** The functions of `serverless.yml`, bundled as for a deployment and served by serverless-offline. */
export interface FunctionsServer {
  /** Where the HTTP API's routes answer. */
  url: string;
  /** Where functions are invoked by name, as by Lambda's Invoke. */
  invokeUrl: string;
  stop: () => Promise<void>;
  /** Ends it at once, in the middle of whatever it does. */
  kill: () => void;
  /** Resolves when the server has ended, asked to or not. */
  ended: Promise<void>;
}

export interface FunctionsOptions {
  env: Record<string, string | undefined>;
  /** Relative to the project; where the bundles go. */
  buildFolder: string;
  /** Where the functions' output goes. */
  logFile: string;
}

/** @throws UserError when the functions cannot be built or do not start; it carries what the server said */
export async function startFunctions({
  env,
  buildFolder,
  logFile,
}: FunctionsOptions): Promise<FunctionsServer> {
  const [httpPort, lambdaPort] = [await freePort(), await freePort()];
  const ports = ["--httpPort", String(httpPort), "--lambdaPort", String(lambdaPort)];
  const params = ["--param", `buildFolder=${buildFolder}`, ...valuesOf(env)];
  const child = spawn(
    process.execPath,
    [serverless(), "offline", "--stage", "local", "--localEnvironment", ...ports, ...params],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const stop = stopper(child);
  const url = `http://127.0.0.1:${httpPort}`;
  try {
    await answers(child, url, PATIENCE_MS);
  } catch (cause) {
    await stop();
    throw new UserError(`The functions do not start. ${await lastWords(logFile)}`, { cause });
  }
  const ended = hasEnded(child)
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = () => void child.kill("SIGKILL");
  return { url, invokeUrl: `http://127.0.0.1:${lambdaPort}`, stop, kill, ended };
}

/**
 * The table is the one of the environment, whatever the stage's would be called, and so are the secrets. The framework
 * takes no empty value; it cuts the blank off.
 */
const valuesOf = ({ TABLE_NAME }: FunctionsOptions["env"]): string[] => [
  "--param",
  `tableName=${TABLE_NAME?.trim() || table.defaultName}`,
  "--param",
  "secretsPath= ",
];

const serverless = () => createRequire(import.meta.url).resolve("serverless/bin/serverless.js");

/** The end of what was said, without stack traces: they lead into the tools, not to the mistake. */
async function lastWords(logFile: string): Promise<string> {
  const said = await readFile(logFile, "utf8").catch(() => "");
  const lines = said.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines.slice(-8).join("\n");
}
