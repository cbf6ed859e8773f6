import { type Metafile, build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { bundling, excluded } from "#deploy/esbuild.ts";

const PARSERS = ["@babel/parser", "parse5", "postcss", "yaml", "toml-eslint-parser", "@lezer/markdown"];

/** The packages in what `execution` evaluates when it starts, and those in what it evaluates later, on demand. */
async function packagesOfExecution(): Promise<{ atStart: Set<string>; later: Set<string> }> {
  const { metafile } = await build({
    ...bundling,
    external: excluded,
    entryPoints: ["functions/execution.ts"],
    outdir: "out",
    splitting: true,
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const entry = Object.keys(metafile.outputs).find((file) => /out\/execution\.m?js$/.test(file)) ?? "";
  const eager = new Set<string>();
  follow(metafile, entry, eager);
  const lazy = Object.keys(metafile.outputs).filter((file) => !eager.has(file));
  return { atStart: packagesIn(metafile, [...eager]), later: packagesIn(metafile, lazy) };
}

function follow({ outputs }: Metafile, file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? [])
    if (kind === "import-statement") follow({ outputs, inputs: {} }, path, seen);
}

function packagesIn({ outputs }: Metafile, files: string[]): Set<string> {
  const inputs = files.flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  return new Set(inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? ""));
}

describe("execution", () => {
  let packages: Awaited<ReturnType<typeof packagesOfExecution>>;
  beforeAll(async () => void (packages = await packagesOfExecution()));

  it("evaluates the SDK when it starts, so that this can be seen", () => {
    expect(packages.atStart).toContain("@aws-sdk/client-dynamodb");
  });

  it.each(PARSERS)("has %s, and evaluates it for the first file that needs it", (parser) => {
    expect(packages.later).toContain(parser);
    expect(packages.atStart).not.toContain(parser);
  });
});
