import { join } from "node:path";
import { styleText } from "node:util";
import { SSMClient } from "@aws-sdk/client-ssm";
import { Command } from "commander";
import { readInputs } from "#deploy/cost/read-inputs.ts";
import { type Clients, assessDeployment, clientsFor } from "#deploy/framework/assess-deployment.ts";
import { runFramework } from "#deploy/framework/run-framework.ts";
import { previewDeployment } from "#deploy/preview/preview-deployment.ts";
import { changesNothing, previewText } from "#deploy/preview/preview-text.ts";
import { tableOfStage } from "#deploy/stage/table-of-stage.ts";
import { useStageFile } from "#deploy/stage/stage-file.ts";
import { importTable } from "#deploy/table/import-table.ts";
import { askAtTerminal } from "#local/live/ask-at-terminal.ts";
import { settingProblems } from "#src/doctor/deployment-settings.ts";
import { UserError } from "#src/errors.ts";
import { type AwsOptions, awsOptions, withAws } from "./aws.ts";
import { agreed } from "./deploying/agreed.ts";
import { askForMissing } from "./deploying/ask-for-missing.ts";
import { askForSecrets } from "./deploying/ask-for-secrets.ts";
import { runProgram } from "./run-program.ts";

interface Options {
  stage: string;
  region?: string;
  param: string[];
  yes?: true;
  dryRun?: true;
  importTable?: true;
}

const program = new Command("npm run deploy --")
  .description(
    "Deploys a stage: reads .env.<stage>, asks for what is missing there, shows what would change of settings, resources, code and costs, and asks.",
  )
  .requiredOption("--stage <stage>", "prod, dev, …")
  .option("--region <region>", "without it AWS_REGION, or the profile's")
  .option("--param <name=value>", "as of `npx serverless deploy`; may be given again", collect, [])
  .option(
    "--import-table",
    "first take in the table that an earlier deployment left, or one that was restored",
  )
  .option("--dry-run", "only show what would change")
  .option("--yes", "do not ask")
  .addHelpText(
    "after",
    "\nA value that runs and is no longer named is refused, and so is one that the shell has from another stage.",
  )
  .action(deploy);

async function deploy(options: Options): Promise<void> {
  const { stage, yes, dryRun } = options;
  await useStageFile(stage);
  if (!yes) await completeSettings(stage);
  const aws = await awsOptions(options);
  const clients = clientsFor(aws);
  if (options.importTable) await takeIn(options, aws, clients);
  const settings = await withAws(aws, () => settingsOf(options, clients));
  const folder = join(".ux-agent", "deploy", stage);
  const framework = (command: string, ...more: string[]) =>
    runFramework([
      command,
      "--stage",
      stage,
      "--region",
      aws.region,
      "--package",
      folder,
      ...paramsOf(options),
      ...more,
    ]);
  await succeeded(framework("package"));
  const preview = await withAws(aws, async () =>
    previewDeployment({ stage, folder, settings, clients, inputs: await readInputs() }),
  );
  console.log(`${styleText("bold", `Stage ${stage} in ${aws.region}`)}\n${previewText(preview)}`);
  if (changesNothing(preview)) return console.log("Nothing is to be deployed.");
  if (dryRun) return console.log("Nothing was changed: this was --dry-run.");
  if (!yes && !(await agreed("Deploy this?"))) return console.log("Nothing was changed.");
  if (!yes) await completeSecrets(options, aws);
  await succeeded(framework("deploy", "--param", "changes=agreed"));
  console.log(`Next: npm run register -- --stage ${stage}, then: npm run doctor -- --stage ${stage}`);
}

/** Without a terminal nothing is asked: the refusal that follows names what is missing. */
async function completeSettings(stage: string): Promise<void> {
  const ask = askAtTerminal("Nothing was changed.");
  const file = ask && (await askForMissing({ stage, env: process.env, ask }));
  if (file) console.log(`Written into ${file}.`);
}

/** A person who may deploy and not read parameters puts the secrets there in another way. */
async function completeSecrets({ stage, param }: Options, aws: AwsOptions): Promise<void> {
  const ask = askAtTerminal("The stage was not deployed.");
  if (!ask) return;
  const path = paramIn(param, "secretsPath") ?? `/ux-agent/${stage}`;
  const repository = process.env["GITHUB_REPOSITORY"] ?? "";
  const wanted = { path, repository, client: new SSMClient(aws), ask };
  const put = await withAws(aws, () => askForSecrets(wanted).catch(unlessForbidden));
  for (const name of put) console.log(`Put into ${path}/${name}, encrypted.`);
}

function unlessForbidden(error: unknown): string[] {
  if (error instanceof Error && error.name === "AccessDeniedException") return [];
  throw error;
}

/** The table is the stack's own before anything else is looked at. */
async function takeIn(
  { stage, param, yes, dryRun }: Options,
  aws: AwsOptions,
  clients: Clients,
): Promise<void> {
  const problems = settingProblems(process.env);
  if (problems.length > 0) throw new UserError(problems.join("\n"));
  if (dryRun)
    throw new UserError(
      "--import-table changes the stack before the rest can be shown: leave out --dry-run.",
    );
  const tableName = tableIn(stage, param);
  if (
    !yes &&
    !(await agreed(`Make the table ${tableName}, as it is, part of stage ${stage} in ${aws.region}?`))
  )
    throw new UserError("Nothing was changed.");
  await withAws(aws, () => importTable({ stage, tableName, clients, tell: console.log }));
}

async function settingsOf({ stage, param }: Options, clients: Clients) {
  const assessment = await assessDeployment({
    stage,
    given: process.env,
    tableName: tableIn(stage, param),
    clients,
  });
  if (assessment.ok) return assessment.changes;
  throw new UserError(assessment.problems.join("\n"));
}

const tableIn = (stage: string, param: string[]): string =>
  paramIn(param, "tableName") ?? tableOfStage(stage);

const paramIn = (param: string[], name: string): string | undefined =>
  param.findLast((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);

const paramsOf = ({ param }: Options): string[] => param.flatMap((each) => ["--param", each]);

async function succeeded(run: Promise<number>): Promise<void> {
  if ((await run) !== 0) throw new UserError("The Serverless Framework has said above why it stopped.");
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

await runProgram(program);
