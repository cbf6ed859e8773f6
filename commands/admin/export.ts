import { type FileHandle, open } from "node:fs/promises";
import { type Page, exportItems } from "#src/admin/transfer/export-items.ts";
import type { Item } from "#src/admin/transfer/transferable.ts";
import { UserError } from "#src/errors.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { readTransfer } from "./transfer-file.ts";

/**
 * Writes everything that is kept into a file, but for what is secret. Where an earlier call was stopped, it goes on: after
 * each page the file says where the next one begins.
 */
export async function exportTable(path: string, choice: Choice): Promise<void> {
  const file = await open(path, "a+", 0o600);
  try {
    const begun = await goOn(file, path);
    await withTable(choice, async ({ client }, place, table) => {
      let { items } = begun;
      for await (const page of exportItems({ client, table }, begun.next)) {
        await file.appendFile(linesOf(page));
        items += page.items.length;
      }
      await file.appendFile(`${JSON.stringify({ End: { items } })}\n`);
      console.log(
        `Wrote ${items} item${items === 1 ? "" : "s"} of ${place} to ${path}. It holds what people asked for: keep it safe.`,
      );
    });
  } finally {
    await file.close();
  }
}

/** What an earlier call has written, without a page that it did not finish. */
async function goOn(file: FileHandle, path: string): Promise<{ items: number; next?: Item }> {
  const begun: { items: number; next?: Item; length: number } = { items: 0, length: 0 };
  let items = 0;
  for await (const { line, end } of readTransfer(path)) {
    if ("End" in line) throw new UserError(`${path} is a whole export already: name another file.`);
    if ("Item" in line) items += 1;
    else Object.assign(begun, { items, next: line.Next, length: end });
  }
  await file.truncate(begun.length);
  return begun;
}

function linesOf({ items, next }: Page): string {
  const lines = items.map((Item) => JSON.stringify({ Item }));
  if (next) lines.push(JSON.stringify({ Next: next }));
  return lines.map((line) => `${line}\n`).join("");
}
