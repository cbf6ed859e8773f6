import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { Item } from "#src/admin/transfer/transferable.ts";
import { UserError } from "#src/errors.ts";
import { jsonIn } from "#src/json-in.ts";

/** An item, where the next page begins, or the end with the number of items before it: as AWS exports tables, a line each. */
type Line = { Item: Item } | { Next: Item } | { End: { items: number } };

const SCALAR = z.union([
  z.strictObject({ S: z.string() }),
  z.strictObject({ N: z.string().regex(/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/) }),
  z.strictObject({ BOOL: z.boolean() }),
  z.strictObject({ NULL: z.literal(true) }),
  z.strictObject({ SS: z.array(z.string()).min(1) }),
]);
const value: z.ZodType = z.union([
  SCALAR,
  z.strictObject({ L: z.array(z.lazy(() => value)) }),
  z.strictObject({
    M: z.record(
      z.string(),
      z.lazy(() => value),
    ),
  }),
]);
const item = z.record(z.string(), value);
const anyLine = z.union([
  z.strictObject({ Item: item }),
  z.strictObject({ Next: item }),
  z.strictObject({ End: z.strictObject({ items: z.int() }) }),
]);

/**
 * The lines of an export, one after the other, each with where it ends in the file, in bytes. A last line that was not
 * written to its end is left out.
 * @throws UserError when a line is none of an export
 */
export async function* readTransfer(
  path: string,
): AsyncGenerator<{ line: Line; number: number; end: number }> {
  const { size } = await stat(path);
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let [number, end] = [0, 0];
  for await (const text of lines) {
    number += 1;
    end += Buffer.byteLength(text) + 1;
    if (end <= size) yield { line: parsed(text, `Line ${number} of ${path}`), number, end };
  }
}

function parsed(text: string, where: string): Line {
  const line = anyLine.safeParse(jsonIn(text));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema is that of DynamoDB's own values
  if (line.success) return line.data as Line;
  throw new UserError(`${where} is not one of an export: make it anew with \`npm run admin -- export\`.`);
}
