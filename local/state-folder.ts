import { appendFile, mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "#src/errors.ts";
import { Keep } from "#stand-ins/processes/keep.ts";

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

/** What a local system keeps from one run to the next. */
export interface State {
  /** The file of the embedded engine: the table and its stream. */
  tableFile: string;
  /** Everything else: the messages of the channel, the queue, the position in the stream. */
  keep: Keep;
}

/** Opens what the last run kept. It holds reply tokens, so it is readable by this user only. */
export async function openState(folder: string, { fresh }: { fresh: boolean }): Promise<State> {
  const state = join(folder, "state");
  const forgotten = fresh ? [state, join(folder, "dead-letters.jsonl")] : [];
  await Promise.all(forgotten.map((path) => rm(path, { recursive: true, force: true })));
  await mkdir(state, { recursive: true, mode: 0o700 });
  return { tableFile: join(state, "table.db"), keep: new Keep(join(state, "local.db")) };
}
