import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { createModelBudget } from "#src/sites/model-budget.ts";
import { type DeployedWorld, startDeployedWorld } from "#tests/support/deployed-world.ts";

/** What a deployment talks to: Discord, the repositories of sites, a model. Its own parts are in deployment.slow.test.ts. */

let world: DeployedWorld;
beforeEach(async () => {
  world = await startDeployedWorld();
});
afterEach(() => world.stop());

describe("of Discord it names", () => {
  test("a public key that is not the application's", async () => {
    world.written = null;
    world.environment["DISCORD_PUBLIC_KEY"] = "cd".repeat(32);
    expect(await world.onlyProblem()).toMatchObject({
      check: "public key",
      remedy: expect.stringContaining(`Set DISCORD_PUBLIC_KEY=${"ab".repeat(32)}`),
    });
  });

  test("another endpoint, or none", async () => {
    world.discord.about["interactions_endpoint_url"] = null;
    expect(await world.onlyProblem()).toMatchObject({
      check: "interactions endpoint",
      remedy: expect.stringMatching(
        /^Set it to https:\/\/abc\.execute-api\.us-east-1\.amazonaws\.com\/interactions /,
      ),
    });
  });

  test("commands that are missing or out of date, where they were registered", async () => {
    world.discord.commands.get("")?.splice(1, 1);
    Object.assign(world.discord.commands.get("")?.[0] ?? {}, { description: "Old" });
    expect(await world.onlyProblem()).toMatchObject({
      check: "slash commands",
      says: "/ux-update differs, /ux-status is missing.",
      remedy: "npm run register -- --stage test",
    });
    world.discord.guilds.add("42");
    expect((await world.findings({ guild: "42", region: "eu-west-1" })).get("slash commands")).toMatchObject({
      remedy: "npm run register -- --stage test --region eu-west-1 --guild 42",
    });
  });

  test("a bot token that Discord does not take", async () => {
    world.parameters.set("DISCORD_BOT_TOKEN", { Value: "old", Type: "SecureString" });
    expect((await world.findings()).get("Discord application")).toMatchObject({
      state: "problem",
      says: expect.stringContaining("does not accept DISCORD_BOT_TOKEN"),
    });
  });
});

const says = (words: string) => ({
  check: "ux-agent.json of acme/site",
  says: expect.stringContaining(words),
});

describe("of the site it names", () => {
  test("a repository that cannot be reached", async () => {
    world.environment["GITHUB_REPOSITORY"] = "acme/elsewhere";
    const findings = await world.findings();
    expect(findings.get("repository acme/elsewhere")).toMatchObject({
      state: "problem",
      says: "acme/elsewhere is not on GitHub, or the bot may not see it.",
      remedy: expect.stringContaining("contents: write"),
    });
    expect(findings.get("ux-agent.json of acme/elsewhere")).toMatchObject({ state: "skipped" });
  });

  test("a ux-agent.json that is missing, broken, or no longer fits the page", async () => {
    world.github.state.commit(
      "main",
      "src/components/Header.jsx",
      "export const Header = () => <p>Hi</p>;\n",
    );
    expect(await world.onlyProblem()).toMatchObject({
      ...says("header."),
      remedy: expect.stringContaining("npm run site"),
    });
    world.github.state.commit("main", "ux-agent.json", "{");
    expect(await world.onlyProblem()).toMatchObject(says(""));
    world.github.state.commit("main", "ux-agent.json", null);
    expect(await world.onlyProblem()).toMatchObject({
      ...says("no file"),
      remedy: expect.stringContaining("init"),
    });
  });

  test("that the bot may not open pull requests", async () => {
    world.github.state.mayPush = false;
    expect(await world.onlyProblem()).toMatchObject({
      check: "pull requests to acme/site",
      remedy: expect.stringContaining("pull requests: write"),
    });
  });

  test("a permission that the bot never uses", async () => {
    world.github.state.scopes = "repo, admin:org, delete_repo";
    expect(await world.onlyProblem()).toMatchObject({
      check: "permissions of acme/site",
      says: "The bot may do what it never does: admin:org, delete_repo.",
    });
  });

  test("a rule that refuses the branches it makes, and says whether one protects the site's", async () => {
    world.github.state.rules.set("main", ["pull_request", "deletion"]);
    expect((await world.findings()).get("branch rules of acme/site")).toMatchObject({
      state: "ok",
      says: "main takes changes by pull request only.",
    });
    world.github.state.rules.set("ux-update/", ["deletion", "creation"]);
    expect(await world.onlyProblem()).toMatchObject({
      check: "branch rules of acme/site",
      says: expect.stringMatching(/may refuse what the bot publishes: creation\.$/),
    });
  });

  test("a server's own site too", async () => {
    const { sites } = createApp(readConfig([], { TABLE_NAME: world.table.name }), {
      client: world.table.client,
    });
    await sites.put({ guild_id: "42", repository: "acme/gone" });
    expect((await world.findings()).get("repository acme/gone")).toMatchObject({ state: "problem" });
  });
});

const modelFinding = async (id: string) => {
  world.environment = { ...world.environment, MODEL_ID: id };
  return (await world.findings()).get("model");
};
const budget = () =>
  createModelBudget({
    table: world.table.name,
    client: world.table.client,
    now: () => new Date(),
    most: 9,
  });

describe("of a model", () => {
  test("that is named by its id it says how often it was asked today", async () => {
    await budget().spend();
    await budget().spend();
    expect(await modelFinding("anthropic.claude-3-haiku-20240307-v1:0")).toMatchObject({
      state: "ok",
      says: "anthropic.claude-3-haiku-20240307-v1:0 may be asked; 2 calls today.",
    });
  });

  test.each([
    "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
    "arn:aws:bedrock:eu-central-1:1:inference-profile/x",
  ])("behind a profile it wants the ARNs of all that is invoked: %s", async (id) => {
    const finding = await modelFinding(id);
    expect(finding).toMatchObject({ state: "problem" });
    expect(JSON.stringify(finding)).toContain("MODEL_ARNS");
    world.stackParameters = { ModelArns: "arn:aws:bedrock:eu-central-1::foundation-model/x" };
    expect(await modelFinding(id)).toMatchObject({ state: "ok" });
  });

  test("that is switched off it says how to switch it on", async () => {
    await budget().turn("off");
    expect(await modelFinding("m")).toMatchObject({
      state: "skipped",
      says: expect.stringContaining("model on"),
    });
  });
});
