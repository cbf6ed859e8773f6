import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListEventSourceMappingsCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { type StackTemplate, runningTemplate } from "#deploy/stage/running-template.ts";
import { table as schema } from "#entities/table.ts";
import { stackOf } from "#src/doctor/deployment.ts";
import { UserError } from "#src/errors.ts";
import { carryOutChangeSet } from "./carry-out-change-set.ts";
import { type TableAsItIs, tableAsItIs } from "./table-as-it-is.ts";
import { TABLE, withTable, withoutTable } from "./table-in-template.ts";

interface Options {
  stage: string;
  tableName: string;
  clients: {
    cloudFormation: CloudFormationClient;
    dynamodb: Pick<DynamoDBClient, "send">;
    lambda: Pick<LambdaClient, "send">;
  };
  tell: (sentence: string) => void;
  /** Milliseconds between two questions to CloudFormation. */
  pause?: number;
}

/**
 * Makes the stack of a stage fit a table that it does not have: one that an earlier deployment left is taken in with what it
 * holds; one that was lost, and perhaps restored under its name, is given up first. Deploying makes the rest.
 * @throws UserError when there is nothing to do, or the table cannot be taken in
 */
export async function importTable(options: Options): Promise<void> {
  const { stage, tableName, clients, tell, pause } = options;
  const [table, template] = await Promise.all([
    tableAsItIs(clients.dynamodb, tableName),
    runningTemplate(clients.cloudFormation, stage),
  ]);
  if (table) checkKeys(tableName, table);
  const held = template?.Resources[TABLE];
  if (!held && !table)
    throw new UserError(`There is no table ${tableName} to take in: deploy without --import-table.`);
  const rest = template && held ? await giveUp(options, template, table) : template;
  if (!table)
    return tell(`The stack no longer counts on ${tableName}: deploying makes a new one, which is empty.`);
  await carryOutChangeSet(clients.cloudFormation, {
    stack: stackOf(stage),
    template: withTable(rest, table),
    pause,
    takeIn: { type: "AWS::DynamoDB::Table", name: TABLE, identifier: { TableName: tableName } },
  });
  tell(`The stack has the table ${tableName} now, with what it holds.`);
}

function checkKeys(tableName: string, { properties }: TableAsItIs): void {
  const wanted = [
    { AttributeName: schema.partitionKey, KeyType: "HASH" },
    { AttributeName: schema.sortKey, KeyType: "RANGE" },
  ];
  if (JSON.stringify(properties["KeySchema"]) !== JSON.stringify(wanted))
    throw new UserError(
      `${tableName} has other keys than those of ux-agent: see docs/operations.md, “Moving”.`,
    );
}

/** Lets the stack forget the table that it had, whatever is there under its name now. */
async function giveUp(
  { stage, tableName, clients, tell, pause }: Options,
  template: StackTemplate,
  table: TableAsItIs | null,
): Promise<StackTemplate> {
  if (template.Resources[TABLE]?.["DeletionPolicy"] !== "Retain")
    throw new UserError(
      `The table of ${stage} goes with its stack: remove the stage (npx serverless remove --stage ${stage}) and deploy it again.`,
    );
  const followed = await followedStream(clients.lambda, stage);
  if (table && followed === table.streamArn)
    throw new UserError(`The stack has the table ${tableName} already: deploy without --import-table.`);
  const arn = table?.arn ?? followed?.replace(/\/stream\/.*$/, "") ?? "";
  // The mapping keeps the stream that it had: another one would be looked for.
  const standIn = { name: tableName, arn, streamArn: followed ?? `${arn}/stream/none` };
  const rest = withoutTable(template, standIn);
  await carryOutChangeSet(clients.cloudFormation, { stack: stackOf(stage), template: rest, pause });
  tell(`The stack has given up the table ${tableName} that it had.`);
  return rest;
}

/** The stream that `dispatch` was connected to. */
async function followedStream(
  client: Pick<LambdaClient, "send">,
  stage: string,
): Promise<string | undefined> {
  const command = new ListEventSourceMappingsCommand({ FunctionName: `${stackOf(stage)}-dispatch` });
  const { EventSourceMappings = [] } = await client.send(command);
  return EventSourceMappings.find(({ EventSourceArn }) => EventSourceArn?.includes("/stream/"))
    ?.EventSourceArn;
}
