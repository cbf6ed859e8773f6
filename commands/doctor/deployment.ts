import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { readStageFile } from "#deploy/stage/stage-file.ts";
import type { Check } from "#src/doctor/check.ts";
import type { AwsOptions } from "../aws.ts";
import { watchAws } from "./watch-aws.ts";
import { deployedChecks } from "#src/doctor/deployed-system.ts";

interface Stage {
  stage: string;
  /** When the caller named one. */
  region?: string | undefined;
  guild?: string | undefined;
}

const now = (): Date => new Date();

/** The checks of a deployed stage. */
export async function checksOfDeployment(stage: Stage, options: AwsOptions): Promise<Check[]> {
  const clients = {
    dynamodb: new DynamoDBClient(options),
    cloudFormation: new CloudFormationClient(options),
    lambda: new LambdaClient(options),
    ssm: new SSMClient(options),
    sqs: new SQSClient(options),
  };
  return deployedChecks({
    ...stage,
    written: await readStageFile(stage.stage),
    clients,
    watch: watchAws(options.region, now),
    now,
  });
}
