import { join } from "node:path";
import { type BuildOptions, type Metafile, build } from "esbuild";
import { bundling, excluded } from "#deploy/esbuild.ts";

/** A function bundled as it is deployed. */
export interface FunctionBundle {
  /** Where its code is. */
  file: string;
  bytes: number;
  /** Every file that left something in it, relative to the project, with how many bytes. */
  parts: Map<string, number>;
}

/**
 * Bundles `functions/<name>.ts` into a folder.
 * @param change of how it is bundled, to see what comes of it
 */
export async function buildFunction(
  name: string,
  folder: string,
  change: BuildOptions = {},
): Promise<FunctionBundle> {
  const { metafile } = await build({
    ...bundling,
    external: excluded,
    ...change,
    entryPoints: [`functions/${name}.ts`],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    metafile: true,
    logLevel: "error",
  });
  const { bytes, inputs } = codeOf(metafile);
  const parts = Object.entries(inputs)
    .map(([file, { bytesInOutput }]): [string, number] => [file, bytesInOutput])
    .filter(([, left]) => left > 0);
  return { file: join(folder, `${name}.mjs`), bytes, parts: new Map(parts) };
}

function codeOf({ outputs }: Metafile): Metafile["outputs"][string] {
  const code = Object.entries(outputs).find(([file]) => file.endsWith(".mjs"))?.[1];
  if (!code) throw new Error("esbuild wrote no code");
  return code;
}
