import { expect, test } from "vitest";
import { runCommand } from "#tests/support/run-command.ts";

test("npm run doctor -- --help says what it does and what its exit codes mean", async () => {
  const { code, out } = await runCommand("doctor", ["--help"]);
  expect(code).toBe(0);
  expect(out).toContain("--stage");
  expect(out).toContain("exit code is 0 when nothing is wrong");
});

test("without credentials it says so in one sentence, and that nothing was looked at by its exit code", async () => {
  const { code, out, err } = await runCommand("doctor", ["--stage", "prod"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^AWS does not accept the credentials, or there are none: .*\n$/);
});

test("called wrongly, it has looked at nothing either", async () => {
  expect(await runCommand("doctor", ["--stages"])).toMatchObject({ code: 2, out: "" });
});
