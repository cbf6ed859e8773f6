import { type AttributeValue, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { modelBudgetKey } from "#entities/model-budget.ts";

/** Whether a model may be asked once more today, and if not, why. */
export type Spent = "spent" | "used-up" | "switched-off";

/** The calls of a model, counted by the day for the whole deployment. */
export interface ModelBudget {
  /** Counts one call before it is made. One write; the first of a day takes another. */
  spend(): Promise<Spent>;
  /** Lets no call through any more, or lets them through again, from the next one on. */
  turn(to: "on" | "off"): Promise<void>;
}

interface Options {
  table: string;
  client: Pick<DynamoDBClient, "send">;
  now: () => Date;
  /** The most calls on one day, by UTC. */
  most: number;
}

type Item = Record<string, AttributeValue>;
type Update = Pick<
  UpdateItemCommand["input"],
  "UpdateExpression" | "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

const NAMES = { "#day": "day", "#calls": "calls", "#off": "off" };

export function createModelBudget(options: Options): ModelBudget {
  return {
    async spend() {
      const day = options.now().toISOString().slice(0, 10);
      const found = await countOn(options, day);
      if (found === null) return "spent";
      if (found["off"]) return "switched-off";
      if (found["day"]?.S === day) return "used-up";
      // Of two that begin a day at once, the second has lost to the first and is counted like any other.
      const lost = (await begin(options, day)) !== null && (await countOn(options, day)) !== null;
      return lost ? "used-up" : "spent";
    },
    async turn(to) {
      const off = { ExpressionAttributeNames: { "#off": "off" } };
      await send(
        options,
        to === "on"
          ? { ...off, UpdateExpression: "REMOVE #off" }
          : {
              ...off,
              UpdateExpression: "SET #off = :off",
              ExpressionAttributeValues: { ":off": { BOOL: true } },
            },
      );
    },
  };
}

const countOn = (options: Options, day: string) =>
  send(options, {
    UpdateExpression: "ADD #calls :one",
    ConditionExpression: "#day = :day AND #calls < :most AND attribute_not_exists(#off)",
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: {
      ":one": { N: "1" },
      ":day": { S: day },
      ":most": { N: String(options.most) },
    },
  });

const begin = (options: Options, day: string) =>
  send(options, {
    UpdateExpression: "SET #day = :day, #calls = :one",
    ConditionExpression: "(attribute_not_exists(#day) OR #day < :day) AND attribute_not_exists(#off)",
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ":one": { N: "1" }, ":day": { S: day } },
  });

/** Null when the update was made, else what its condition was lost to. */
async function send({ client, table }: Options, update: Update): Promise<Item | null> {
  const command = new UpdateItemCommand({
    TableName: table,
    Key: modelBudgetKey,
    ...update,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await client.send(command);
    return null;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ConditionalCheckFailedException") throw error;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- DynamoDB's own error; the bundle leaves its class out
    return (error as { Item?: Item }).Item ?? {};
  }
}
