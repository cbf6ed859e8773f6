import { defineConfig } from "vitest/config";

/**
 * What takes minutes (`npm run test:slow`, and `.ci/run`): a process killed after each request it makes, and the searches
 * through random conversations at their full depth, which `npm test` makes in small.
 */
export default defineConfig({
  test: {
    name: "slow",
    include: [
      "tests/**/*.slow.test.ts",
      "tests/unit/execution/model/*.test.ts",
      "tests/unit/site/{hostile-values,template-languages,runs,data-runs,attribute-runs}.test.ts",
      "tests/unit/requests/{hostile-input,find-by-value}.test.ts",
      "tests/integration/conversations/{any-order,condition-agrees}.test.ts",
      "tests/integration/sites/usage-counter.test.ts",
    ],
    globalSetup: "tests/support/engine.ts",
    env: { PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "1" },
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
