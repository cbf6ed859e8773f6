import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Emulator } from "./emulator.ts";
import { run } from "./run.ts";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** The queue of `npm start` and of the tests keeps the same contract as the emulator's SQS. */
export async function hold({ emulator, env }: { emulator: Emulator; env: Record<string, string> }) {
  const said = await run(process.execPath, [vitest, "run", "--config", "vitest.emulator.config.ts"], {
    env: { ...env, ...emulator.env },
  });
  return `the contract of our FIFO queue holds for the emulator's, too: ${/Tests +(.*)/.exec(said)?.[1] ?? said}`;
}
