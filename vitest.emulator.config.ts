import { defineConfig } from "vitest/config";

/** What holds for AWS as well as for our stand-ins; `npm run rehearse` runs it against its emulated account. */
export default defineConfig({
  test: {
    name: "emulator",
    include: ["tests/**/*.emulator.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
