import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { UserError } from "#src/errors.ts";
import { hasEnded, stopper } from "#stand-ins/processes/child.ts";
import type { Start } from "./functions-process.ts";

const program = fileURLToPath(new URL("./functions-process.ts", import.meta.url));

/** The functions of `serverless.yml`, in a process of their own. */
export interface FunctionsServer {
  /** Where the HTTP API's routes answer; its path is a secret of this run. */
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
  /** The functions with their bundles. */
  functions: Start["functions"];
  /** Where the functions' output goes. */
  logFile: string;
}

const listening = z.object({ port: z.number() });

/** @throws UserError when the functions do not start; it carries what they said */
export async function startFunctions({
  env,
  functions,
  logFile,
}: FunctionsOptions): Promise<FunctionsServer> {
  // Settings come from the environment alone: parameters of AWS are for deployments.
  const child = fork(program, {
    env: { ...env, SECRETS_PATH: "", IS_OFFLINE: "true", NODE_OPTIONS: "--enable-source-maps" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(logFile);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const stop = stopper(child);
  const secret = randomBytes(24).toString("hex");
  child.send({ functions, secret } satisfies Start);
  const port = await portOf(child).catch(async (cause: unknown) => {
    await stop();
    throw new UserError(`The functions do not start. ${await lastWords(logFile)}`, { cause });
  });
  const ended = hasEnded(child)
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}/${secret}`;
  return { url, invokeUrl: url, stop, kill: () => void child.kill("SIGKILL"), ended };
}

async function portOf(child: ChildProcess): Promise<number> {
  const over = new AbortController();
  try {
    const ended = once(child, "exit", { signal: over.signal }).then(([code, signal]) => {
      throw new Error(`they ended with ${String(code ?? signal)}`);
    });
    const [message] = await Promise.race([once(child, "message", { signal: over.signal }), ended]);
    return listening.parse(message).port;
  } finally {
    over.abort();
  }
}

/** The end of what was said, without stack traces: they lead into the tools, not to the mistake. */
async function lastWords(logFile: string): Promise<string> {
  const said = await readFile(logFile, "utf8").catch(() => "");
  const lines = said.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines.slice(-8).join("\n");
}
