import { styleText } from "node:util";
import type { Command } from "commander";
import { UserError } from "#src/errors.ts";

/**
 * Runs a command to its end. What a person can mend is told in a sentence; a reader that has seen enough (`| head`) is no
 * failure.
 * @param failed the exit code when it cannot be done
 */
export async function runProgram(program: Command, failed = 1): Promise<void> {
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === "EPIPE" ? 0 : failed),
  );
  try {
    await program.parseAsync();
  } catch (error) {
    console.error(isMendable(error) ? styleText("red", error.message, { stream: process.stderr }) : error);
    process.exitCode = failed;
  }
}

/** What the operating system refuses (a file, a folder, a port) is a person's to mend as well. */
const isMendable = (error: unknown): error is Error =>
  error instanceof UserError || (error instanceof Error && "syscall" in error);
