import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** The units of every request from now on, by the command, as DynamoDB counts them. */
export function notedUnits(client: DynamoDBClient): [command: string, units: number][] {
  const noted: [command: string, units: number][] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        noted.push([commandName, ConsumedCapacity?.CapacityUnits ?? 0]);
        return result;
      },
    { step: "initialize", priority: "high" },
  );
  return noted;
}
