import { styleText } from "node:util";
import type { Command } from "commander";
import { UserError } from "#src/errors.ts";

/**
 * Runs a command to its end. An error that a person can fix is printed as one sentence. A closed pipe (`| head`) is not a
 * failure.
 * @param failed the exit code of a command that fails
 */
export async function runProgram(program: Command, failed = 1): Promise<void> {
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === "EPIPE" ? 0 : failed),
  );
  try {
    await program.parseAsync();
  } catch (error) {
    console.error(isFixable(error) ? styleText("red", error.message, { stream: process.stderr }) : error);
    process.exitCode = failed;
  }
}

/** A person can also fix what the operating system refuses: a file, a folder, a port. */
const isFixable = (error: unknown): error is Error =>
  error instanceof UserError || (error instanceof Error && "syscall" in error);
