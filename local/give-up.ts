import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { logFile } from "./state-folder.ts";

interface Options {
  folder: string;
  tell: (sentence: string) => void;
}

/** Appends an event that could not be handled to a file, one a line, as a deployment's dead-letter queues keep them. */
export async function giveUp({ folder, tell }: Options, count: number, letter: string): Promise<void> {
  const file = join(folder, "dead-letters.jsonl");
  tell(`${count} event(s) could not be handled; see ${file} and ${logFile(folder)}.`);
  await appendFile(file, `${letter}\n`);
}
