import {
  type EventSourceMappingConfiguration,
  GetAccountSettingsCommand,
  type LambdaClient,
  ListEventSourceMappingsCommand,
} from "@aws-sdk/client-lambda";
import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type Check, ok, problem, skipped, type Verdict } from "./check.ts";
import { stackOf } from "./deployment.ts";

interface Letters {
  /** What is kept there. */
  name: "dead letters" | "dead records";
  /** How many there are now; null when it cannot be known. */
  count: () => Promise<number | null>;
  remedy: string;
}

/** The messages that `execution` could not carry out, or the records that `dispatch` could not route, after the last try. */
export const deadLetterCheck = ({ name, count, remedy }: Letters): Check => ({
  name,
  look: async () => lettersVerdict(await count(), remedy),
});

function lettersVerdict(letters: number | null, remedy: string): Verdict {
  if (letters === null) return skipped("The address of that queue is not known.");
  if (letters === 0) return ok("None.");
  return problem(`${letters} ${letters === 1 ? "event was" : "events were"} given up.`, remedy);
}

type Queues = Pick<SQSClient, "send">;

const COUNTS = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

export async function queueLength(client: Queues, url: string): Promise<number> {
  const attributes = await attributesOf(client, url, COUNTS);
  return COUNTS.reduce((sum, name) => sum + Number(attributes[name] ?? 0), 0);
}

export async function queueArn(client: Queues, url: string): Promise<string | undefined> {
  return (await attributesOf(client, url, ["QueueArn"]))["QueueArn"];
}

type Name = (typeof COUNTS)[number] | "QueueArn" | "RedrivePolicy" | "VisibilityTimeout";

async function attributesOf(client: Queues, url: string, names: readonly Name[]) {
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] });
  return (await client.send(command)).Attributes ?? {};
}

interface Queue {
  client: Queues;
  /** As the stack has it. */
  url: string | undefined;
  /** Where `dispatch` sends to. */
  sentTo: string | undefined;
  /** How long `execution` may run, in seconds. */
  timeout: number | undefined;
  remake: string;
}

/** Whether the queue between `dispatch` and `execution` is the stack's own and gives up on a message in the end. */
export const queueCheck = ({ client, url, sentTo, timeout = 0, remake }: Queue): Check => ({
  name: "queue",
  look: async () => {
    if (!url) return problem("The stack has none.", remake);
    if (sentTo !== url)
      return problem(`\`dispatch\` sends to ${sentTo ?? "no queue"}, not to ${url}.`, remake);
    const attributes = await attributesOf(client, url, [...COUNTS, "RedrivePolicy", "VisibilityTimeout"]);
    const { RedrivePolicy, VisibilityTimeout = "0" } = attributes;
    if (!RedrivePolicy)
      return problem("It has no dead-letter queue, so a message that fails is tried for ever.", remake);
    if (Number(VisibilityTimeout) <= timeout)
      return problem(
        `It hides a message for ${VisibilityTimeout} s, and \`execution\` may work on it for ${timeout} s.`,
        remake,
      );
    const waiting = COUNTS.reduce((sum, name) => sum + Number(attributes[name] ?? 0), 0);
    return ok(`${waiting} waiting or worked on.`);
  },
});

interface Mapping {
  client: Pick<LambdaClient, "send">;
  stage: string;
  /** The function: the stream's records go to `dispatch`, the queue's messages to `execution`. */
  name: "dispatch" | "execution";
  /** The ARN of the stream or queue as it is now; undefined when there is none. */
  source: () => Promise<string | undefined>;
}

/** Whether the event source mapping of a stream or queue is enabled and reads the one that exists now. */
export const mappingCheck = (mapping: Mapping): Check => ({
  name: mapping.name === "dispatch" ? "stream mapping" : "queue mapping",
  look: async () => mappingVerdict(mapping, await findMapping(mapping)),
});

async function findMapping({ client, stage, name, source }: Mapping) {
  const FunctionName = `${stackOf(stage)}-${name}`;
  const { EventSourceMappings = [] } = await client.send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  const arn = await source();
  return EventSourceMappings.find(({ EventSourceArn }) => EventSourceArn === arn);
}

function mappingVerdict(
  { stage, name }: Mapping,
  mapping: EventSourceMappingConfiguration | undefined,
): Verdict {
  const what = name === "dispatch" ? "the table's stream" : "the queue";
  if (!mapping)
    return problem(
      `Nothing connects ${what} to \`${name}\`, so no request is carried out.`,
      `Deploy again: npx serverless deploy --stage ${stage}`,
    );
  const { State, UUID, LastProcessingResult } = mapping;
  if (/PROBLEM/.test(LastProcessingResult ?? ""))
    return problem(
      `Lambda says: ${LastProcessingResult}.`,
      `Look at the role of \`${name}\`, then deploy again.`,
    );
  if (/Disabl/.test(State ?? ""))
    return problem(`It is ${State}.`, `aws lambda update-event-source-mapping --uuid ${UUID} --enabled`);
  return ok(`${State}.`);
}

/** How many concurrent executions have to remain for `interactions` and `admin`. */
const ROOM = 3;

/** `execution` and `dispatch` may not take all concurrent executions of the account: Discord waits three seconds for an answer. */
export const roomCheck = (execution: Mapping, dispatch: Mapping): Check => ({
  name: "room for interactions",
  look: async () => {
    const tasks = (await findMapping(execution))?.ScalingConfig?.MaximumConcurrency;
    const records = (await findMapping(dispatch))?.ParallelizationFactor ?? 1;
    const { AccountLimit } = await execution.client.send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions;
    if (tasks === undefined || limit === undefined) return skipped("The limits of Lambda are not known.");
    const says = `execution takes up to ${tasks} of the account's ${limit} concurrent executions, and dispatch ${records} for each shard of the stream.`;
    if (limit - tasks - records >= ROOM) return ok(says);
    return problem(
      says,
      `Ask AWS for more (Service Quotas → Lambda), or deploy with EXECUTION_CONCURRENCY=${Math.max(2, limit - records - ROOM)} in .env.${execution.stage}.`,
    );
  },
});
