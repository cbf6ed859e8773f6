import { describe, expect, test } from "vitest";
import { spawnCommand } from "#tests/support/run-command.ts";

/** Other tests call the commands within one process (`runCommand`); a process of its own has to say the same. */
describe.each([
  ["admin", [], 1],
  ["console", ["--stage", "prod"], 1],
  ["deploy", ["--stage", "prod"], 1],
  ["doctor", [], 2],
  ["register", [], 1],
  ["site", [], 1],
  ["trace", [], 1],
])("node commands/%s.ts, as a process", (command, required, failed) => {
  test("ends well with its help, and with its code when it is called wrongly", async () => {
    const help = await spawnCommand(command, ["--help"]);
    expect(help).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Usage: npm run [\w-]+/) });
    const wrong = await spawnCommand(command, [...required, "--no-such-option"]);
    expect(wrong).toMatchObject({ code: failed, out: "", err: expect.stringContaining("--no-such-option") });
  });
});
