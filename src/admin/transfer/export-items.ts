import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { UserError } from "#src/errors.ts";
import { type Item, problemWithItem, withoutSecrets } from "./transferable.ts";

/** One page of a table, and where the next one begins; undefined after the last. */
export interface Page {
  items: Item[];
  next: Item | undefined;
}

/**
 * Everything in a table that may leave it, page by page, each read consistently. What is written meanwhile may be missing.
 * @param from where an earlier export ended
 * @throws UserError at an item that this release could not give back whole
 */
export async function* exportItems(
  { client, table }: { client: Pick<DynamoDBClient, "send">; table: string },
  from?: Item,
): AsyncGenerator<Page> {
  let next = from;
  do {
    const start = next ? { ExclusiveStartKey: next } : {};
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...start }),
    );
    const items = Items.map(withoutSecrets).filter((item) => item !== null);
    for (const item of items) refuseWrong(item);
    next = LastEvaluatedKey;
    yield { items, next };
  } while (next);
}

/** @throws UserError that names the item */
export function refuseWrong(item: Item, where = ""): void {
  const problem = problemWithItem(item);
  if (problem === null) return;
  const { pk, sk } = item;
  throw new UserError(
    `${where}The item ${pk?.S ?? "?"} / ${sk?.S ?? "?"} ${problem}. Nothing more was done.`,
  );
}
