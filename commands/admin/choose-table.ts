import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tableOfStage } from "#deploy/stage/table-of-stage.ts";
import { type Session, runningSession } from "#local/session.ts";
import { type App, createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { findDeployment } from "#src/doctor/deployment.ts";
import { UserError } from "#src/errors.ts";
import { type AwsOptions, TIMEOUTS, awsOptions, withAws } from "../aws.ts";
import { explainError } from "./explain-error.ts";

export interface Choice {
  stage?: string;
  region?: string;
  local?: true;
}

/** With any of these set, the caller means AWS or a DynamoDB of their own. */
const ELSEWHERE = [
  "TABLE_NAME",
  "AWS_ENDPOINT_URL_DYNAMODB",
  "AWS_PROFILE",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_ACCESS_KEY_ID",
];

/**
 * Works on the table that the caller means, with the caller's own credentials.
 * @param act is told where the table is, in words
 * @throws UserError with one sentence when it cannot be done
 */
export async function withTable(
  choice: Choice,
  act: (app: App, place: string, table: string) => Promise<void>,
): Promise<void> {
  Object.assign(process.env, await settingsFor(choice));
  const config = readConfig();
  const client = new DynamoDBClient({ requestHandler: TIMEOUTS });
  const at = config.AWS_ENDPOINT_URL_DYNAMODB;
  try {
    const place = `table ${config.TABLE_NAME} ${at ? `at ${at}` : `in ${await client.config.region()}`}`;
    await act(createApp(config, { client }), place, config.TABLE_NAME);
  } catch (error) {
    throw explainError(error, { table: config.TABLE_NAME, endpoint: at });
  } finally {
    client.destroy();
  }
}

/** The `npm start` of this machine, when a choice means it. */
export async function localSession({ stage, region, local }: Choice): Promise<Session | null> {
  if (stage !== undefined || region !== undefined) return null;
  if (!local && ELSEWHERE.some((name) => process.env[name]?.trim())) return null;
  return runningSession();
}

/** The environment that a choice of table needs. */
async function settingsFor({ stage, region, local }: Choice): Promise<Record<string, string>> {
  if (stage !== undefined) return settingsOfStage(stage, region);
  if (region !== undefined) return { AWS_REGION: region };
  const session = await localSession(local ? { local } : {});
  if (session) return { ...session.database.env, TABLE_NAME: session.database.table };
  if (local)
    throw new UserError("ux-agent does not run here: start it with `npm start` in another terminal.");
  return {};
}

/** Uses the region of the deployment, as every other command does. */
async function settingsOfStage(stage: string, region: string | undefined): Promise<Record<string, string>> {
  const options = await awsOptions({ stage, region });
  const table = (await deployedTable(stage, options)) ?? tableOfStage(stage);
  return { TABLE_NAME: table, AWS_REGION: options.region };
}

/** The table may have another name in a deployment. A caller who may not read the stack, or has a DynamoDB of their own, gets the usual name. */
async function deployedTable(stage: string, options: AwsOptions): Promise<string | undefined> {
  if (process.env["AWS_ENDPOINT_URL_DYNAMODB"]?.trim()) return undefined;
  const client = new CloudFormationClient(options);
  const find = () =>
    findDeployment(client, stage).catch((error: unknown) => {
      if (error instanceof Error && error.name.startsWith("AccessDenied")) return null;
      throw error;
    });
  return (await withAws(options, find))?.tableName;
}
