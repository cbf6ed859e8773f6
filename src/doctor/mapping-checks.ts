import {
  type EventSourceMappingConfiguration,
  GetAccountSettingsCommand,
  type LambdaClient,
  ListEventSourceMappingsCommand,
} from "@aws-sdk/client-lambda";
import { type Check, type Verdict, ok, problem, skipped } from "./check.ts";
import { stackOf } from "./deployment.ts";

type Client = Pick<LambdaClient, "send">;

interface Mapping {
  client: Client;
  stage: string;
  /** What the stream brings its records to, and the queue its messages. */
  name: "dispatch" | "execution";
  /** The ARN of the stream or queue as it is now; undefined when there is none. */
  source: () => Promise<string | undefined>;
}

/** What brings a stream or a queue to its function is on, and reads what there is now. */
export const mappingCheck = (mapping: Mapping): Check => ({
  name: mapping.name === "dispatch" ? "stream mapping" : "queue mapping",
  look: async () => verdictOf(mapping, await find(mapping)),
});

async function find({ client, stage, name, source }: Mapping) {
  const FunctionName = `${stackOf(stage)}-${name}`;
  const { EventSourceMappings = [] } = await client.send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  const arn = await source();
  return EventSourceMappings.find(({ EventSourceArn }) => EventSourceArn === arn);
}

function verdictOf({ stage, name }: Mapping, mapping: EventSourceMappingConfiguration | undefined): Verdict {
  const what = name === "dispatch" ? "the table's stream" : "the queue";
  if (!mapping)
    return problem(
      `Nothing brings ${what} to \`${name}\`: what is asked for is not carried out.`,
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

/** What Lambda leaves to `interactions` and the others, at least. */
const ROOM = 5;

/** `execution` may not take all concurrent executions of the account: Discord waits three seconds for an answer. */
export const roomCheck = (mapping: Mapping): Check => ({
  name: "room for interactions",
  look: async () => {
    const taken = (await find(mapping))?.ScalingConfig?.MaximumConcurrency;
    const { AccountLimit } = await mapping.client.send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions;
    if (taken === undefined || limit === undefined) return skipped("The limits of Lambda are not known.");
    const says = `execution takes up to ${taken} of the account's ${limit} concurrent executions.`;
    if (limit - taken >= ROOM) return ok(says);
    return problem(
      says,
      `Ask AWS for more (Service Quotas → Lambda), or deploy with --param="executionConcurrency=${Math.max(2, limit - ROOM)}".`,
    );
  },
});
