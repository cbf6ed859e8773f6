import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/**
 * What a conditional write was lost to: the item that stood there, where the write asked for it and there is one. Null for
 * every other error. It goes by DynamoDB's own name of the error: the bundle leaves its class out.
 */
export function lostCondition(error: unknown): { item: Record<string, AttributeValue> | undefined } | null {
  if (!(error instanceof Error) || error.name !== "ConditionalCheckFailedException") return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- DynamoDB's own error
  return { item: (error as { Item?: Record<string, AttributeValue> }).Item };
}
