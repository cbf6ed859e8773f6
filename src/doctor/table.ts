import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { attributeType, table as schema } from "#entities/table.ts";
import { findStuck, type Found } from "#src/admin/stuck-conversations.ts";
import { type Check, ok, once, problem, skipped, type Verdict } from "./check.ts";

export interface TablePlace {
  client: Pick<DynamoDBClient, "send">;
  name: string;
  /** What to do when there is no table, and about one that differs where no command of AWS can mend it. */
  remake: string;
  /** Whether the AWS command line can mend it; an embedded engine is started anew. */
  inAws: boolean;
}

type Index = typeof schema.userIndex | typeof schema.guildIndex;

/** What does not work without each. */
const uses = {
  "user-index": "no list of requests works",
  "guild-index": "no list of a server's open requests works",
};

/** Whether the table is as `serverless.yml` makes it: its keys, index, stream and time to live. */
export function tableChecks(place: TablePlace): Check[] {
  const description = once(() => describeTable(place.client, place.name));
  const check = (name: string, look: (table: TableDescription) => Verdict | Promise<Verdict>): Check => ({
    name,
    look: async () => {
      const table = await description();
      return table ? look(table) : skipped("There is no table to look at.");
    },
  });
  return [
    { name: "table", look: async () => tableVerdict(place, await description()) },
    check("keys", (table) => keysVerdict(place, table)),
    ...[schema.userIndex, schema.guildIndex].map((index) =>
      check(`index ${index.name}`, (table) => indexVerdict(place, index, table)),
    ),
    check("stream", (table) => streamVerdict(place, table)),
    check("time to live", () => timeToLiveVerdict(place)),
    ...(place.inAws ? [check("recovery", () => recoveryVerdict(place))] : []),
  ];
}

/** What DynamoDB says of a table; null when there is none. */
export async function describeTable(
  client: TablePlace["client"],
  name: string,
): Promise<TableDescription | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return null;
    throw error;
  }
}

function tableVerdict({ name, remake }: TablePlace, table: TableDescription | null): Verdict {
  if (!table) return problem(`There is no table ${name}.`, remake);
  return table.TableStatus === "ACTIVE" || table.TableStatus === "UPDATING"
    ? ok(`${name} is ${table.TableStatus.toLowerCase()}.`)
    : problem(`${name} is ${table.TableStatus}.`, "Wait until it is active.");
}

const written = (keys: KeySchemaElement[] = []): string =>
  keys.map(({ AttributeName, KeyType }) => `${AttributeName} (${KeyType})`).join(", ");
const wanted = (partition: string, sort: string): string => `${partition} (HASH), ${sort} (RANGE)`;

function keysVerdict({ name, inAws, remake }: TablePlace, table: TableDescription): Verdict {
  const keys = written(table.KeySchema);
  if (keys === wanted(schema.partitionKey, schema.sortKey)) return ok(`${keys}.`);
  const move = "A table's keys cannot be changed: deploy to a new table (docs/operations.md, “Moving”).";
  return problem(`${name} has the keys ${keys}, not those of ux-agent.`, inAws ? move : remake);
}

function indexVerdict(
  { name, inAws, remake }: TablePlace,
  wantedIndex: Index,
  { GlobalSecondaryIndexes = [] }: TableDescription,
): Verdict {
  const index = GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === wantedIndex.name);
  const make = inAws ? `aws dynamodb update-table ${makeIndex(name, wantedIndex)}` : remake;
  if (!index) return problem(`${name} has no index ${wantedIndex.name}: ${uses[wantedIndex.name]}.`, make);
  const keys = written(index.KeySchema);
  const projection = index.Projection?.ProjectionType;
  if (keys !== wanted(wantedIndex.partitionKey, wantedIndex.sortKey) || projection !== wantedIndex.projection)
    return problem(
      `The index has ${keys} with ${projection}.`,
      inAws ? `Delete the index ${wantedIndex.name}, then: ${make}` : remake,
    );
  if (index.IndexStatus && index.IndexStatus !== "ACTIVE")
    return problem(`The index is ${index.IndexStatus}.`, "Wait until it is active.");
  return ok(`${keys}, ${projection}.`);
}

const makeIndex = (table: string, { name, partitionKey, sortKey, projection }: Index): string =>
  `--table-name ${table} --attribute-definitions AttributeName=${partitionKey},AttributeType=${attributeType(partitionKey)} ` +
  `AttributeName=${sortKey},AttributeType=${attributeType(sortKey)} --global-secondary-index-updates ` +
  `'[{"Create":{"IndexName":"${name}","KeySchema":[{"AttributeName":"${partitionKey}","KeyType":"HASH"},` +
  `{"AttributeName":"${sortKey}","KeyType":"RANGE"}],"Projection":{"ProjectionType":"${projection}"}}}]'`;

function streamVerdict(
  { name, inAws, remake }: TablePlace,
  { StreamSpecification }: TableDescription,
): Verdict {
  const type = StreamSpecification?.StreamEnabled ? StreamSpecification.StreamViewType : undefined;
  if (type === schema.streamViewType) return ok(`${type}.`);
  return problem(
    type
      ? `The stream of ${name} shows ${type}, not ${schema.streamViewType}.`
      : `${name} has no stream, so no request is carried out.`,
    inAws
      ? `aws dynamodb update-table --table-name ${name} --stream-specification StreamEnabled=true,StreamViewType=${schema.streamViewType}` +
          ", then deploy again, since the stream is a new one."
      : remake,
  );
}

async function timeToLiveVerdict({ client, name, inAws, remake }: TablePlace): Promise<Verdict> {
  const { TimeToLiveDescription: now } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: name }),
  );
  const on = now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING";
  if (on && now.AttributeName === schema.ttlAttribute) return ok(`On, by ${schema.ttlAttribute}.`);
  const enable = `aws dynamodb update-time-to-live --table-name ${name} --time-to-live-specification "Enabled=true, AttributeName=${schema.ttlAttribute}"`;
  return problem(
    on
      ? `Items of ${name} expire by ${now.AttributeName}, not by ${schema.ttlAttribute}.`
      : `It is off for ${name}: expired conversations are refused, but never deleted or archived.`,
    inAws ? enable : remake,
  );
}

async function recoveryVerdict({ client, name }: TablePlace): Promise<Verdict> {
  const { ContinuousBackupsDescription: backups } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: name }),
  );
  const { PointInTimeRecoveryStatus: status, EarliestRestorableDateTime: from } =
    backups?.PointInTimeRecoveryDescription ?? {};
  if (status === "ENABLED") return ok(`To any second since ${from?.toISOString() ?? "it was switched on"}.`);
  return problem(
    `${name} cannot be restored to an earlier time: point-in-time recovery is off.`,
    `aws dynamodb update-continuous-backups --table-name ${name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
  );
}

/** The stream that the table has now; a table whose stream was switched off and on has another one than before. */
export async function latestStream(client: TablePlace["client"], name: string): Promise<string | undefined> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  return Table?.LatestStreamArn;
}

interface StuckOptions {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  now: () => Date;
  /** How `npm run admin --` is told which table is meant. */
  adminOptions: string;
}

/** How many stuck conversations are named. */
const NAMED = 5;

/** Whether a conversation has waited for `execution` longer than it should. */
export const stuckCheck = (options: StuckOptions): Check => ({
  name: "stuck conversations",
  look: async () => stuckVerdict(await findStuck(options), options),
});

function stuckVerdict({ stuck, seen, complete }: Found, { adminOptions }: StuckOptions): Verdict {
  const where = complete ? "the whole table" : `the first ${seen} items`;
  if (stuck.length === 0) return ok(`None in ${where}.`);
  const named = stuck.slice(0, NAMED).map(({ conversation_id, status }) => `${conversation_id} (${status})`);
  return problem(
    `${stuck.length} in ${where} for more than five minutes: ${named.join(", ")}${stuck.length > NAMED ? "…" : ""}.`,
    `The log of \`execution\` says why; mend that, then: npm run admin -- ${adminOptions}redrive`,
  );
}
