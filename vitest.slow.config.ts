import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** What is made in small by `npm test`, here at its full depth: searches, tables of cases, rounds. */
const DEEPER = [
  "tests/unit/execution/model/*.test.ts",
  "tests/unit/requests/{hostile-input,find-by-value}.test.ts",
  "tests/unit/site/{hostile-values,template-languages,runs,data-runs,attribute-runs,jsx-again,yaml-again}.test.ts",
  "tests/unit/site/{invisible-characters,links,read-section,value,pattern/match-pattern}.test.ts",
  "tests/contract/list-formats.test.ts",
  "tests/integration/conversations/{any-order,condition-agrees}.test.ts",
  "tests/integration/sites/usage-counter.test.ts",
];

const options = {
  env: { PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "1" },
  testTimeout: 300_000,
  // What is set up before some tests takes as long as they do.
  hookTimeout: 300_000,
  expect: { poll: { timeout: 20_000 } },
};

// Programs that tests start have the same files to compile each time.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "ux-agent-compile-cache");

/**
 * What takes minutes (`npm run test:slow`, and `.ci/run`): what `npm test` makes in small, processes that are started and
 * killed (`*.slow.test.ts`), and the service as it is packaged for AWS.
 */
export default defineConfig({
  test: {
    // One more than the two cores of a small machine: many of these tests wait for programs that they start.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...options,
          name: "slow",
          include: ["tests/**/*.slow.test.ts", ...DEEPER],
          globalSetup: ["tests/support/engine.ts", "tests/support/sample-site.ts"],
          setupFiles: "tests/support/check-models-once.ts",
        },
      },
      {
        test: {
          ...options,
          name: "packaged",
          include: ["tests/packaged/*.test.ts"],
          globalSetup: "tests/support/packaged-template.ts",
        },
      },
    ],
  },
});
