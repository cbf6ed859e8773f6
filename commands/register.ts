import { userInfo } from "node:os";
import { styleText } from "node:util";
import { SSMClient } from "@aws-sdk/client-ssm";
import { Command } from "commander";
import { useStageFile } from "#deploy/stage/stage-file.ts";
import { awsOptions, withAws } from "./aws.ts";
import { fileSafe, parameterSafe } from "./github-app/keep-app.ts";
import { makeGitHubApp } from "./github-app/make-github-app.ts";
import { type EndpointStep, endpointStep } from "./registering/endpoint-step.ts";
import { runProgram } from "./run-program.ts";
import { readConfig } from "#src/config.ts";
import { type ApplicationApi, createApplicationApi } from "#src/discord/application-api.ts";
import { type Step, changesAnything, planCommands, shownName } from "#src/discord/command-plan.ts";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import { UserError } from "#src/errors.ts";
import { endpointOfStage, settingsOfStage } from "./discord-settings.ts";

interface Options {
  stage?: string;
  region?: string;
  guild?: string;
  dryRun?: boolean;
  prune?: boolean;
  githubApp?: boolean;
  organization?: string;
}

const program = new Command("npm run register --")
  .description(
    "Tells Discord of the slash commands, and of the address of a deployment: shows what differs, then changes only that. Doing it again changes nothing.",
  )
  .option("--stage <stage>", "take the application and the bot token from this deployment")
  .option("--region <region>", "of the deployment; without it AWS_REGION, or the profile's")
  .option("--guild <id>", "in this server only, at once; without it everywhere the bot is")
  .option("--github-app", "make a GitHub App in place of that, and keep its key where the service takes it")
  .option("--organization <login>", "whose GitHub App it is; without it your own")
  .option("--dry-run", "only show what would be changed")
  .option("--prune", "also remove the application's commands that are not of ux-agent")
  .addHelpText(
    "after",
    "\nWithout --stage it needs DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN in the environment.",
  )
  .action(register);

async function register(options: Options): Promise<void> {
  const { githubApp, guild } = options;
  if (guild !== undefined && !/^\d{1,20}$/.test(guild))
    throw new UserError("--guild must be the id of a server: 1 to 20 digits.");
  await (githubApp ? registerApp(options) : registerCommands(options));
}

async function registerCommands(options: Options): Promise<void> {
  const { stage, region, guild, dryRun, prune = false } = options;
  const settings = stage === undefined ? process.env : await settingsOfStage(stage, region);
  const { api, applicationId } = applicationFor(settings);
  const inGuild = guild !== undefined;
  const plan = planCommands(commandDefinitions, await api.commands(guild), { prune, inGuild });
  const address = await addressStep(api, { stage, region });
  console.log(`Application ${applicationId}, ${inGuild ? `server ${guild}` : "everywhere"}:`);
  for (const line of [...plan.map(lineOf), ...address.lines]) console.log(line);
  if (!changesAnything(plan) && !address.carryOut) console.log("Everything is registered as it should be.");
  else if (dryRun) console.log("Nothing was changed: this was --dry-run.");
  else {
    await carryOut(api, plan, guild);
    await address.carryOut?.();
    console.log("Done.");
  }
}

function applicationFor(settings: Record<string, string | undefined>) {
  const config = readConfig(["DISCORD_APPLICATION_ID", "DISCORD_BOT_TOKEN"], settings);
  const { DISCORD_APPLICATION_ID: applicationId = "", DISCORD_BOT_TOKEN: botToken = "" } = config;
  return {
    api: createApplicationApi({ apiUrl: config.DISCORD_API_URL, applicationId, botToken }),
    applicationId,
  };
}

interface Place {
  stage: string | undefined;
  region: string | undefined;
}

/** Nothing where no stage says its address. */
async function addressStep(api: ApplicationApi, { stage, region }: Place): Promise<EndpointStep> {
  const endpoint = stage === undefined ? undefined : await endpointOfStage(stage, region);
  return endpoint === undefined ? { lines: [], carryOut: null } : endpointStep(api, endpoint);
}

/** For a stage that need not be deployed yet, or for `npm start -- --live`. */
async function registerApp({ stage, region, organization }: Options): Promise<void> {
  if (stage !== undefined) await useStageFile(stage);
  const { GITHUB_API_URL: apiUrl } = readConfig([], { GITHUB_API_URL: process.env["GITHUB_API_URL"] });
  const asked = { apiUrl, organization, tell: console.log };
  if (stage === undefined) return makeGitHubApp({ ...asked, name: APP_NAME, safe: fileSafe(".ux-agent") });
  const aws = await awsOptions({ stage, region });
  const safe = parameterSafe(new SSMClient(aws), `/ux-agent/${stage}`);
  await withAws(aws, () => makeGitHubApp({ ...asked, name: `${APP_NAME} ${stage}`, safe }));
}

/** GitHub has each name once; a person can change it on GitHub's page. */
const APP_NAME = `ux-agent ${userInfo().username}`.slice(0, 28);

async function carryOut(api: ApplicationApi, plan: Step[], guild: string | undefined): Promise<void> {
  // One after the other, so that the output shows what was done before an error.
  for (const step of plan) await api.carryOut(step, guild);
}

function lineOf(step: Step): string {
  switch (step.kind) {
    case "add":
      return styleText("green", `  + ${shownName(step.name)}  new`);
    case "change":
      return [
        styleText("yellow", `  ~ ${shownName(step.name)}  differs`),
        ...step.differences.map((one) => `      ${one}`),
      ].join("\n");
    case "keep":
      return `  = ${shownName(step.name)}`;
    case "other":
      return `  · ${step.name}  not of ux-agent, left alone`;
    case "remove":
      return styleText("red", `  - ${step.name}  not of ux-agent, removed`);
  }
}

void runProgram(program);
