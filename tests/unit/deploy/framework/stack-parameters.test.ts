import { describe, expect, test } from "vitest";
import { type Parameter, stackParameters } from "#deploy/framework/stack-parameters.ts";
import { deploymentSettings, settingProblems } from "#src/doctor/deployment-settings.ts";

const samples = ["", "0", "1", "12", "604801", "1h", "a@b.c", "owner/name", "Active", "yes", "https://a.b/c"];
const complete = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "1",
  DISCORD_GUILD_IDS: "1, 2",
  GITHUB_REPOSITORY: "acme/site",
  ALARM_EMAIL: "a@b.c",
};

/** As CloudFormation decides. */
function takes({ Type, AllowedPattern, MinValue = 0, MaxValue = 0, Default }: Parameter): boolean {
  if (Type === "Number") return Number(Default) >= MinValue && Number(Default) <= MaxValue;
  return AllowedPattern === undefined || new RegExp(`^(?:${AllowedPattern})$`).test(Default);
}

describe("the parameters of the template", () => {
  test.each([...deploymentSettings.keys()])("hold %s to what the service holds it to", (name) => {
    for (const value of samples) {
      const env = { ...complete, [name]: value };
      const wrong = settingProblems(env).filter((problem) => problem.startsWith(`${name} `));
      const refused = Object.entries(stackParameters(env)).filter(([, parameter]) => !takes(parameter));
      expect([value, refused.length > 0]).toEqual([value, wrong.length > 0]);
    }
  });

  test("say in ASCII which setting is wrong", () => {
    const { DiscordPublicKey } = stackParameters({});
    expect(DiscordPublicKey?.ConstraintDescription).toMatch(/^set DISCORD_PUBLIC_KEY: it must be [ -~]+$/);
  });

  test("have the defaults of the service", () => {
    expect(stackParameters({})["ConversationTtlSeconds"]).toMatchObject({ Type: "Number", Default: "3600" });
  });
});
