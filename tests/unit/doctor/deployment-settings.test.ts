import { describe, expect, test } from "vitest";
import { settingChanges, settingProblems } from "#src/doctor/deployment-settings.ts";
import { forgottenSettings, runningSettings, settingsCheck } from "#src/doctor/settings.ts";

const complete = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001",
  GITHUB_REPOSITORY: "acme/site",
};

describe("the settings of a deployment", () => {
  test("are complete with the four that have no default", () => {
    expect(settingProblems(complete)).toEqual([]);
  });

  test.each(Object.keys(complete))("are refused without %s, in a sentence with its name", (name) => {
    const problems = settingProblems({ ...complete, [name]: " " });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is required: it must .+\\.$`));
  });

  test.each([
    ["CONVERSATION_TTL_SECONDS", "1h"],
    ["DISCORD_PUBLIC_KEY", "abc"],
    ["ALARM_EMAIL", "you"],
    ["MONTHLY_BUDGET", "20.50"],
    ["EXECUTION_CONCURRENCY", "1"],
    ["TRACING", "on"],
    ["MODEL_ARNS", "arn:aws:bedrock:*"],
  ])("are refused with %s=%s", (name, value) => {
    const [problem = "", ...more] = settingProblems({ ...complete, [name]: value });
    expect(more).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} must be .+\\.$`));
  });

  test("are refused without repeating a value, which may be a secret in the wrong place", () => {
    expect(settingProblems({ ...complete, DISCORD_PUBLIC_KEY: "hunter2" }).join()).not.toContain("hunter2");
  });

  test("take a budget only with an address to write to", () => {
    const budget = { ...complete, MONTHLY_BUDGET: "20" };
    expect(settingProblems(budget).join()).toContain("ALARM_EMAIL");
    expect(settingProblems({ ...budget, ALARM_EMAIL: "a@b.c" })).toEqual([]);
  });
});

describe("what would change", () => {
  const running = { ...complete, ALARM_EMAIL: "you@example.com", CONVERSATION_TTL_SECONDS: "7200" };

  test("is nothing when what runs is said, or has its default", () => {
    expect(settingChanges(running, running)).toEqual([]);
    expect(settingChanges(complete, { ...complete, CONVERSATION_TTL_SECONDS: "3600" })).toEqual([]);
  });

  test("is forgotten when it is not named, and meant when it is named without a value", () => {
    expect(settingChanges(complete, running)).toEqual([
      { name: "CONVERSATION_TTL_SECONDS", was: "7200", now: "3600", forgotten: true },
      { name: "ALARM_EMAIL", was: "you@example.com", now: "", forgotten: true },
    ]);
    const meant = settingChanges({ ...complete, ALARM_EMAIL: "", CONVERSATION_TTL_SECONDS: "60" }, running);
    expect(meant.map(({ forgotten }) => forgotten)).toEqual([false, false]);
    expect(forgottenSettings(meant, ".env.prod")).toEqual([]);
  });

  test("is told with what to write, and where", () => {
    expect(forgottenSettings(settingChanges({}, running), ".env.prod")).toContain(
      "ALARM_EMAIL is you@example.com in what runs, and nothing names it now: write it into .env.prod, or `ALARM_EMAIL=` if it is to go.",
    );
  });
});

const withVariables = (Variables: Record<string, string>) => ({ Environment: { Variables } });

describe("what runs", () => {
  test("is in the environment of the functions, and in the parameters of the stack", () => {
    const running = runningSettings(
      {
        interactions: withVariables({ DISCORD_PUBLIC_KEY: "key" }),
        dispatch: withVariables({ RECORD_RETENTION_DAYS: "30" }),
        execution: null,
      },
      { parameters: { AlarmEmail: "you@example.com", RecordRetentionDays: "90" } },
    );
    expect(running).toMatchObject({
      DISCORD_PUBLIC_KEY: "key",
      RECORD_RETENTION_DAYS: "30",
      ALARM_EMAIL: "you@example.com",
    });
    expect(running["GITHUB_REPOSITORY"]).toBeUndefined();
  });

  test.each([
    [null, { state: "skipped", says: "There is no .env.prod here to compare them with." }],
    [{}, { state: "ok" }],
    [
      { CONVERSATION_TTL_SECONDS: "7200" },
      { state: "problem", says: "CONVERSATION_TTL_SECONDS is 3600, and 7200 in .env.prod." },
    ],
    [{ CONVERSATION_TTL_SECONDS: "1h" }, { state: "problem", says: expect.stringContaining("whole number") }],
  ])("is compared with what is written down: %j", async (more, verdict) => {
    const written = more && { name: ".env.prod", values: { ...complete, ...more } };
    expect(await settingsCheck({ stage: "prod", written, running: complete }).look()).toMatchObject(verdict);
  });
});
