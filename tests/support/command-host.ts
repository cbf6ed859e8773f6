import { parentPort } from "node:worker_threads";
import { pathToFileURL } from "node:url";
import type { Call, End, Ended } from "./run-command.ts";

/**
 * A thread in which programs of the project run one after the other. Each is evaluated anew, as by `node program.ts`;
 * what it imports stays loaded, which is most of the time that a process takes. A program has ended when nothing is left
 * to happen in the thread, as with a process.
 */
const port = parentPort;
if (!port) throw new Error("command-host.ts runs as a thread: start it with new Worker()");

let calls = 0;
let running = false;
const printed = { out: "", err: "" };

const keeping =
  (stream: keyof typeof printed) =>
  (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    printed[stream] += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
    const written = rest.find((each) => typeof each === "function");
    if (written) process.nextTick(written);
    return true;
  };
process.stdout.write = keeping("out");
process.stderr.write = keeping("err");

port.on("message", ({ program, args, env }: Call) => {
  running = true;
  Object.assign(printed, { out: "", err: "" });
  process.argv = [process.execPath, program, ...args];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  // From here on the thread lives only as long as the program has something to do.
  port.unref();
  void import(`${pathToFileURL(program).href}?call=${(calls += 1)}`).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
});

function tellEnd(over: boolean): void {
  if (!running) return;
  running = false;
  process.stdout.removeAllListeners("error");
  const ended: Ended = { code: Number(process.exitCode ?? 0), ...printed };
  port?.postMessage({ ended, over } satisfies End);
}

process.on("beforeExit", () => {
  tellEnd(false);
  port.ref();
});
// A program that calls process.exit ends the thread.
process.on("exit", (code) => {
  process.exitCode = code;
  tellEnd(true);
});
