import { expect, test } from "vitest";
import { runCommand } from "#tests/support/run-command.ts";

test.each([
  [["--url", "somewhere"], "It must be an http(s) URL."],
  [["--port", "0"], "It must be a port from 1 to 65535."],
])("npm run console says what it cannot use: %s", async (options, why) => {
  const { code, out, err } = await runCommand("console", ["--stage", "prod", ...options]);
  expect([code, out]).toEqual([1, ""]);
  expect(err.trim().split("\n")).toEqual([expect.stringContaining(why)]);
});
