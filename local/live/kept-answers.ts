import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";

type Answers = Record<string, string | undefined>;

const fileIn = (folder: string): string => join(folder, "live.env");

/** What was answered before; nothing where there is no file yet. */
export const readAnswers = (folder: string): Promise<Answers> =>
  readFile(fileIn(folder), "utf8").then(
    (text): Answers => parseEnv(text),
    () => ({}),
  );

/** Keeps answers for the next start, for this user only: secrets are among them. */
export async function keepAnswers(folder: string, answers: Answers): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = Object.entries(answers)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  await writeFile(fileIn(folder), lines.join(""), { mode: 0o600 });
  await chmod(fileIn(folder), 0o600);
}
