import { defineConfig } from "vitest/config";

/** A project for each kind of test; those that need DynamoDB share one embedded engine, each file with its own table. */
const project = (name: string, options: { engine?: boolean; testTimeout?: number } = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: options.testTimeout ?? 30_000,
    hookTimeout: 30_000,
    // Vitest's own second is less than a busy machine may take.
    expect: { poll: { timeout: 20_000 } },
    ...(options.engine ? { globalSetup: "tests/support/engine.ts" } : {}),
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project("unit"),
      project("architecture", { testTimeout: 120_000 }),
      project("contract", { testTimeout: 60_000 }),
      project("integration", { engine: true, testTimeout: 120_000 }),
      project("acceptance", { engine: true, testTimeout: 120_000 }),
    ],
  },
});
