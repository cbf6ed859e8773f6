import { rm } from "node:fs/promises";

/** Removes a folder in which a program that a test has ended may still be writing. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10 });
