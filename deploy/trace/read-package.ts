import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { UserError } from "#src/errors.ts";

/** The source maps of a package, each as JSON, by the name of the file that it belongs to: `interactions.app-3LXMNR5E.mjs`. */
export type SourceMaps = Map<string, string>;

/** @throws UserError when the folder holds no packaged function */
export async function readPackage(folder: string): Promise<SourceMaps> {
  const files = await readdir(folder).catch(() => []);
  const maps: SourceMaps = new Map();
  for (const archive of files.filter((file) => file.endsWith(".zip"))) {
    const inside = unzipSync(await readFile(join(folder, archive)), {
      filter: ({ name }) => name.endsWith(".map"),
    });
    for (const [path, bytes] of Object.entries(inside))
      maps.set(basename(path, ".map"), new TextDecoder().decode(bytes));
  }
  if (maps.size === 0)
    throw new UserError(
      `${folder} holds no packaged function. Check out the commit that was deployed, run \`npx serverless package --stage <stage>\`, and try again.`,
    );
  return maps;
}
