import { type CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { type Check, ok, problem } from "./check.ts";

/** A stage as CloudFormation knows it. */
export interface Deployment {
  stack: string;
  status: string;
  tableName: string | undefined;
  /** Where Discord has to send interactions. */
  endpointUrl: string | undefined;
  /** Where GitHub has to report to. */
  webhookUrl: string | undefined;
  queueUrl: string | undefined;
  /** Of tasks that `execution` could not carry out. */
  deadLettersUrl: string | undefined;
  /** Of records that `dispatch` could not route. */
  deadRecordsUrl: string | undefined;
  /** Where alarms are sent to. */
  alarmsTopicArn: string | undefined;
  /** What the template was given, by its own names. */
  parameters: Record<string, string>;
}

export const stackOf = (stage: string): string => `ux-agent-${stage}`;

/** Null: nothing of that stage is deployed in this account and region. */
export async function findDeployment(
  client: Pick<CloudFormationClient, "send">,
  stage: string,
): Promise<Deployment | null> {
  const stack = stackOf(stage);
  const answer = await client
    .send(new DescribeStacksCommand({ StackName: stack }))
    .catch((error: unknown) => missing(error));
  const [found] = answer?.Stacks ?? [];
  if (!found) return null;
  const output = (key: string) => found.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
  return {
    stack,
    status: found.StackStatus ?? "",
    tableName: output("TableName"),
    endpointUrl: output("InteractionsEndpointUrl"),
    webhookUrl: output("GithubWebhookUrl"),
    queueUrl: output("ExecutionQueueUrl"),
    deadLettersUrl: output("ExecutionDeadLettersUrl"),
    deadRecordsUrl: output("DeadLettersUrl"),
    alarmsTopicArn: output("AlarmsTopicArn"),
    parameters: Object.fromEntries(
      (found.Parameters ?? []).map(({ ParameterKey = "", ParameterValue = "" }) => [
        ParameterKey,
        ParameterValue,
      ]),
    ),
  };
}

function missing(error: unknown): null {
  if (error instanceof Error && /does not exist/.test(error.message)) return null;
  throw error;
}

export const deploymentCheck = (deployment: Deployment | null, stage: string): Check => ({
  name: "deployment",
  look: async () => {
    const deploy = `npx serverless deploy --stage ${stage}`;
    if (!deployment)
      return problem(
        `There is no stack ${stackOf(stage)} in this account and region.`,
        `Deploy it with: ${deploy}; or name another --stage or --region.`,
      );
    const { stack, status } = deployment;
    return /^(CREATE|UPDATE)_COMPLETE/.test(status)
      ? ok(`${stack} is complete.`)
      : problem(`${stack} is ${status}.`, `See its events in CloudFormation, then: ${deploy}`);
  },
});
