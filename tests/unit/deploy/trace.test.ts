import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundling } from "#deploy/esbuild.ts";
import { mapStack } from "#deploy/trace/map-stack.ts";
import { readPackage } from "#deploy/trace/read-package.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const SOURCE = `
interface Order { id: string }

export function refuseOrder(order: Order): never {
  throw new Error("refused " + order.id);
}
`;
const ENTRY = `
export const handler = async () => {
  const { refuseOrder } = await import("./refuse-order.ts");
  refuseOrder({ id: "7" });
};
await handler().catch((error: unknown) => console.log(error instanceof Error ? error.stack : ""));
`;

let folder: string;
let stack: string;

/** A function that fails in code loaded on demand: bundled as the functions are, packaged, and run without source maps. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-trace-"));
  await mkdir(join(folder, "functions"));
  await writeFile(join(folder, "functions/refuse-order.ts"), SOURCE);
  await writeFile(join(folder, "functions/failing.ts"), ENTRY);
  const built = join(folder, "built");
  await build({
    ...bundling,
    entryPoints: [join(folder, "functions/failing.ts")],
    outdir: built,
    outExtension: { ".js": ".mjs" },
  });
  const files = await readdir(built);
  const packed = await Promise.all(
    files.map(async (file) => [`functions/${file}`, await readFile(join(built, file))] as const),
  );
  await writeFile(join(folder, "failing.zip"), zipSync(Object.fromEntries(packed)));
  stack = await new Promise((resolve, reject) => {
    execFile(process.execPath, [join(built, "failing.mjs")], (failed, printed) =>
      failed ? reject(failed) : resolve(printed),
    );
  });
});
afterAll(() => removeFolder(folder));

it("a stack from a function's log names lines of the source, without a source map read at run time", async () => {
  expect(stack).toContain("failing.refuse-order-");
  expect(stack).not.toContain("refuse-order.ts");
  const mapped = mapStack(stack, await readPackage(folder));
  expect(mapped.stack).toMatch(/refuse-order\.ts:5:9\)?/);
  expect(mapped.stack).toMatch(/failing\.ts:4:\d+/);
  expect(mapped.unknown).toEqual([]);
});

it("a stack of another version keeps its places, and its files are named", async () => {
  const other = "Error: no\n    at x (/var/task/functions/failing.chunk-00000000.mjs:1:10)\n";
  const mapped = mapStack(other, await readPackage(folder));
  expect(mapped).toEqual({ stack: other, unknown: ["failing.chunk-00000000.mjs"] });
});

it("a folder without a package is told in one sentence", async () => {
  await expect(readPackage(join(folder, "nowhere"))).rejects.toThrow("holds no packaged function");
});
