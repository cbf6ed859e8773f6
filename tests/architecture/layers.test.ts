import { execFile } from "node:child_process";
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Runs the linter as `npm run lint` does; answers the rules it found broken. */
const brokenRules = (folder: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const oxlint = join(process.cwd(), "node_modules/.bin/oxlint");
    execFile(
      oxlint,
      ["--format", "json"],
      { cwd: folder, maxBuffer: 10_000_000 },
      (_failed, printed, said) => {
        try {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what oxlint documents
          const { diagnostics } = JSON.parse(printed) as { diagnostics: { code: string }[] };
          resolve(diagnostics.map(({ code }) => code));
        } catch (cause) {
          reject(new Error(said || printed, { cause }));
        }
      },
    );
  });

const restricted = "eslint(no-restricted-imports)";

describe("the layers", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ux-agent-layers-"));
    await cp(".oxlintrc.json", join(folder, ".oxlintrc.json"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const lintOne = async (file: string, imported: string): Promise<string[]> => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `import { thing } from "${imported}";\nexport const other = thing;\n`);
    const broken = await brokenRules(folder);
    await rm(path);
    return broken;
  };

  it.each([
    ["entities/x.ts", "#src/config.ts"],
    ["entities/x.ts", "#functions/admin.ts"],
    ["entities/x.ts", "#local/engine.ts"],
    ["entities/x.ts", "#playground/wire.ts"],
    ["entities/x.ts", "./../src/config.ts"],
    ["src/x.ts", "#functions/admin.ts"],
    ["src/x.ts", "#deploy/esbuild.ts"],
    ["src/x.ts", "#playground/wire.ts"],
    ["src/x.ts", "./../functions/admin.ts"],
    ["src/sites/x.ts", "#local/engine.ts"],
    ["src/sites/x.ts", "@middy/core"],
    ["src/sites/x.ts", "aws-lambda"],
    ["src/sites/x.ts", "../config.ts"],
    ["functions/x.ts", "#deploy/esbuild.ts"],
    ["functions/x.ts", "#entities/conversation.ts"],
    ["functions/x.ts", "#local/engine.ts"],
    ["functions/x.ts", "#playground/wire.ts"],
    ["functions/x.ts", "electrodb"],
    ["functions/middleware/x.ts", "#tests/support/engine.ts"],
  ])("keep %s from importing %s", async (file, imported) => {
    expect(await lintOne(file, imported)).toContain(restricted);
  });

  it.each([
    ["functions/x.ts", "#src/config.ts"],
    ["src/x.ts", "#entities/table.ts"],
    ["local/x.ts", "#src/config.ts"],
  ])("let %s import %s", async (file, imported) => {
    expect(await lintOne(file, imported)).not.toContain(restricted);
  });

  it("are kept by the project as it is", async () => {
    expect(await brokenRules(process.cwd())).not.toContain(restricted);
  });
});

describe("the environment", () => {
  /** git has to be found, and is handed nothing else of the environment. */
  const mayReadIt = new Set(["src/config.ts", "src/publishing/git-command.ts"]);

  it("is read in one place", async () => {
    const readers: string[] = [];
    for await (const file of glob("{entities,functions,src}/**/*.ts"))
      if (/process\.env|from "node:process"/.test(await readFile(file, "utf8"))) readers.push(file);
    expect(readers.filter((file) => !mayReadIt.has(file))).toEqual([]);
  });
});
