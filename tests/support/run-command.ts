import { execFile } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { inject } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  code: number;
  out: string;
  err: string;
}

export interface Call {
  /** The path of the program's file. */
  program: string;
  args: string[];
  env: Record<string, string>;
}

/** How a call ended, and whether the thread ends with it. */
export interface End {
  ended: Ended;
  over: boolean;
}

type Environment = Record<string, string>;

/** Nothing is set but what is said. */
const callOf = (command: string, args: string[], env: Environment): Call => ({
  program: fileURLToPath(new URL(`../../commands/${command}.ts`, import.meta.url)),
  args,
  env: {
    HOME: "/nowhere",
    PATH: process.env["PATH"] ?? "",
    AWS_EC2_METADATA_DISABLED: "true",
    NO_COLOR: "1",
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
    ...env,
  },
});

/** A command of `commands/` in a process of its own: for what only a process can show. */
export function spawnCommand(command: string, args: string[], env: Environment = {}): Promise<Ended> {
  const call = callOf(command, args, env);
  return new Promise((resolve) => {
    const options = { cwd: project, env: call.env };
    const child = execFile(process.execPath, [call.program, ...args], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

/**
 * A command of `commands/`, evaluated anew as a process does it, in a thread that keeps the modules of the one before:
 * a second of processor time becomes a few milliseconds.
 */
export function runCommand(command: string, args: string[], env: Environment = {}): Promise<Ended> {
  const ended = last.then(() => runInThread(callOf(command, args, env)));
  last = ended.catch(() => {});
  return ended;
}

let last: Promise<unknown> = Promise.resolve();
let thread: Worker | undefined;

/** One call at a time: they share what a process has once. */
async function runInThread(call: Call): Promise<Ended> {
  thread ??= new Worker(new URL("./command-host.ts", import.meta.url), { execArgv: [], env: {} });
  const own = thread;
  own.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  own.postMessage(call);
  const [{ ended, over }] = (await once(own, "message")) as [End];
  if (over) thread = undefined;
  own.unref();
  return ended;
}

export const LOCAL_CREDENTIALS = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
};

/** The environment in which a command looks at this table of the tests' engine. */
export const reaching = (table: string): Record<string, string> => ({
  ...LOCAL_CREDENTIALS,
  AWS_ENDPOINT_URL_DYNAMODB: inject("engineUrl"),
  TABLE_NAME: table,
});
