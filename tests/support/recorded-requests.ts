import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What DynamoDB answers to every request of a kind; a lost condition only to those that have one. */
export type Answers = Partial<Record<string, object>>;

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
 * @param asked collects the action of each request, as IAM names it, and what it is on
 */
export function recordingClient(asked: Set<string>, answers: Answers): DynamoDBClient {
  const client = new DynamoDBClient({
    region: "us-east-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
  client.middlewareStack.add(
    (_, context) =>
      async ({ input }) => {
        const command = (context.commandName ?? "").replace(/Command$/, "");
        const { IndexName, ConditionExpression } = input as Record<string, string | undefined>;
        asked.add(`dynamodb:${command} on ${IndexName ?? "the table"}`);
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
