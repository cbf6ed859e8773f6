import { appendFile, readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { Written } from "#src/doctor/settings.ts";

export const stageFileName = (stage: string): string => `.env.${stage}`;

/** `.env.<stage>`, or else `.env`: the file that the framework takes, too. Null where there is neither. */
export async function readStageFile(stage: string, folder = "."): Promise<Written | null> {
  for (const name of [stageFileName(stage), ".env"]) {
    const text = await readFile(`${folder}/${name}`, "utf8").catch(unlessMissing);
    if (text !== null) return { name, values: valuesIn(text) };
  }
  return null;
}

/**
 * Adds settings to the file of a stage, or of all stages where that is the one in use.
 * @returns the file's name
 */
export async function addToStageFile(
  stage: string,
  settings: Record<string, string>,
  folder = ".",
): Promise<string> {
  const name = (await readStageFile(stage, folder))?.name ?? stageFileName(stage);
  const path = `${folder}/${name}`;
  const before = (await readFile(path, "utf8").catch(unlessMissing)) ?? "";
  const lines = Object.entries(settings).map(([setting, value]) => `${setting}=${value}\n`);
  // Of two lines with one name, the last counts.
  await appendFile(path, (before === "" || before.endsWith("\n") ? "" : "\n") + lines.join(""));
  return name;
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

const valuesIn = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? ""]));

/**
 * Lets the stage's file say what a shell has not said.
 * @param which names to take from the file; all without it
 */
export async function useStageFile(
  stage: string,
  which: (name: string) => boolean = () => true,
): Promise<void> {
  const file = await readStageFile(stage);
  for (const [name, value] of Object.entries(file?.values ?? {}))
    if (which(name)) process.env[name] ??= value;
}
