import { SSMClient } from "@aws-sdk/client-ssm";
import { expect, test } from "vitest";
import { readConfigWithSecrets } from "#src/config.ts";
import { ConfigError } from "#src/errors.ts";
import { readSecrets } from "#src/secrets.ts";

type Page = Record<string, string>;

/** A client that answers these pages, and what it was asked. */
function parameterStore(...pages: Page[]) {
  const asked: unknown[] = [];
  const client = new SSMClient({ region: "us-east-1" });
  client.middlewareStack.add(
    () => async (args) => {
      const at = asked.push(args.input) - 1;
      const Parameters = Object.entries(pages[at] ?? {}).map(([Name, Value]) => ({ Name, Value }));
      const more = at + 1 < pages.length ? { NextToken: `page ${at + 2}` } : {};
      return { output: { $metadata: {}, Parameters, ...more }, response: {} };
    },
    { step: "initialize" },
  );
  return { client, asked };
}

const tokenBelow = (path: string) => Promise.resolve({ GITHUB_TOKEN: `the one below ${path}` });

test("secrets are read decrypted, from every page below their path", async () => {
  const { client, asked } = parameterStore(
    { "/ux-agent/dev/GITHUB_APP_ID": "12" },
    { "/ux-agent/dev/GITHUB_APP_PRIVATE_KEY": "a key" },
  );
  expect(await readSecrets("/ux-agent/dev", client)).toEqual({
    GITHUB_APP_ID: "12",
    GITHUB_APP_PRIVATE_KEY: "a key",
  });
  expect(asked).toEqual([
    { Path: "/ux-agent/dev", WithDecryption: true },
    { Path: "/ux-agent/dev", WithDecryption: true, NextToken: "page 2" },
  ]);
});

test("what is no secret cannot be set from there", async () => {
  const { client } = parameterStore({
    "/ux-agent/dev/TABLE_NAME": "another-table",
    "/ux-agent/dev/old/GITHUB_TOKEN": "of another path",
    "/ux-agent/dev/DISCORD_BOT_TOKEN": "the bot's",
  });
  expect(await readSecrets("/ux-agent/dev", client)).toEqual({ DISCORD_BOT_TOKEN: "the bot's" });
});

test("without a path the environment has the secrets", async () => {
  const config = await readConfigWithSecrets([], () => Promise.reject(new Error("not asked")), {
    SECRETS_PATH: "",
    GITHUB_TOKEN: "mine",
  });
  expect(config.GITHUB_TOKEN).toBe("mine");
});

test("with a path what is there counts, and what is required may come from there", async () => {
  const env = { SECRETS_PATH: "/ux-agent/dev", GITHUB_TOKEN: "an old one" };
  const config = await readConfigWithSecrets(["GITHUB_TOKEN"], tokenBelow, env);
  expect(config.GITHUB_TOKEN).toBe("the one below /ux-agent/dev");
});

test("a path that is none is named, and its value is not repeated", async () => {
  const read = readConfigWithSecrets([], () => Promise.resolve({}), { SECRETS_PATH: "hunter2" });
  await expect(read).rejects.toThrow(ConfigError);
  await expect(read).rejects.toThrow(/SECRETS_PATH must be a path/);
  await expect(read).rejects.not.toThrow(/hunter2/);
});
