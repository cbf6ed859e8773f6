import input from "@inquirer/input";
import password from "@inquirer/password";
import { UserError } from "#src/errors.ts";
import type { Asking } from "./live-settings.ts";

/** Asks at the terminal; null where there is none. */
export function askAtTerminal(): Asking | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return {
    text: (message, suggestion = "") => answered(input({ message, default: suggestion })),
    secret: (message) => answered(password({ message, mask: true })),
  };
}

/** Ctrl-C is an answer, too. */
const answered = (prompt: Promise<string>): Promise<string> =>
  prompt.catch((cause: unknown) => {
    throw new UserError("Nothing was started.", { cause });
  });
