import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundling, excluded } from "#deploy/esbuild.ts";
import type { drafts } from "./drafts.ts";
import { type Row, ratio } from "./row.ts";
import { spent } from "./spent.ts";

/** A draft of each format beside one of JSX, turn by turn, with the code as it is deployed. */
export async function formats(folder: string, rounds: number): Promise<Row[]> {
  const [jsx, ...others] = await bundledDrafts(folder);
  if (!jsx) throw new Error("there is no draft of JSX");
  const all = [jsx, ...others];
  const times = all.map((): number[] => []);
  for (const { draft } of all) await draft(0);
  for (let round = 1; round <= rounds; round += 1)
    for (const [at, { draft }] of all.entries()) times[at]?.push(await spent(() => draft(round)));
  const [beside = [], ...measured] = times;
  return others.map(({ format }, at) => ({
    what: `a draft of 50 kB of ${format}, CPU over one of JSX`,
    figure: ratio(measured[at] ?? [], beside),
    beside: "",
    wanted: "≤ 2",
  }));
}

async function bundledDrafts(folder: string): Promise<typeof drafts> {
  await build({
    ...bundling,
    entryPoints: ["deploy/benchmark/drafts.ts"],
    external: excluded,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  const bundle: unknown = await import(pathToFileURL(resolve(join(folder, "drafts.mjs"))).href);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was bundled a moment ago
  return (bundle as { drafts: typeof drafts }).drafts;
}
