import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { modelBudgetKey } from "#entities/model-budget.ts";
import { type Check, ok, problem, skipped, type Verdict } from "./check.ts";

interface Options {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  /** What `interactions` and `execution` have as `MODEL_ID`. */
  modelIds: [string | undefined, string | undefined];
  /** The ARNs that the deployment was given; none for a model that is named by its id. */
  modelArns: string | undefined;
  day: string;
  deploy: string;
}

/** Whether a model that is named can be asked. Nothing is asked of it: that would cost something. */
export const modelCheck = (options: Options): Check => ({ name: "model", look: () => look(options) });

async function look(options: Options): Promise<Verdict> {
  const { modelIds, modelArns, deploy } = options;
  const [interactions = "", execution = ""] = modelIds;
  if (interactions !== execution)
    return problem("`interactions` and `execution` do not name the same model.", deploy);
  if (execution === "") return ok("MODEL_ID names none: what the rules leave open is asked.");
  if (isProfile(execution) && !modelArns)
    return problem(
      `${execution} is an inference profile, and \`execution\` may not use it.`,
      `Set MODEL_ARNS to the ARN of the profile and of each model behind it (aws bedrock get-inference-profile --inference-profile-identifier ${execution}), then: ${deploy}`,
    );
  return budgetVerdict(options, execution);
}

async function budgetVerdict({ client, table, day }: Options, modelId: string): Promise<Verdict> {
  const { Item = {} } = await client.send(new GetItemCommand({ TableName: table, Key: modelBudgetKey }));
  if (Item["off"]) return skipped("Switched off by an operator: `npm run admin -- model on` ends that.");
  const calls = Item["day"]?.S === day ? (Item["calls"]?.N ?? "0") : "0";
  return ok(`${modelId} may be asked; ${calls} calls today.`);
}

/** A profile is named by an ARN, or by the region group in front of the model: `eu.`, `us.`, `apac.`, `global.`. */
const isProfile = (id: string): boolean =>
  id.startsWith("arn:") || /^[a-z]+(?:-[a-z]+)?\.[a-z0-9]+\./.test(id);
