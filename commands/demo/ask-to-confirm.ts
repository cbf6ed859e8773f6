import { createInterface } from "node:readline/promises";
import { UserError } from "#src/errors.ts";

interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean };
}

/**
 * Asks a person at a terminal; Enter alone confirms. Without a terminal nothing is confirmed: a script has to say so.
 * @throws UserError when there is no terminal, or the person leaves without an answer (Ctrl-C, Ctrl-D)
 */
export async function askToConfirm({ input, output }: Terminal): Promise<boolean> {
  if (!input.isTTY || !output.isTTY)
    throw new UserError(
      "\nThere is no terminal to ask in, so nothing is pressed: add --yes to confirm or --cancel to cancel.",
    );
  const terminal = createInterface({ input, output, terminal: true });
  try {
    return !/^n/i.test((await terminal.question("\nConfirm? [Y/n] ")).trim());
  } catch (cause) {
    throw new UserError("\nNothing was pressed, so nothing is published; the preview expires by itself.", {
      cause,
    });
  } finally {
    terminal.close();
  }
}
