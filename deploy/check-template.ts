import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { serverless } from "./framework/run-framework.ts";
import { installPythonTools } from "./rehearsal/python-tools.ts";
import { run } from "./rehearsal/run.ts";

/** Git-ignored. The installed tool and the package stay there. */
const FOLDER = ".ux-agent/check-template";

/** Values of the right form: without them the template refuses to be deployed. */
const settings = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001",
  GITHUB_REPOSITORY: "acme/site",
  ALARM_EMAIL: "operator@example.com",
  MONTHLY_BUDGET: "20",
  PICTURES: "no",
};

new Command("npm run check-template")
  .description("Holds the template of prod against checkov's rules, but for those in deploy/checkov.yml.")
  .parse();

const env = {
  ...settings,
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
  PIP_INDEX_URL: process.env["PIP_INDEX_URL"] ?? "",
};
await mkdir(FOLDER, { recursive: true });
const bin = await installPythonTools(FOLDER, { env, packages: ["checkov==3.3.30"] });
const folder = resolve(FOLDER, "package");
const build = ["--param", `buildFolder=${FOLDER}/build`];
await run(process.execPath, [serverless, "package", "--stage", "prod", "--package", folder, ...build], {
  env,
});
const template = join(folder, "cloudformation-template-update-stack.json");
const said = await run(join(bin, "checkov"), ["--config-file", "deploy/checkov.yml", "-f", template], {
  env,
  timeoutMs: 300_000,
});
console.log(/Passed checks:.*/.exec(said)?.[0] ?? said);
