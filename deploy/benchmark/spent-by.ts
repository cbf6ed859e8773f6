import { readFileSync, readdirSync } from "node:fs";

/** In which Linux counts processor time. */
const TICK_MS = 10;

/** Milliseconds of processor time that a process, those that it started and those that have ended below them have used. */
export function spentBy(root: number): number {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statusOf(name) : []));
  const ours = new Set([root]);
  for (const { pid, parent } of all.toSorted((a, b) => a.pid - b.pid)) if (ours.has(parent)) ours.add(pid);
  return all.filter(({ pid }) => ours.has(pid)).reduce((sum, { spent }) => sum + spent, 0);
}

/** Nothing when it has just ended. */
function statusOf(pid: string) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before the bracket may hold anything.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), spent: ticks * TICK_MS }];
  } catch {
    return [];
  }
}
