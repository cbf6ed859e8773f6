import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** How long a child may take to end by itself before it is made to. */
const GRACE_MS = 2_000;

/** A function that ends a child process; the child also ends with this process, however that comes to its end. */
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

/** Reads until nobody can write to it any more. */
const WATCH = `read -r _; kill "$1" && sleep ${GRACE_MS / 1000} && kill -9 "$1"`;

/**
 * A process that is killed outright can end nothing itself: a shell that holds the other end of a pipe notices. It stands
 * apart, so that what is meant for the whole group (Ctrl-C) leaves it alone.
 */
function endWithThisProcess(child: ChildProcess, pid: number): void {
  const watcher = spawn("sh", ["-c", WATCH, "sh", String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Where there is no such shell, the child ends with an orderly end alone.
  watcher.on("error", () => {});
  watcher.unref();
  child.once("exit", () => watcher.kill());
}

/** Whether the child is not running: it never started, or has come to an end. */
export const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
