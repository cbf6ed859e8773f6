import { appendFile, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "#src/errors.ts";

/** The file with the output of the functions. */
export const logFile = (folder: string): string => join(folder, "functions.log");

/**
 * Creates the folder of a local system and checks that it is writable.
 * @throws UserError when it cannot
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await appendFile(logFile(folder), "");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`ux-agent has to write to ${resolve(folder)}, which does not work: ${why}`, {
      cause,
    });
  }
}
