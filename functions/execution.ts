import { Logger } from "@aws-lambda-powertools/logger";
// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import type { SQSBatchResponse, SQSEvent, SQSRecord, ScheduledEvent } from "aws-lambda";
import { readConfigWithSecrets } from "#src/config.ts";
import { type ExecutionPorts, carryOut } from "#src/execution/carry-out.ts";
import { createExecutionApp } from "#src/execution/execution-app.ts";
import type { LookAgainPorts } from "#src/execution/look-again.ts";
import { retryDelay } from "#src/execution/retry.ts";
import { TooEarlyError } from "#src/errors.ts";
import { readTask } from "#src/execution/task.ts";
import type { Postpone } from "#src/execution/postpone.ts";
import { whileFresh } from "#src/while-fresh.ts";

interface Log {
  error(message: string, details: { error: Error; group: string; message_id: string }): void;
}

type Ports = ExecutionPorts & LookAgainPorts & { postpone: Postpone };

interface Parts {
  ports: () => Ports | Promise<Ports>;
  log: Log;
}

/**
 * Works the queue of tasks, and once a day looks again at what is open on GitHub. Groups do not wait for each other. Within a group, the messages behind a failed one wait for
 * it. A failed message returns when its error says so, and ends in the dead-letter queue after the last try.
 */
export const createHandler = ({ ports, log }: Parts) =>
  middy<SQSEvent | ScheduledEvent, SQSBatchResponse>().handler(async (event) => {
    const opened = await ports();
    if (!("Records" in event)) return lookAgainAtAll(opened);
    const { Records } = event;
    const failed = await Promise.all(
      [...Map.groupBy(Records, groupIn).values()].map((records) => inOrder(opened, log, records)),
    );
    return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });

/** What the daily schedule starts. */
async function lookAgainAtAll(ports: Ports): Promise<SQSBatchResponse> {
  const { lookAgain } = await import("#src/execution/look-again.ts");
  await lookAgain(ports);
  return { batchItemFailures: [] };
}

const groupIn = ({ attributes }: SQSRecord): string => attributes.MessageGroupId ?? "";

/** The messages of one group that were not carried out. */
async function inOrder(ports: Ports, log: Log, records: SQSRecord[]): Promise<SQSRecord[]> {
  for (const [at, record] of records.entries()) {
    const error = await attempt(ports, log, record);
    if (!error) continue;
    const rest = records.slice(at);
    const kept = await Promise.all(rest.map((failed) => comeBack(ports, failed, error)));
    // Another worker has the message now. Once that one is done, no message will return to what this one has begun.
    if (kept[0] === false) await attempt(ports, log, record);
    return rest;
  }
  return [];
}

/** Why a message was not carried out; null when it was. */
async function attempt(ports: Ports, log: Log, record: SQSRecord): Promise<Error | null> {
  try {
    await carryOut(ports, readTask(record.body));
    return null;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error("Not an error", { cause: thrown });
    if (error instanceof TooEarlyError) return error;
    log.error("A task was not carried out", { error, group: groupIn(record), message_id: record.messageId });
    return error;
  }
}

/** Whether the message is still this worker's. When SQS cannot be told, it comes back with its visibility timeout. */
async function comeBack(
  ports: Ports,
  { receiptHandle, attributes }: SQSRecord,
  error: Error,
): Promise<boolean> {
  const seconds = retryDelay(error, Number(attributes.ApproximateReceiveCount));
  return ports.postpone(receiptHandle, seconds).catch((error: unknown) => {
    ports.warn("A message could not be postponed", { error });
    return true;
  });
}

const currentPorts = whileFresh(async () =>
  createExecutionApp(await readConfigWithSecrets(["DISCORD_APPLICATION_ID", "QUEUE_URL"], secretsBelow)),
);

/** Loaded where there are parameters: a local system has none. */
async function secretsBelow(path: string): Promise<Record<string, string>> {
  const { readSecrets } = await import("#src/secrets.ts");
  return readSecrets(path);
}

export const handler = createHandler({
  ports: currentPorts,
  log: new Logger({ serviceName: "ux-agent" }),
});
