import { assessDeployment, clientsFor } from "./framework/assess-deployment.ts";
import { stackParameters } from "./framework/stack-parameters.ts";
import { changeText } from "#src/doctor/deployment-settings.ts";

/** The part of the Serverless Framework that is used here. */
interface Serverless {
  processedInput: { commands: string[] };
  service: {
    resources: { Parameters?: Record<string, unknown> };
    provider: { environment: { TABLE_NAME: string } };
    custom: { changes: string };
  };
  classes: { Error: new (message: string, code: string) => Error };
  getProvider(name: "aws"): {
    getStage(): string;
    getAwsSdkV3Config(): Promise<{ region: string }>;
  };
}

interface Tools {
  log: { notice: (text: string) => void };
}

/**
 * A plugin of the Serverless Framework: `npx serverless deploy` holds a deployment to the same rules as `npm run deploy`,
 * which shows more, and asks.
 */
class Deployment {
  readonly hooks: Record<string, () => Promise<void>>;

  constructor(serverless: Serverless, _options: unknown, { log }: Tools) {
    this.hooks = { initialize: () => begin(serverless, log) };
  }
}

async function begin(serverless: Serverless, log: Tools["log"]): Promise<void> {
  const { resources } = serverless.service;
  resources.Parameters = { ...resources.Parameters, ...stackParameters(process.env) };
  const [command, what] = serverless.processedInput.commands;
  if (command === "deploy" && what !== "list") await hold(serverless, log);
}

/** Refuses, before anything is packaged, what may not be deployed. */
async function hold(serverless: Serverless, log: Tools["log"]): Promise<void> {
  const { service, classes } = serverless;
  const provider = serverless.getProvider("aws");
  const assessment = await assessDeployment({
    stage: provider.getStage(),
    given: process.env,
    tableName: service.provider.environment.TABLE_NAME,
    clients: clientsFor(await provider.getAwsSdkV3Config()),
  });
  if (!assessment.ok) throw new classes.Error(assessment.problems.join("\n"), "DEPLOYMENT_REFUSED");
  const { changes, unwritten } = assessment;
  if (unwritten.length > 0 && service.custom.changes !== "agreed")
    throw new classes.Error(unwritten.join("\n"), "DEPLOYMENT_REFUSED");
  for (const change of changes) log.notice(changeText(change));
}

// The framework loads this file with `require`, and takes what it gets for the plugin.
export { Deployment as "module.exports" };
