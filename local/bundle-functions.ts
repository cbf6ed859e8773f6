import { copyFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { bundling, excluded } from "#deploy/esbuild.ts";
import { UserError } from "#src/errors.ts";
import { readServiceFunctions, type ServiceFunction } from "#stand-ins/aws/service-functions.ts";

type Bundled = ServiceFunction & { bundle: string };

/**
 * Bundles the functions of `serverless.yml` as they are deployed, but with their maps, so that a log names lines of the
 * source.
 * @param folder where the bundles go; relative to the project, which is the working directory
 * @throws UserError when they cannot be built, with esbuild's words
 */
export async function bundleFunctions(folder: string): Promise<Bundled[]> {
  const functions = await readServiceFunctions();
  return Promise.all(functions.map((each) => bundle(each, join(folder, each.name))));
}

async function bundle(each: ServiceFunction, folder: string): Promise<Bundled> {
  await build({
    ...bundling,
    entryPoints: [`${each.module}.ts`],
    external: excluded,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    sourcemap: "linked",
    logLevel: "silent",
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`The functions cannot be built. ${why}`, { cause });
  });
  // Git is started by this file, which no import leads to; a deployment never runs git.
  await copyFile("src/publishing/git/program-starter.ts", join(folder, "program-starter.ts"));
  return { ...each, bundle: resolve(join(folder, `${basename(each.module)}.mjs`)) };
}
