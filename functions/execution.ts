import { unmarshall } from "@aws-sdk/util-dynamodb";
import { Logger } from "@aws-lambda-powertools/logger";
// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { readConfigWithSecrets } from "#src/config.ts";
import { type Change, carryOut } from "#src/execution/carry-out.ts";
import { type ExecutionApp, createExecutionApp } from "#src/execution/execution-app.ts";
import { readSecrets } from "#src/secrets.ts";
import { refreshCatalogue } from "#src/sites/refresh-catalogue.ts";

interface Log {
  error(message: string, details: { error: Error; conversation_id: string; event_id: string }): void;
}

/**
 * The table's stream: carries out what was written. Conversations do not wait for each other; within one, what comes
 * after a failed record waits for it. Failed records are reported one by one, so that Lambda brings only those again.
 */
export const createHandler = ({ app, log }: { app: () => ExecutionApp | Promise<ExecutionApp>; log: Log }) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
    const opened = await app();
    const failed = await Promise.all(
      [...Map.groupBy(Records, keyOf).values()].map((records) => inOrder(opened, log, records)),
    );
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  });

const keyOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.["pk"]?.S ?? "";

/** The sequence numbers of the records that were not carried out. */
async function inOrder(app: ExecutionApp, log: Log, records: DynamoDBRecord[]): Promise<string[]> {
  for (const [at, record] of records.entries()) {
    const done = await isDone(app, log, record);
    if (!done) return records.slice(at).map(({ dynamodb }) => dynamodb?.SequenceNumber ?? "");
  }
  return [];
}

async function isDone(app: ExecutionApp, log: Log, record: DynamoDBRecord): Promise<boolean> {
  try {
    const item = itemIn(record);
    const wanted = app.sites.wantedIn(item);
    if (wanted) await refreshCatalogue(app, wanted);
    const change = changeOf(app, record, item);
    if (change) await carryOut(app, change);
    return true;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error("Not an error", { cause: thrown });
    log.error("A change was not carried out", {
      error,
      conversation_id: keyOf(record).replace("conversation#", ""),
      event_id: record.eventID ?? "",
    });
    return false;
  }
}

/** The item that a stream record is about: as it is now, or as it was before it was removed. */
function itemIn({ eventName, dynamodb }: DynamoDBRecord): Record<string, unknown> {
  const image = (eventName === "REMOVE" ? dynamodb?.OldImage : dynamodb?.NewImage) ?? {};
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Lambda's and the SDK's names for the same shape
  return unmarshall(image as Parameters<typeof unmarshall>[0]);
}

/** What a stream record says of a conversation; null when it is about something else. */
function changeOf(
  app: ExecutionApp,
  { eventName, dynamodb, userIdentity }: DynamoDBRecord,
  item: Record<string, unknown>,
): Change | null {
  const stored = app.conversations.parse(item);
  if (!stored || !("conversation" in stored)) return null;
  const at = new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);
  const { conversation } = stored;
  if (eventName !== "REMOVE") return { kind: "written", conversation, at };
  return {
    kind: "removed",
    conversation,
    at,
    by: userIdentity?.principalId === EXPIRY ? "expiry" : "person",
  };
}

/** How DynamoDB signs the removals of its own time to live. */
const EXPIRY = "dynamodb.amazonaws.com";

/** How long what was made with the secrets is used, in milliseconds: a rotated one counts without a deployment. */
const SECRETS_FRESH = 15 * 60 * 1000;

let made: { app: ExecutionApp; until: number } | undefined;

async function currentApp(): Promise<ExecutionApp> {
  if (made && Date.now() < made.until) return made.app;
  const app = createExecutionApp(await readConfigWithSecrets(["DISCORD_APPLICATION_ID"], readSecrets));
  made = { app, until: Date.now() + SECRETS_FRESH };
  return app;
}

export const handler = createHandler({
  app: currentApp,
  log: new Logger({ serviceName: "ux-agent" }),
});
