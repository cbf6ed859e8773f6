import { deployment, type Deployment } from "./deployment.ts";

/** The part of a CloudFormation template that costs are computed from. */
export interface Template {
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
}

/** What a template deploys, as far as it is paid for; what it does not say is as in `deployment.ts`. */
export function deploymentOf({ Resources }: Template): Deployment {
  const of = (name: string) => Resources[name]?.Properties ?? {};
  const count = (type: string) => Object.values(Resources).filter(({ Type }) => Type === type).length;
  const memoryOf = (name: string) => Number(of(`${name}LambdaFunction`)["MemorySize"]);
  const { interactions, dispatch, execution, github } = deployment.memoryMb;
  return {
    memoryMb: {
      interactions: memoryOf("Interactions") || interactions,
      dispatch: memoryOf("Dispatch") || dispatch,
      execution: memoryOf("Execution") || execution,
      github: memoryOf("Github") || github,
    },
    alarms: count("AWS::CloudWatch::Alarm"),
    keys: count("AWS::KMS::Key"),
    traced: JSON.stringify(of("InteractionsLambdaFunction")["TracingConfig"] ?? "").includes("Active"),
    recordDays: recordDaysIn(of("DispatchLambdaFunction")) || deployment.recordDays,
    logDays: Number(of("ExecutionLogGroup")["RetentionInDays"]) || deployment.logDays,
  };
}

function recordDaysIn(dispatch: Record<string, unknown>): number {
  const { Variables = {} } = (dispatch["Environment"] ?? {}) as { Variables?: Record<string, unknown> };
  return Number(Variables["RECORD_RETENTION_DAYS"]);
}
