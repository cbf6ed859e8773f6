import { createInterface } from "node:readline/promises";
import { UserError } from "#src/errors.ts";

interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks a person at a terminal; Enter alone confirms.
 * @throws UserError when they leave without an answer (Ctrl-C, Ctrl-D)
 */
export async function askToConfirm({ input, output }: Terminal): Promise<boolean> {
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
