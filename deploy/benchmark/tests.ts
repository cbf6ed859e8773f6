import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Row } from "./row.ts";
import { spentBy } from "./spent-by.ts";

/**
 * What a whole `npm test` takes of the processor, with all processes that it starts.
 * @throws when a test fails, since one that fails early takes less
 */
export async function tests(): Promise<Row[]> {
  const before = spentBy(process.pid);
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run"], { stdio: "ignore" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("npm test fails: run it by itself first");
  const seconds = (spentBy(process.pid) - before) / 1000;
  return [
    { what: "`npm test`, CPU", figure: `${seconds.toFixed(0)} s`, beside: "321 s before", wanted: "≤ 130 s" },
  ];
}
