import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { SSMClient } from "@aws-sdk/client-ssm";
import { type Config, readConfig } from "#src/config.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import { WEBHOOK_SECRET } from "#src/secret.ts";
import { secretNames } from "#src/secrets.ts";
import { type Check, once, problem } from "./check.ts";
import { type Deployment, deploymentCheck, findDeployment } from "./deployment.ts";
import { configuredDiscordChecks, discordSkipped } from "./discord.ts";
import {
  type Deployed,
  type Parameters,
  environmentOf,
  functionChecks,
  parameterChecks,
  readFunctions,
  readParameters,
} from "./functions.ts";
import { deadLetterCheck, mappingCheck, queueArn, queueCheck, queueLength, roomCheck } from "./queues.ts";
import { modelCheck } from "./model.ts";
import { type Written, runningSettings, settingsCheck } from "./settings.ts";
import { type SiteSide, siteChecks, siteSides } from "./sites.ts";
import { webhookCheck } from "./webhooks.ts";
import { latestStream, stuckCheck, tableChecks } from "./table.ts";
import { type Watch, watchChecks } from "./watching.ts";

export interface DeployedSystem {
  stage: string;
  /** What the commands have to be told beside the stage, when the environment does not say it. */
  region?: string | undefined;
  /** The server that the commands were registered in; undefined: everywhere. */
  guild?: string | undefined;
  /** What is written down for the stage; null where nothing is. */
  written: Written | null;
  clients: {
    dynamodb: DynamoDBClient;
    cloudFormation: Pick<CloudFormationClient, "send">;
    lambda: Pick<LambdaClient, "send">;
    ssm: Pick<SSMClient, "send">;
    sqs: Pick<SQSClient, "send">;
  };
  watch: Watch;
  now: () => Date;
  timing?: Partial<GitHubTiming>;
}

/** Everything that a deployed ux-agent needs. Without a deployment, that is the only finding. */
export async function deployedChecks(system: DeployedSystem): Promise<Check[]> {
  const { stage, clients } = system;
  const deployment = await findDeployment(clients.cloudFormation, stage);
  const first = deploymentCheck(deployment, stage);
  if (!deployment) return [first];
  const functions = await readFunctions(clients.lambda, stage);
  const environment = { ...environmentOf(functions.interactions), ...environmentOf(functions.execution) };
  const path = environment["SECRETS_PATH"] ?? `/ux-agent/${stage}`;
  const parameters = once(() => readParameters(clients.ssm, path));
  const deployed = functions.interactions && functions.execution;
  const secrets = valuesOf(await parameters().catch(() => new Map()));
  const config = deployed && configOf({ ...environment, ...secrets });
  const sides = config ? await siteSides({ ...system, config, client: clients.dynamodb }) : [];
  return [
    first,
    settingsCheck({ ...system, running: deployed ? runningSettings(functions, deployment) : null }),
    ...functionChecks(functions, stage, deployment.tableName),
    ...parameterChecks(parameters, path),
    ...storageChecks(system, deployment),
    ...queueChecks(system, deployment, functions),
    ...(deployment.tableName ? watchingChecks(system, deployment) : []),
    ...outsideChecks(system, deployment, config),
    ...modelChecks(system, deployment, functions),
    ...sides.flatMap(siteChecks),
    ...webhookChecks(system, deployment, { sides, parameters, path }),
  ];
}

interface Reported {
  sides: SiteSide[];
  parameters: () => Promise<Parameters>;
  path: string;
}

const webhookChecks = (
  system: DeployedSystem,
  { webhookUrl: url }: Deployment,
  { sides, parameters, path }: Reported,
): Check[] =>
  sides.flatMap(({ github: options }) =>
    options
      ? webhookCheck({
          options,
          url,
          hasSecret: async () => (await parameters()).has(WEBHOOK_SECRET),
          register: `npm run admin -- ${optionsOf(system)} webhook register`,
          store: `aws ssm put-parameter --type SecureString --name ${path}/${WEBHOOK_SECRET} --value "$(openssl rand -hex 32)"`,
        })
      : [],
  );

function watchingChecks(system: DeployedSystem, deployment: Deployment): Check[] {
  const { stack, alarmsTopicArn: topicArn, parameters } = deployment;
  const alarmEmail = parameters["AlarmEmail"] ?? "";
  return watchChecks({ watch: system.watch, stack, topicArn, alarmEmail, remake: remakeOf(system) });
}

/** The options that tell a command which deployment is meant. */
const optionsOf = ({ stage, region }: DeployedSystem): string =>
  `--stage ${stage}${region === undefined ? "" : ` --region ${region}`}`;

const remakeOf = (system: DeployedSystem): string =>
  `Deploy again: npx serverless deploy ${optionsOf(system)}`;

/** What brings the table's stream to `dispatch`. */
const streamMapping = ({ stage, clients }: DeployedSystem, table: string) => ({
  client: clients.lambda,
  stage,
  name: "dispatch" as const,
  source: () => latestStream(clients.dynamodb, table),
});

function storageChecks(system: DeployedSystem, { tableName: name }: Deployment): Check[] {
  const { clients, now } = system;
  const [client, remake] = [clients.dynamodb, remakeOf(system)];
  if (!name) return [{ name: "table", look: async () => problem("The stack has none.", remake) }];
  return [
    ...tableChecks({ client, name, remake, inAws: true }),
    mappingCheck(streamMapping(system, name)),
    stuckCheck({ client, table: name, now, adminOptions: `${optionsOf(system)} ` }),
  ];
}

function queueChecks(
  system: DeployedSystem,
  deployment: Deployment,
  { dispatch, execution }: Deployed,
): Check[] {
  const { stage, clients } = system;
  const { queueUrl: url, deadLettersUrl, deadRecordsUrl } = deployment;
  const queue = {
    client: clients.sqs,
    url,
    sentTo: environmentOf(dispatch)["QUEUE_URL"],
    timeout: execution?.Timeout,
    remake: remakeOf(system),
  };
  const source = async () => queueArn(clients.sqs, url ?? "");
  const mapping = { client: clients.lambda, stage, name: "execution", source } as const;
  const countOf = (queueUrl: string | undefined) => async () =>
    queueUrl ? queueLength(clients.sqs, queueUrl) : null;
  if (!url) return [queueCheck(queue)];
  const redrive = `then: npm run admin -- ${optionsOf(system)} redrive, and empty the queue (docs/operations.md, “Dead letters”).`;
  return [
    queueCheck(queue),
    mappingCheck(mapping),
    ...(deployment.tableName ? [roomCheck(mapping, streamMapping(system, deployment.tableName))] : []),
    deadLetterCheck({
      name: "dead letters",
      count: countOf(deadLettersUrl),
      remedy: `The log of \`execution\` says why; mend that, ${redrive}`,
    }),
    deadLetterCheck({
      name: "dead records",
      count: countOf(deadRecordsUrl),
      remedy: `The log of \`dispatch\` says why; mend that, ${redrive}`,
    }),
  ];
}

function modelChecks(
  system: DeployedSystem,
  { tableName: table, parameters }: Deployment,
  { interactions, execution }: Deployed,
): Check[] {
  if (!table) return [];
  return [
    modelCheck({
      client: system.clients.dynamodb,
      table,
      modelIds: [environmentOf(interactions)["MODEL_ID"], environmentOf(execution)["MODEL_ID"]],
      modelArns: parameters["ModelArns"],
      day: system.now().toISOString().slice(0, 10),
      deploy: remakeOf(system),
    }),
  ];
}

function outsideChecks(system: DeployedSystem, { endpointUrl }: Deployment, config: Config | null): Check[] {
  if (!config) return discordSkipped("The environment of the functions is not usable.");
  return configuredDiscordChecks(config, {
    endpointUrl,
    guild: system.guild,
    registerOptions: optionsOf(system),
    without: "Asking Discord takes the parameter DISCORD_BOT_TOKEN.",
  });
}

/** What `execution` takes of the parameters; others of the same path mean nothing to it. */
const valuesOf = (parameters: Parameters): Record<string, string> =>
  Object.fromEntries(secretNames.map((name) => [name, parameters.get(name)?.value ?? ""]));

/** Null when it is not usable; the checks of the functions say why. */
function configOf(environment: Record<string, string>): Config | null {
  try {
    return readConfig([], environment);
  } catch {
    return null;
  }
}
