import { expect, test } from "vitest";
import { runCommand } from "#tests/support/run-command.ts";

const settings = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001",
  GITHUB_REPOSITORY: "acme/site",
};
const stage = ["--stage", "of-a-test"];

test("npm run deploy names every setting that is missing or wrong, before AWS is asked", async () => {
  const { code, out, err } = await runCommand("deploy", stage, {
    ...settings,
    DISCORD_GUILD_IDS: "",
    CONVERSATION_TTL_SECONDS: "1h",
  });
  expect([code, out]).toEqual([1, ""]);
  expect(err.trim().split("\n")).toEqual([
    "DISCORD_GUILD_IDS is required: it must be the ids of the Discord servers that the site serves, separated by commas.",
    "CONVERSATION_TTL_SECONDS must be a whole number of seconds from 1 to 604800.",
  ]);
});

test.each([[[]], [["--import-table", "--yes"]]])(
  "without credentials npm run deploy says so, and changes nothing: %j",
  async (more) => {
    const { code, err } = await runCommand("deploy", [...stage, ...more], settings);
    expect(code).toBe(1);
    expect(err).toMatch(/^AWS does not accept the credentials, or there are none: .*\n$/);
  },
);
