import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Template {
  Resources: Record<string, { Type: string; DeletionPolicy?: string; Properties: Record<string, unknown> }>;
  Parameters: Record<string, { Default: string; AllowedPattern: string; ConstraintDescription: string }>;
}

const serverless = createRequire(import.meta.url).resolve("serverless/bin/serverless.js");
const run = promisify(execFile);

let output: string;
beforeAll(async () => void (output = await mkdtemp(join(tmpdir(), "ux-agent-package-"))));
afterAll(() => rm(output, { recursive: true, force: true }));

/** Packages a stage as `npx serverless package` does, without any setting of the machine. */
async function packaged(stage: string): Promise<Template> {
  const folder = join(output, stage);
  const build = `buildFolder=.ux-agent/build-test-${stage}`;
  await run(
    process.execPath,
    [serverless, "package", "--stage", stage, "--package", folder, "--param", build],
    {
      env: { PATH: process.env["PATH"], HOME: output },
    },
  );
  const template = await readFile(join(folder, "cloudformation-template-update-stack.json"), "utf8");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not as described fails the tests below
  return JSON.parse(template) as Template;
}

describe("the packaged service", () => {
  let dev: Template;
  let prod: Template;
  beforeAll(async () => {
    dev = await packaged("dev");
    prod = await packaged("prod");
  }, 120_000);

  it("keeps and protects the table in prod only", () => {
    expect(prod.Resources["ConversationsTable"]).toMatchObject({
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: { TableName: "ux-agent-conversations", DeletionProtectionEnabled: true },
    });
    expect(dev.Resources["ConversationsTable"]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { TableName: "ux-agent-conversations-dev", DeletionProtectionEnabled: false },
    });
  });

  it("gives each function a role of its own and the shared role no right", () => {
    const roles = ["Interactions", "Execution", "Admin"].map((name) => `${name}IamRoleLambdaExecution`);
    for (const role of roles) expect(prod.Resources[role]?.Properties["Policies"]).toHaveLength(1);
    expect(prod.Resources["IamRoleLambdaExecution"]?.Properties["Policies"]).toEqual([]);
    const used = Object.values(prod.Resources)
      .filter(({ Type }) => Type === "AWS::Lambda::Function")
      .map(({ Properties }) => Properties["Role"]);
    expect(used).toEqual(roles.map((role) => ({ "Fn::GetAtt": [role, "Arn"] })));
  });

  it("refuses a deployment without the values that it needs, and says which", () => {
    for (const [parameter, variable] of [
      ["DiscordPublicKey", "DISCORD_PUBLIC_KEY"],
      ["DiscordApplicationId", "DISCORD_APPLICATION_ID"],
      ["GithubRepository", "GITHUB_REPOSITORY"],
    ] as const) {
      const { Default, AllowedPattern = "", ConstraintDescription } = prod.Parameters[parameter] ?? {};
      expect(Default).not.toMatch(new RegExp(AllowedPattern));
      expect(ConstraintDescription).toContain(variable);
    }
  });

  it("puts no secret into the template", () => {
    expect(JSON.stringify(prod)).not.toMatch(/BOT_TOKEN|GITHUB_TOKEN|PRIVATE_KEY/);
  });
});
