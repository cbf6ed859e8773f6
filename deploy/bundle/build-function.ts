import { join } from "node:path";
import { type BuildOptions, type Metafile, build } from "esbuild";
import { bundling, excluded } from "#deploy/esbuild.ts";

/** A function bundled as it is deployed. */
export interface FunctionBundle {
  /** Where its code begins. */
  file: string;
  /** Of all its code. */
  bytes: number;
  /** Of the code that every start loads; the rest is loaded on demand. */
  startBytes: number;
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
  const code = Object.entries(metafile.outputs).filter(([file]) => file.endsWith(".mjs"));
  const parts = code
    .flatMap(([, { inputs }]) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    file: join(folder, `${name}.mjs`),
    bytes: sum(code.map(([, { bytes }]) => bytes)),
    startBytes: sum([...loadedAtStart(name, metafile)].map((file) => metafile.outputs[file]?.bytes ?? 0)),
    parts: new Map(parts.map(([file, { bytesInOutput }]) => [file, bytesInOutput])),
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The files that a start loads: the entry, and whatever is imported from there without being asked for on demand. */
function loadedAtStart(name: string, { outputs }: Metafile): Set<string> {
  const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === `functions/${name}.ts`);
  const loaded = new Set<string>();
  const load = (file: string | undefined): void => {
    if (file === undefined || loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement") load(path);
  };
  load(entry);
  return loaded;
}
