import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Metafile, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundling, excluded } from "#deploy/esbuild.ts";
import type { editSection } from "#src/site/edit-section.ts";
import { definitionOf } from "#tests/unit/site/page-definition.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const PARSERS = [
  "@babel/parser",
  "parse5",
  "svelte",
  "@vue/compiler-core",
  "postcss",
  "postcss-scss",
  "postcss-less",
  "yaml",
  "toml-eslint-parser",
  "@lezer/markdown",
];

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

/** What the packaged code makes of a page of each format: a parser may be bundled and not run. */
describe("the code as it is packaged", () => {
  let edit: typeof editSection;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ux-agent-parsers-"));
    const entryPoints = ["src/site/edit-section.ts"];
    await build({
      ...bundling,
      external: excluded,
      entryPoints,
      outdir: folder,
      outExtension: { ".js": ".mjs" },
    });
    const bundle = (await import(
      /* @vite-ignore */ pathToFileURL(join(folder, "edit-section.mjs")).href
    )) as {
      editSection: typeof editSection;
    };
    edit = bundle.editSection;
  });
  afterAll(() => removeFolder(folder));

  it.each([
    ["a.css", "--x", ":root { --x: red; }"],
    ["a.scss", "$x", "$x: red; // c"],
    ["a.less", "@x", ".a { .b(); }\n@x: red;"],
  ])("edits %s", async (file, variable, before) => {
    const definition = definitionOf(file, [{ id: "x", kind: "variable", variable }]);
    const outcome = await edit(definition, new TextEncoder().encode(before), {
      section: "page",
      updates: { x: "blue" },
    });
    expect(outcome.ok && new TextDecoder().decode(outcome.content)).toBe(before.replace("red", "blue"));
  });

  it.each([
    ["a.jsx", "const a = <h1>Old</h1>;"],
    ["a.html", "<h1>Old</h1>"],
    ["a.astro", "---\nconst a = 1;\n---\n<h1>Old</h1>"],
    ["a.svelte", "<script>let a = 1;</script>\n<h1>Old</h1>"],
    ["a.vue", "<template><h1>Old</h1></template>"],
  ])("edits %s", async (file, before) => {
    const definition = definitionOf(file, [{ id: "title", kind: "text", selector: "h1" }]);
    const outcome = await edit(definition, new TextEncoder().encode(before), {
      section: "page",
      updates: { title: "New" },
    });
    expect(outcome.ok && new TextDecoder().decode(outcome.content)).toBe(before.replace("Old", "New"));
  });
});
