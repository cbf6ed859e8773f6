import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { impatient } from "./impatient.ts";

/**
 * A client for the table. The SDK's own logging is taken out of it: no logger is set, and the SDK would put together what
 * it logs all the same, reply tokens included.
 */
export function openClient(): DynamoDBClient {
  const client = new DynamoDBClient(impatient);
  client.middlewareStack.removeByTag("LOGGER");
  return client;
}
