import { unmarshall } from "@aws-sdk/util-dynamodb";
import { Logger } from "@aws-lambda-powertools/logger";
// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { readConfig } from "#src/config.ts";
import { type DispatchPorts, type TableChange, dispatch } from "#src/execution/dispatch.ts";
import { createDispatchApp } from "#src/execution/dispatch-app.ts";

interface Log {
  error(message: string, details: { error: Error; conversation_id: string; event_id: string }): void;
}

/**
 * Routes the records of the table's stream, a whole batch in parallel. Each failed record is reported by itself, and
 * Lambda delivers it again.
 */
export const createHandler = ({ ports, log }: { ports: () => DispatchPorts; log: Log }) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
    const opened = ports();
    const failed = await Promise.all(Records.map((record) => failureOf(opened, log, record)));
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  });

/** The sequence number of a record that could not be routed; empty when it was routed. */
async function failureOf(ports: DispatchPorts, log: Log, record: DynamoDBRecord): Promise<string[]> {
  try {
    await dispatch(ports, changeOf(record));
    return [];
  } catch (thrown) {
    log.error("A change was not routed", {
      error: thrown instanceof Error ? thrown : new Error("Not an error", { cause: thrown }),
      conversation_id: (record.dynamodb?.Keys?.["pk"]?.S ?? "").replace("conversation#", ""),
      event_id: record.eventID ?? "",
    });
    return [record.dynamodb?.SequenceNumber ?? ""];
  }
}

function changeOf({ eventID = "", eventName, dynamodb, userIdentity }: DynamoDBRecord): TableChange {
  const removed = eventName === "REMOVE";
  const image = (removed ? dynamodb?.OldImage : dynamodb?.NewImage) ?? {};
  return {
    id: eventID,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Lambda's and the SDK's names for the same shape
    item: unmarshall(image as Parameters<typeof unmarshall>[0]),
    removedBy: removed ? (userIdentity?.principalId === EXPIRY ? "expiry" : "person") : null,
    at: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000),
  };
}

/** How DynamoDB signs the removals of its own time to live. */
const EXPIRY = "dynamodb.amazonaws.com";

let opened: DispatchPorts | undefined;

export const handler = createHandler({
  ports: () => (opened ??= createDispatchApp(readConfig(["DISCORD_APPLICATION_ID", "QUEUE_URL"]))),
  log: new Logger({ serviceName: "ux-agent" }),
});
