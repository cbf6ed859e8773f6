import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { runningTemplate } from "#deploy/stage/running-template.ts";
import { stageFileName, readStageFile } from "#deploy/stage/stage-file.ts";
import { TABLE } from "#deploy/table/table-in-template.ts";
import { type Deployment, findDeployment } from "#src/doctor/deployment.ts";
import { type SettingChange, settingChanges, settingProblems } from "#src/doctor/deployment-settings.ts";
import { readFunctions } from "#src/doctor/functions.ts";
import { forgottenSettings, runningSettings } from "#src/doctor/settings.ts";
import { describeTable } from "#src/doctor/table.ts";

type Values = Record<string, string | undefined>;

/** How AWS is asked: with the region and the credentials that the deployment uses. */
export interface Clients {
  cloudFormation: CloudFormationClient;
  lambda: Pick<LambdaClient, "send">;
  dynamodb: Pick<DynamoDBClient, "send">;
}

export const clientsFor = (
  access: NonNullable<ConstructorParameters<typeof CloudFormationClient>[0]>,
): Clients => ({
  cloudFormation: new CloudFormationClient(access),
  lambda: new LambdaClient(access),
  dynamodb: new DynamoDBClient(access),
});

interface Wanted {
  stage: string;
  /** The environment, with what the stage's file adds. */
  given: Values;
  tableName: string;
  clients: Clients;
  /** Where the stage's file is. */
  folder?: string;
}

/** What a deployment would change of the settings, or in a sentence each why it may not be made. */
export type Assessment =
  | {
      ok: true;
      changes: SettingChange[];
      /** Of these, in a sentence each, what only the shell says: a person has to agree to it. */
      unwritten: string[];
    }
  | { ok: false; problems: string[] };

/**
 * Holds what is to be deployed against the stage's file and what runs. It changes nothing.
 * @throws what AWS says when it cannot be asked
 */
export async function assessDeployment(wanted: Wanted): Promise<Assessment> {
  const { stage, given, tableName, clients } = wanted;
  const file = await readStageFile(stage, wanted.folder);
  const where = file?.name ?? stageFileName(stage);
  const problems = [...settingProblems(given), ...inTheShell(given, file?.values ?? {}, where)];
  if (problems.length > 0) return { ok: false, problems };
  const deployment = await findDeployment(clients.cloudFormation, stage);
  if (!deployment?.tableName) {
    const inTheWay = (await hasTable(clients, stage))
      ? null
      : await tableProblem(clients.dynamodb, tableName, stage);
    return inTheWay ? { ok: false, problems: [inTheWay] } : { ok: true, changes: [], unwritten: [] };
  }
  if (deployment.tableName !== tableName)
    return {
      ok: false,
      problems: [
        `The stage keeps its conversations in ${deployment.tableName}, and this deployment would go on with ${tableName}: add --param="tableName=${deployment.tableName}".`,
      ],
    };
  const changes = await changesOf(deployment, wanted);
  const forgotten = forgottenSettings(changes, where);
  if (forgotten.length > 0) return { ok: false, problems: forgotten };
  const unwritten = changes
    .filter(({ name }) => file?.values[name] === undefined)
    .map(
      ({ name }) =>
        `${name} would change what runs, and only this shell says so: write it into ${where}, or agree to it in \`npm run deploy -- --stage ${stage}\`.`,
    );
  return { ok: true, changes, unwritten };
}

/** A variable that the shell still has from another stage counts more than the file: the framework would take it. */
const inTheShell = (given: Values, written: Record<string, string>, file: string): string[] =>
  Object.entries(written)
    .filter(([name, value]) => given[name] !== undefined && given[name] !== value && !value.includes("$"))
    .map(
      ([name]) =>
        `${name} has another value in this shell than in ${file}: remove it from the shell, or correct the file.`,
    );

async function changesOf(
  deployment: Deployment,
  { stage, given, clients }: Wanted,
): Promise<SettingChange[]> {
  const functions = await readFunctions(clients.lambda, stage);
  return settingChanges(given, runningSettings(functions, deployment));
}

/** Whether the table is the stack's own already, though it has nothing else yet. */
const hasTable = async ({ cloudFormation }: Clients, stage: string): Promise<boolean> =>
  TABLE in ((await runningTemplate(cloudFormation, stage))?.Resources ?? {});

/** CloudFormation makes no table of a name that is there already. */
async function tableProblem(
  client: Clients["dynamodb"],
  name: string,
  stage: string,
): Promise<string | null> {
  return (await describeTable(client, name))
    ? `The table ${name} is there already, from an earlier deployment: take it in with what it holds by \`npm run deploy -- --stage ${stage} --import-table\`, or delete it (docs/operations.md, “Removing”).`
    : null;
}
