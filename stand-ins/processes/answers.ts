import type { ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Waits until a child process answers HTTP at an address, whatever it answers.
 * @throws Error when the child ends first, cannot be started at all or takes too long
 */
export async function answers(child: ChildProcess, url: string, patienceMs: number): Promise<void> {
  const ended = new AbortController();
  child.once("exit", (code, signal) => ended.abort(`it ended with ${code ?? signal}`));
  child.once("error", (error) => ended.abort(error));
  const givenUp = AbortSignal.any([ended.signal, AbortSignal.timeout(patienceMs)]);
  while (!givenUp.aborted) {
    if (await fetch(url).catch(() => undefined)) return;
    await delay(20);
  }
  throw new Error(`nothing answers at ${url}`, { cause: givenUp.reason });
}
