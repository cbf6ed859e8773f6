import { refuseWrong } from "#src/admin/transfer/export-items.ts";
import { type Imported, importItem } from "#src/admin/transfer/import-item.ts";
import { type Item, isRule } from "#src/admin/transfer/transferable.ts";
import { UserError } from "#src/errors.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { readTransfer } from "./transfer-file.ts";

/** How many writes go on at once. */
const AT_ONCE = 20;

/**
 * Puts what an export holds into a table, unless that has something newer. Stopped, it can be called again: what is there
 * already stays. Who may do what comes first, since a request that waits for work is worked on as soon as it is there.
 */
export async function importTable(path: string, choice: Choice): Promise<void> {
  await checkAll(path);
  await withTable(choice, async ({ client }, place, table) => {
    const counts: Record<Imported, number> = { stored: 0, there: 0, kept: 0 };
    const put = async (items: Item[]) => {
      for (const one of await Promise.all(items.map((item) => importItem({ client, table }, item))))
        counts[one] += 1;
    };
    for (const rules of [true, false])
      for await (const items of inParts(path, (item) => isRule(item) === rules)) await put(items);
    console.log(
      `Stored ${counts.stored} of ${sum(counts)} items in ${place}; ${counts.there} were there already.`,
    );
    if (counts.kept > 0)
      console.log(`${counts.kept} were left as the table has them: newer, or not known to be older.`);
  });
}

/** Nothing is written before every line is known to be right. */
async function checkAll(path: string): Promise<void> {
  let [items, end]: [number, number | null] = [0, null];
  for await (const { line, number } of readTransfer(path)) {
    if (end !== null) throw new UserError(`Line ${number} of ${path} comes after the end of the export.`);
    if ("Item" in line) refuseWrong(line.Item, `Line ${number} of ${path}: `);
    if ("Item" in line) items += 1;
    if ("End" in line) end = line.End.items;
  }
  if (end === null)
    throw new UserError(
      `${path} is not whole: run \`npm run admin -- export\` with the same file again, which goes on.`,
    );
  if (end !== items)
    throw new UserError(`${path} has ${items} items and says that there are ${end}: make it anew.`);
}

async function* inParts(path: string, isWanted: (item: Item) => boolean): AsyncGenerator<Item[]> {
  let part: Item[] = [];
  for await (const { line } of readTransfer(path)) {
    if (!("Item" in line) || !isWanted(line.Item)) continue;
    part.push(line.Item);
    if (part.length < AT_ONCE) continue;
    yield part;
    part = [];
  }
  yield part;
}

const sum = (counts: Record<Imported, number>): number => counts.stored + counts.there + counts.kept;
