import { describe, expect, test } from "vitest";
import { readConfig, readInteractionsConfig } from "#src/config.ts";
import { ConfigError } from "#src/errors.ts";

const problemsOf = (
  env: Record<string, string>,
  required: Parameters<typeof readConfig>[0] = [],
): string[] => {
  try {
    readConfig(required, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe("the environment", () => {
  test("is the same for everyone who reads it", () => {
    expect(Object.isFrozen(readConfig([], {}))).toBe(true);
  });

  test("has the defaults of the design", () => {
    expect(readConfig([], {})).toMatchObject({
      TABLE_NAME: "ux-agent-conversations",
      CONVERSATION_TTL_SECONDS: 3600,
      RECORD_RETENTION_DAYS: 90,
      DISCORD_API_URL: "https://discord.com/api/v10",
      GITHUB_API_URL: "https://api.github.com",
      PORT: 3000,
    });
  });

  test("counts a blank variable as not set", () => {
    expect(readConfig([], { GITHUB_TOKEN: " ", PORT: "" })).toMatchObject({ PORT: 3000 });
  });

  test("takes the address of an API with or without a slash at its end", () => {
    const addresses = { DISCORD_API_URL: "https://a.example/api/v10/", GITHUB_API_URL: "http://b.example/" };
    expect(readConfig([], addresses)).toMatchObject({
      DISCORD_API_URL: "https://a.example/api/v10",
      GITHUB_API_URL: "http://b.example",
    });
  });

  test("is reported whole", () => {
    const problems = problemsOf({ PORT: "x", DISCORD_API_URL: "y", GITHUB_REPOSITORY: "z" }, [
      "DISCORD_PUBLIC_KEY",
    ]);
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "DISCORD_PUBLIC_KEY",
      "DISCORD_API_URL",
      "GITHUB_REPOSITORY",
      "PORT",
    ]);
  });

  test.each([
    ["CONVERSATION_TTL_SECONDS", "0"],
    ["CONVERSATION_TTL_SECONDS", "1.5"],
    ["RECORD_RETENTION_DAYS", "-1"],
    ["DISCORD_PUBLIC_KEY", "abc"],
    ["DISCORD_APPLICATION_ID", "app"],
    ["DISCORD_GUILD_IDS", "my server"],
    ["DISCORD_GUILD_IDS", "1,,2"],
    ["GITHUB_APP_ID", "x"],
    ["GITHUB_APP_PRIVATE_KEY", "secret"],
    ["TABLE_NAME", "no spaces please"],
    ["PORT", "65536"],
  ])("refuses %s=%s", (name, value) => {
    expect(problemsOf({ [name]: value }).join()).toContain(name);
  });

  test("refuses a deployed `interactions` that names no servers, by name; locally every server is served", () => {
    const env = { DISCORD_PUBLIC_KEY: "a".repeat(64) };
    expect(() => readInteractionsConfig(env)).toThrow("DISCORD_GUILD_IDS is required");
    expect(() => readInteractionsConfig({ ...env, DISCORD_GUILD_IDS: " " })).toThrow("DISCORD_GUILD_IDS");
    expect(readInteractionsConfig({ ...env, IS_OFFLINE: "true" }).DISCORD_GUILD_IDS).toBeUndefined();
    const named = readInteractionsConfig({ ...env, DISCORD_GUILD_IDS: "1, 22 ,333" });
    expect(named.DISCORD_GUILD_IDS).toEqual(["1", "22", "333"]);
  });

  test("refuses two sites and two ways to sign in", () => {
    const both = { SITE_REPOSITORY: "/site", GITHUB_REPOSITORY: "o/n" };
    expect(problemsOf(both)).toHaveLength(1);
    const key = { GITHUB_APP_PRIVATE_KEY: "-----BEGIN RSA PRIVATE KEY-----\nx" };
    expect(problemsOf({ GITHUB_TOKEN: "t", GITHUB_APP_ID: "1", ...key })).toHaveLength(1);
    expect(problemsOf({ GITHUB_APP_ID: "1" })).toHaveLength(1);
  });

  test("never repeats a value, which may be a secret", () => {
    expect(
      problemsOf({ GITHUB_APP_PRIVATE_KEY: "hunter2", DISCORD_PUBLIC_KEY: "hunter2" }).join(),
    ).not.toContain("hunter2");
  });
});
