import { defineConfig } from "vitest/config";

/** The pages in a real browser (`npm run test:browser`); apart from `npm test`, since it needs Chromium installed. */
export default defineConfig({
  test: {
    name: "browser",
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: "tests/browser/support/running-system.ts",
    // Far above what anything takes: a busy machine is late, not wrong, and what is there at once is not waited for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // They share one running system.
    fileParallelism: false,
  },
});
