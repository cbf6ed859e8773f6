import { askAtTerminal } from "#local/live/ask-at-terminal.ts";
import { UserError } from "#src/errors.ts";

/** Whether the person at the terminal says yes. */
export async function agreed(question: string): Promise<boolean> {
  const ask = askAtTerminal("Nothing was changed.");
  if (!ask) throw new UserError("There is no terminal to ask in: read the above, then add --yes.");
  return /^y(es)?$/i.test((await ask.text(`${question} (y/N)`)).trim());
}
