import { UserError } from "#src/errors.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { columns, moment } from "./plain-text.ts";

interface Named extends Choice {
  guild: string;
  user: string;
}

const ID = /^\d{1,20}$/;

function checkIds(ids: Record<string, string>): void {
  for (const [option, id] of Object.entries(ids))
    if (!ID.test(id)) throw new UserError(`${option} must be an id of Discord's: 1 to 20 digits.`);
}

/** Blocks a person in a server. */
export async function blockPerson({ guild, user, ...choice }: Named): Promise<void> {
  checkIds({ "--guild": guild, "--user": user });
  await withTable(choice, async ({ blockedPeople, now }, place) => {
    await blockedPeople.block(guild, { user_id: user, at: now().toISOString(), by: "operator" });
    console.log(`User ${user} is blocked in server ${guild}: nothing more of theirs is published.`);
    console.log(`Stored in ${place}. Within a minute every step is refused.`);
  });
}

/** Lets a person ask, confirm and approve in a server again. */
export async function unblockPerson({ guild, user, ...choice }: Named): Promise<void> {
  checkIds({ "--guild": guild, "--user": user });
  await withTable(choice, async ({ blockedPeople }, place) => {
    if (!(await blockedPeople.unblock(guild, user)))
      throw new UserError(`User ${user} is not blocked in server ${guild}. Looked in ${place}.`);
    console.log(`User ${user} is no longer blocked in server ${guild}. It counts within a minute.`);
  });
}

/** Prints who is blocked in a server. */
export async function listBlocked({ guild, ...choice }: Choice & { guild: string }): Promise<void> {
  checkIds({ "--guild": guild });
  await withTable(choice, async ({ blockedPeople }) => {
    const blocks = await blockedPeople.list(guild);
    const rows = blocks.map(({ user_id, at, by }) => [user_id, moment(at), by]);
    console.log(
      rows.length > 0
        ? columns([["PERSON", "SINCE", "BY"], ...rows])
        : `No one is blocked in server ${guild}.`,
    );
  });
}
