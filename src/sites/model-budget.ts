import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { modelBudgetKey } from "#entities/model-budget.ts";
import { updateWhen } from "./update-when.ts";

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
      await updateWhen(
        options,
        modelBudgetKey,
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
  updateWhen(options, modelBudgetKey, {
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
  updateWhen(options, modelBudgetKey, {
    UpdateExpression: "SET #day = :day, #calls = :one",
    ConditionExpression: "(attribute_not_exists(#day) OR #day < :day) AND attribute_not_exists(#off)",
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ":one": { N: "1" }, ":day": { S: day } },
  });
