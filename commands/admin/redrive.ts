import { redrive } from "#src/admin/redrive.ts";
import { type Choice, withTable } from "./choose-table.ts";

/** Makes `execution` try again what it gave up. It does so after this command has ended. */
export async function redriveAll(choice: Choice): Promise<void> {
  await withTable(choice, async ({ client, now }, place, table) => {
    const { stuck, seen, complete } = await redrive({ client, table, now });
    for (const { conversation_id, status } of stuck) console.log(`${conversation_id}  ${status}`);
    const where = complete ? place : `the first ${seen} items of ${place}`;
    console.log(
      `${stuck.length} conversation${stuck.length === 1 ? "" : "s"} of ${where} will be tried again.`,
    );
  });
}
