import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";

/**
 * The functions whose packaged code is not the one that runs.
 * @param folder where `serverless package` has put the bundles
 */
export async function codeChanges(
  folder: string,
  running: Record<string, FunctionConfiguration | null>,
): Promise<string[]> {
  const changed = await Promise.all(
    Object.entries(running).map(async ([name, configuration]) => {
      const bundle = await readFile(join(folder, `${name}.zip`)).catch(() => null);
      if (!bundle || !configuration) return [];
      const digest = createHash("sha256").update(bundle).digest("base64");
      return digest === configuration.CodeSha256 ? [] : [name];
    }),
  );
  return changed.flat();
}
