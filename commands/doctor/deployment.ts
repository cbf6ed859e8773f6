import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import type { Check } from "#src/doctor/check.ts";
import { deployedChecks } from "#src/doctor/deployed-system.ts";
import { UserError } from "#src/errors.ts";

/** The same region as `serverless.yml` deploys to when nothing says another. */
const REGION = "us-east-1";
/** In milliseconds. */
const TIMEOUTS = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** What has to be so of a stage that is deployed, and where that is in words. */
export async function checksOfDeployment({
  stage,
  region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? REGION,
  guild,
}: {
  stage: string;
  region?: string | undefined;
  guild?: string | undefined;
}): Promise<[string, Check[]]> {
  const options = { region, requestHandler: TIMEOUTS };
  const clients = {
    dynamodb: new DynamoDBClient(options),
    cloudFormation: new CloudFormationClient(options),
    lambda: new LambdaClient(options),
    ssm: new SSMClient(options),
    sqs: new SQSClient(options),
  };
  const checks = deployedChecks({ stage, guild, clients, now: () => new Date() });
  return [
    `Stage ${stage} in ${region}`,
    await checks.catch((error: unknown) => {
      throw explained(error, region);
    }),
  ];
}

const NO_CREDENTIALS = new Set([
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "UnrecognizedClientException",
]);

function explained(error: unknown, region: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  if (NO_CREDENTIALS.has(error.name))
    return new UserError(
      "AWS does not accept the credentials, or there are none: set AWS_PROFILE to a profile that is signed in.",
      { cause: error },
    );
  return new UserError(`AWS cannot be asked in ${region}: ${error.message || error.name}`, { cause: error });
}
