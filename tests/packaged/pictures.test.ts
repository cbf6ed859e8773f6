import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharpFor } from "#deploy/bundle/carry-packages.ts";
import { putPackages } from "#deploy/bundle/packages-for.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const run = promisify(execFile);
const serverless = createRequire(import.meta.url).resolve("serverless/bin/serverless.js");

/** What an ELF file says of the processor that it is for, in its header: `e_machine`. */
const MACHINES: Record<number, string> = { 183: "arm64", 62: "x64" };

/** The processor of a program or library for Linux; null for any other file. */
function machineOf(file: Uint8Array): string | null {
  const bytes = Buffer.from(file);
  const isElf =
    bytes.subarray(0, 4).equals(Buffer.from("\x7fELF", "latin1")) && bytes[4] === 2 && bytes[5] === 1;
  return isElf ? (MACHINES[bytes.readUInt16LE(18)] ?? "another") : null;
}

const isBinary = (path: string): boolean => /\.node$|\.so\.[\d.]+$/.test(path);

/** Of a function with all its code, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LAMBDA = { unzipped: 250 * 1024 * 1024, uploaded: 50 * 1024 * 1024 };

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-pictures-"))));
afterAll(() => removeFolder(folder));

describe("the package of a function", () => {
  const contents = new Map<string, Record<string, Uint8Array>>();
  beforeAll(async () => {
    const packages = join(folder, "packages");
    // sharp comes from the npm registry, as this machine is told to reach it.
    const env = { ...process.env, LIVE_PICTURES: "yes" };
    await run(process.execPath, [serverless, "package", "--package", packages], { env, timeout: 280_000 });
    for (const name of await readdir(packages))
      if (name.endsWith(".zip"))
        contents.set(name.slice(0, -4), unzipSync(await readFile(join(packages, name))));
  }, 300_000);

  it("holds what works with pictures, for the processor that serverless.yml names", async () => {
    expect(await readFile("serverless.yml", "utf8")).toContain("architecture: arm64");
    const files = Object.entries(contents.get("execution") ?? {}).filter(([path]) => isBinary(path));
    expect(files.map(([path]) => path.replaceAll(/[\d.]+(?=\.node|$)/g, ""))).toEqual([
      expect.stringMatching(/libvips-cpp\.so$/),
      expect.stringMatching(/sharp-linux-arm\d+.*\.node$/),
    ] as string[]);
    for (const [path, content] of files) expect([path, machineOf(content)]).toEqual([path, "arm64"]);
  });

  it("holds nothing of it in any function but execution", () => {
    expect([...contents.keys()].toSorted()).toEqual([
      "admin",
      "dispatch",
      "execution",
      "github",
      "interactions",
      "pictures",
    ]);
    const carriers = [...contents].filter(([, files]) =>
      Object.keys(files).some((path) => /sharp|@img/.test(path)),
    );
    expect(carriers.map(([name]) => name)).toEqual(["execution"]);
  });

  const unzipped = (name: string): number =>
    Object.values(contents.get(name) ?? {}).reduce((sum, { byteLength }) => sum + byteLength, 0);

  it("is within what Lambda takes", async () => {
    expect(unzipped("execution")).toBeLessThan(LAMBDA.unzipped);
    expect((await stat(join(folder, "packages/execution.zip"))).size).toBeLessThan(LAMBDA.uploaded);
  });

  it("holds a Chromium, with what starts it, where the live page is drawn, and nowhere else", () => {
    const carriers = [...contents].filter(([, files]) =>
      Object.keys(files).some((path) => /node_modules\/(?:playwright-core|@sparticuz)/.test(path)),
    );
    expect(carriers.map(([name]) => name)).toEqual(["pictures"]);
    const carried = Object.keys(contents.get("pictures") ?? {});
    for (const file of [
      "@sparticuz/chromium/bin/chromium.br",
      "@sparticuz/chromium/bin/al2023.tar.br",
      "playwright-core/lib/coreBundle.js",
    ])
      expect(carried).toContain(`node_modules/${file}`);
    // What is over 50 MB goes by way of the bucket, as serverless sends every package.
    expect(unzipped("pictures")).toBeLessThan(LAMBDA.unzipped / 2);
  });
});

describe("sharp for Lambda", () => {
  it.each(["arm64", "x64"] as const)(
    "is installed for %s on any machine",
    async (processor) => {
      const place = join(folder, processor);
      await putPackages(place, sharpFor(processor));
      const files = await readdir(place, { recursive: true, withFileTypes: true });
      const binaries = files.filter((file) => file.isFile() && isBinary(file.name));
      expect(binaries).toHaveLength(2);
      for (const file of binaries)
        expect(machineOf(await readFile(join(file.parentPath, file.name)))).toBe(processor);
    },
    120_000,
  );

  it("runs where it is put", async () => {
    const place = join(folder, "here");
    const processor = process.arch === "arm64" ? "arm64" : "x64";
    await putPackages(place, sharpFor(processor));
    const script = `
      import { createRequire } from "node:module";
      const sharp = createRequire(${JSON.stringify(join(place, "x.js"))})("sharp");
      const made = await sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } }).webp().toBuffer();
      console.log(made.subarray(8, 12).toString());
    `;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
    expect(stdout.trim()).toBe("WEBP");
  }, 120_000);
});
