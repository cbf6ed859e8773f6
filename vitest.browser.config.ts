import { defineConfig } from "vitest/config";

/** The pages in a real browser (`npm run test:browser`); apart from `npm test`, since it needs Chromium installed. */
export default defineConfig({
  test: {
    name: "browser",
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: "tests/browser/support/running-system.ts",
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // A browser on a busy machine may be late once; what is wrong is wrong twice.
    retry: 1,
    // They share one running system.
    fileParallelism: false,
  },
});
