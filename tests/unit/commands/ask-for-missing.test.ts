import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askForMissing } from "#commands/deploying/ask-for-missing.ts";
import { readStageFile } from "#deploy/stage/stage-file.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const right: Record<string, string> = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001, 200000000000000002",
  GITHUB_REPOSITORY: "acme/site",
};

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-ask-"))));
afterEach(() => removeFolder(folder));

/** Answers a wrong value first, then the right one; what was asked and what was said against the wrong one. */
function person() {
  const asked: string[] = [];
  const problems: (string | null)[] = [];
  const text = async (
    question: string,
    _: string | undefined,
    problemOf: (answer: string) => string | null,
  ) => {
    const name = question.split(" ")[0] ?? "";
    asked.push(question);
    problems.push(problemOf("?"), problemOf(""), problemOf(right[name] ?? ""));
    return `${right[name]} `;
  };
  return { asked, problems, ask: { text: text as never } };
}

test("what is missing is asked for, in words that say what it is, and is written into the stage's file", async () => {
  await writeFile(join(folder, ".env.prod"), "ALARM_EMAIL=me@example.com\nDISCORD_GUILD_IDS=");
  const { ask, asked, problems } = person();
  const env = { DISCORD_APPLICATION_ID: right["DISCORD_APPLICATION_ID"], DISCORD_GUILD_IDS: "" };
  expect(await askForMissing({ stage: "prod", env, ask, folder })).toBe(".env.prod");
  expect(asked).toEqual([
    "DISCORD_PUBLIC_KEY is missing. It must be the 64 hex digits of the application's public key (Discord developer portal → General Information):",
    "DISCORD_GUILD_IDS is missing. It must be the ids of the Discord servers that the site serves, separated by commas:",
    "GITHUB_REPOSITORY is missing. It must look like owner/name:",
  ]);
  expect(problems).toHaveLength(9);
  for (const [at, problem] of problems.entries())
    if (at % 3 === 2) expect(problem).toBeNull();
    else expect(problem).toMatch(/^(DISCORD|GITHUB)_[A-Z_]+ .*must .*\.$/);
  expect(env).toEqual(right);
  const { DISCORD_APPLICATION_ID: _, ...answered } = right;
  expect((await readStageFile("prod", folder))?.values).toEqual({
    ALARM_EMAIL: "me@example.com",
    ...answered,
  });
});

test("nothing is asked or written where nothing is missing", async () => {
  const { ask, asked } = person();
  expect(await askForMissing({ stage: "prod", env: { ...right }, ask, folder })).toBeNull();
  expect(asked).toEqual([]);
  expect(await readStageFile("prod", folder)).toBeNull();
});

test("an answer goes into the file for all stages where that is the one in use, which another would hide", async () => {
  await writeFile(join(folder, ".env"), `DISCORD_PUBLIC_KEY=${right["DISCORD_PUBLIC_KEY"]}\n`);
  const { ask } = person();
  const env = { ...right, GITHUB_REPOSITORY: "" };
  expect(await askForMissing({ stage: "prod", env, ask, folder })).toBe(".env");
  expect(await readFile(join(folder, ".env"), "utf8")).toBe(
    `DISCORD_PUBLIC_KEY=${right["DISCORD_PUBLIC_KEY"]}\nGITHUB_REPOSITORY=acme/site\n`,
  );
});
