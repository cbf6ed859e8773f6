import type { BatchGetItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { batchGet } from "#src/conversations/batch-get.ts";
import { TransientError } from "#src/errors.ts";

const keys = ["1", "2", "3", "4"].map((id) => ({ pk: { S: id } }));

/** A table that answers at most so many keys of each request, only as they are now, and what it was asked. */
function tableAnswering(most: number) {
  const asked: number[] = [];
  const send = async ({ input }: BatchGetItemCommand) => {
    const { Keys = [], ConsistentRead } = input.RequestItems?.["t"] ?? {};
    if (!ConsistentRead) throw new Error("What was there a moment ago is not asked for");
    asked.push(Keys.length);
    const left = Keys.slice(most);
    return {
      Responses: { t: Keys.slice(0, most) },
      UnprocessedKeys: left.length > 0 ? { t: { Keys: left } } : {},
    };
  };
  return { asked, client: { send } as unknown as DynamoDBClient };
}

test("what DynamoDB leaves out is asked for again, after a little longer each time", async () => {
  const { asked, client } = tableAnswering(2);
  const waits: number[] = [];
  const items = await batchGet({ client, table: "t", wait: async (time) => waits.push(time) }, [
    ...keys,
    ...keys,
  ]);
  expect(items).toEqual([...keys, ...keys]);
  expect(asked).toEqual([8, 6, 4, 2]);
  expect(waits).toEqual([25, 50, 100]);
});

test("a table that stays too busy is an outage, not an endless wait", async () => {
  const { asked, client } = tableAnswering(0);
  await expect(batchGet({ client, table: "t", wait: async () => {} }, keys)).rejects.toThrow(TransientError);
  expect(asked).toHaveLength(5);
});

test("no keys, no request", async () => {
  const { asked, client } = tableAnswering(2);
  expect(await batchGet({ client, table: "t" }, [])).toEqual([]);
  expect(asked).toEqual([]);
});
