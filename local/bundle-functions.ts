import { join, resolve } from "node:path";
import { build } from "esbuild";
import { bundling, excluded } from "#deploy/esbuild.ts";
import { UserError } from "#src/errors.ts";
import { readServiceFunctions, type ServiceFunction } from "#stand-ins/aws/service-functions.ts";

/**
 * Bundles the functions of `serverless.yml` as they are deployed.
 * @param folder where the bundles go; relative to the project, which is the working directory
 * @throws UserError when they cannot be built, with esbuild's words
 */
export async function bundleFunctions(folder: string): Promise<(ServiceFunction & { bundle: string })[]> {
  const functions = await readServiceFunctions();
  const entries = functions.map(({ name, module }) => ({ in: `${module}.ts`, out: name }));
  await build({
    ...bundling,
    entryPoints: entries,
    external: excluded,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "silent",
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`The functions cannot be built. ${why}`, { cause });
  });
  return functions.map((each) => ({ ...each, bundle: resolve(join(folder, `${each.name}.mjs`)) }));
}
