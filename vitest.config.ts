import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** What the tests of the whole system share: a DynamoDB engine, and the sample site to copy. */
const WHOLE = {
  globalSetup: ["tests/support/engine.ts", "tests/support/sample-site.ts"],
  setupFiles: "tests/support/check-models-once.ts",
  testTimeout: 120_000,
};

/** A project for each kind of test; those that need DynamoDB share one embedded engine, each file with its own table. */
const project = (
  name: string,
  options: { globalSetup?: string[]; setupFiles?: string; testTimeout?: number } = {},
) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: ["**/*.{slow,emulator}.test.ts"],
    // A search through random cases in small; `npm run test:slow` makes it at its full depth.
    env: { PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "0.05" },
    testTimeout: 30_000,
    // What is set up before some tests takes as long as they do.
    hookTimeout: options.testTimeout ?? 30_000,
    ...options,
    // Vitest's own second is less than a busy machine may take.
    expect: { poll: { timeout: 20_000 } },
  },
});

// Programs that tests start have the same files to compile each time.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "ux-agent-compile-cache");

export default defineConfig({
  test: {
    // One more than the two cores of a small machine: some tests wait for answers, not for the processor.
    maxWorkers: 3,
    // The files of a worker share the modules that they load: loading the SDK anew for each was most of the time. A test
    // that changes what others see puts it back.
    isolate: false,
    projects: [
      project("unit"),
      project("architecture"),
      project("contract", { testTimeout: 60_000 }),
      project("integration", WHOLE),
      project("acceptance", WHOLE),
    ],
  },
});
