import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/**
 * DynamoDB answers in milliseconds. A request that takes longer hangs on a dead connection, and Discord waits three
 * seconds: both tries are over within two, so that `findOut` has time for a look. A write that is sent again finds itself
 * done and is answered like the first time.
 */
export const impatient = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 450, requestTimeout: 900, throwOnRequestTimeout: true },
} satisfies DynamoDBClientConfig;
