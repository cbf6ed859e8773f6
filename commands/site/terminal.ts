import { stat } from "node:fs/promises";
import { styleText } from "node:util";

/** Where a site describes itself, unless it says otherwise. */
export const DEFINITION = "ux-agent.json";

export function fail(message: string): void {
  console.error(styleText("red", "✖"), message);
  process.exitCode = 1;
}

export function failAll(path: string, problems: string[]): void {
  for (const problem of problems) fail(problem);
  console.error(
    `${path}: ${problems.length === 1 ? "one problem" : `${problems.length} problems`} to correct.`,
  );
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
