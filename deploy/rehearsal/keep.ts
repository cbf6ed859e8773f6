import assert from "node:assert/strict";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type Emulator, accessTo } from "./emulator.ts";
import { takeInventory } from "./inventory.ts";
import type { Outside } from "./outside.ts";
import { run } from "./run.ts";
import type { Stage } from "./stage.ts";

interface World {
  prod: Stage;
  emulator: Emulator;
  outside: Outside;
  env: Record<string, string>;
}

const KEPT = { pk: { S: "kept" }, sk: { S: "kept" } };

/** Deploys `prod` as the guide says, removes it, and deploys it again with the table that is kept. */
export async function keep(world: World): Promise<string> {
  const { prod, emulator } = world;
  const first = await deployProd(world);
  assert.match(first, /\+ ConversationsTable/, "the preview shows no table");
  const { TableName = "" } = await prod.outputs();
  const table = new DynamoDBClient(accessTo(emulator));
  await table.send(new PutItemCommand({ TableName, Item: KEPT }));
  await prod.serverless("remove");
  const left = Object.entries(await takeInventory(emulator)).flatMap(([, names]) => names);
  assert.deepEqual(left, [TableName], "beside the table something is left behind, or the table is not");
  await assert.rejects(deployProd(world), /is there already, from an earlier deployment/);
  const second = await deployProd(world, "--import-table");
  assert.match(second, /The stack has the table .* now, with what it holds/);
  const { Item } = await table.send(new GetItemCommand({ TableName, Key: KEPT }));
  assert.deepEqual(Item, KEPT, "the table does not hold what it held");
  const { InteractionsEndpointUrl } = await prod.outputs();
  assert(InteractionsEndpointUrl, "the stack was not completed behind the table");
  return "prod deployed, removed and deployed again with the table that was kept, and what it held";
}

const deployProd = ({ emulator, outside, env }: World, ...options: string[]): Promise<string> =>
  run(process.execPath, ["commands/deploy.ts", "--stage", "prod", "--yes", ...options], {
    env: { ...env, ...outside.env, ...emulator.env },
    timeoutMs: 400_000,
  });
