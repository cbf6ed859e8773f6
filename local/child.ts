import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** How long a child may take to end by itself before it is made to. */
const GRACE_MS = 2_000;

/** A function that ends a child process; the child also ends with this process, should that come first. */
export function stopper(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill();
  process.once("exit", kill);
  return async () => {
    process.off("exit", kill);
    if (hasEnded(child)) return;
    const gone = once(child, "exit");
    const force = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    kill();
    await gone;
    clearTimeout(force);
  };
}

/** Whether the child is not running: it never started, or has come to an end. */
export const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
