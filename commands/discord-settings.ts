import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SSMClient } from "@aws-sdk/client-ssm";
import { findDeployment } from "#src/doctor/deployment.ts";
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

/** Where Discord has to send the interactions of a deployment; undefined where that is not known. */
export async function endpointOfStage(
  stage: string,
  region: string | undefined,
): Promise<string | undefined> {
  const options = await awsOptions({ stage, region });
  const found = await withAws(options, () => findDeployment(new CloudFormationClient(options), stage));
  return found?.endpointUrl;
}
