import { createInterface } from "node:readline/promises";
import { readParameters, userParameters } from "#src/admin/parameters.ts";
import type { App } from "#src/app.ts";
import { UserError } from "#src/errors.ts";
import { checked } from "./checked.ts";
import { type Choice, withTable } from "./choose-table.ts";

/** Deletes all of a user's conversations and records, after asking for confirmation. */
export async function erase(options: Choice & { user: string; yes?: true }): Promise<void> {
  const { userId } = checked(readParameters(userParameters, { userId: options.user }));
  await withTable(options, async (app, place) => {
    const question = `Erase everything that is kept of user ${userId} in ${place}, for good? [y/N] `;
    if (!options.yes && !(await agreed(question))) throw new UserError("Nothing was erased.");
    const erased = await eraseAll(app, userId);
    const what = `${erased} conversation${erased === 1 ? "" : "s"}`;
    console.log(
      `Erased ${what} of user ${userId} from ${place}. Messages in Discord, branches and pull requests stay.`,
    );
  });
}

/** Repeats what is limited for one call, and says how far it is. */
async function eraseAll(
  { userConversations }: Pick<App, "userConversations">,
  userId: string,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const part = await userConversations.erase(userId);
    erased += part.erased;
    if (part.complete) return erased;
    console.error(`Erased ${erased} so far…`);
  }
}

/** Asks for confirmation. Without a terminal there is no one to ask, and the answer is no. */
async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UserError("Nothing was erased: there is no terminal to ask at, so say --yes.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
