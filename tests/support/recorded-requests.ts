import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What DynamoDB answers to every request of a kind; a lost condition only to those that have one. */
export type Answers = Partial<Record<string, object>>;

/** A request to DynamoDB by what IAM tells apart. */
export interface Requested {
  action: string;
  /** The index it reads, if any. */
  index?: string;
  /** `dynamodb:LeadingKeys`: the partition keys. */
  leadingKeys: string[];
  /** `dynamodb:Attributes`: those that are named in it. */
  attributes: string[];
}

/** What DynamoDB says when there is nothing. */
const empty: Answers = { Query: { Items: [] }, BatchGetItem: { Responses: {}, UnprocessedKeys: {} } };

/** A lost condition, with the item that stands in the way or without one. */
export const lostCondition = (item?: object): Error =>
  Object.assign(new Error("The conditional request failed"), {
    name: "ConditionalCheckFailedException",
    ...(item ? { Item: item } : {}),
  });

/**
 * A client that sends nothing and answers as it is told.
 * @param asked collects the requests
 */
export function recordingClient(asked: Requested[], answers: Answers): DynamoDBClient {
  const client = new DynamoDBClient({
    region: "us-east-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
  client.middlewareStack.add(
    (_, context) =>
      async ({ input }) => {
        const command = (context.commandName ?? "").replace(/Command$/, "");
        const { ConditionExpression } = input as Input;
        asked.push(requestOf(command, input as Input));
        const answer = answers[command] ?? empty[command] ?? {};
        // A new one each time: ElectroDB marks what it has seen.
        if (answer instanceof Error && ConditionExpression)
          throw Object.assign(new Error(answer.message), answer);
        const output = answer instanceof Error ? {} : answer;
        return { output: { $metadata: {}, ...output }, response: {} };
      },
    // Before ElectroDB's document commands read what comes back.
    { step: "finalizeRequest", priority: "high" },
  );
  return client;
}

type Value = { S?: string };

/** The parts of the inputs of all commands that IAM looks at, marshalled. */
interface Input {
  IndexName?: string;
  ConditionExpression?: string;
  Key?: Record<string, Value>;
  Item?: Record<string, Value>;
  RequestItems?: Record<string, { Keys: Record<string, Value>[] }>;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, Value>;
}

function requestOf(command: string, input: Input): Requested {
  const keys = [
    input.Key ?? input.Item,
    ...Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) => Keys),
  ];
  const queried = command === "Query" ? Object.values(input.ExpressionAttributeValues ?? {}) : [];
  const leading = [...keys.map((key) => key?.["pk"]), ...queried.slice(0, 1)];
  const named = Object.values(input.ExpressionAttributeNames ?? {});
  return {
    action: `dynamodb:${command}`,
    ...(input.IndexName ? { index: input.IndexName } : {}),
    leadingKeys: leading.flatMap((value) => value?.S ?? []),
    attributes: [...new Set([...Object.keys(input.Key ?? input.Item ?? {}), ...named])],
  };
}
