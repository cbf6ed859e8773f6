import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** How long a child may take to end before it is killed. */
const GRACE_MS = 2_000;

/** Returns a function that ends a child process. The child also ends when this process does, even when it is killed. */
export function stopper(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill();
  process.once("exit", kill);
  if (child.pid !== undefined) endWithThisProcess(child, child.pid);
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

/** Waits for the end of its input, which comes when the parent is gone. */
const WATCH = `read -r _; kill "$1" && sleep ${GRACE_MS / 1000} && kill -9 "$1"`;

/**
 * A process that is killed outright can end nothing itself: a shell that holds the other end of a pipe notices. It is in a
 * group of its own, so that Ctrl-C does not end it, too.
 */
function endWithThisProcess(child: ChildProcess, pid: number): void {
  const watcher = spawn("sh", ["-c", WATCH, "sh", String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without such a shell, the child ends only when this process ends in order.
  watcher.on("error", () => {});
  watcher.unref();
  child.once("exit", () => watcher.kill());
}

/** Whether the child is not running: it never started, or it has ended. */
export const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
