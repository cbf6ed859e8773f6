import { LambdaClient } from "@aws-sdk/client-lambda";
import { SSMClient } from "@aws-sdk/client-ssm";
import { deployedSettings } from "#src/doctor/functions.ts";
import { awsOptions, withAws } from "./aws.ts";

/** The settings of a deployment, the bot token among them. */
export async function settingsOfStage(
  stage: string,
  region: string | undefined,
): Promise<Record<string, string>> {
  const options = await awsOptions({ stage, region });
  const clients = { lambda: new LambdaClient(options), ssm: new SSMClient(options) };
  return withAws(options, () => deployedSettings(clients, stage));
}
