import input from "@inquirer/input";
import password from "@inquirer/password";
import { UserError } from "#src/errors.ts";
import type { Asking } from "./live-settings.ts";

/**
 * Asks at the terminal; null where there is none.
 * @param ended what is told to a person who ends it by Ctrl-C
 */
export function askAtTerminal(ended = "Nothing was started."): Asking | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return {
    text: (message, suggestion = "", problemOf = () => null) =>
      answered(
        input({ message, default: suggestion, validate: (answer) => problemOf(answer) ?? true }),
        ended,
      ),
    secret: (message) => answered(password({ message, mask: true }), ended),
  };
}

/** Ctrl-C is an answer, too. */
const answered = (prompt: Promise<string>, ended: string): Promise<string> =>
  prompt.catch((cause: unknown) => {
    throw new UserError(ended, { cause });
  });
