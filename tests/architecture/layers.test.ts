import { execFile } from "node:child_process";
import { cp, glob, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeFolder } from "#tests/support/remove-folder.ts";

/** What each room of the house may import, besides itself and the files at the root of `src` that know no room. */
const mayImport: Record<string, string[]> = {
  entities: [],
  "src/words": [],
  "src/site": ["src/words"],
  "src/pictures": ["src/words"],
  "src/sketch": ["src/site", "src/words"],
  "src/requests": ["src/site", "src/words"],
  "src/conversations": ["entities", "src/site", "src/requests", "src/words"],
  "src/discord": ["src/conversations", "src/requests", "src/site", "src/words"],
  "src/publishing": ["src/site", "src/words"],
  "src/publishing/git": ["src/publishing", "src/site", "src/words"],
  "src/publishing/github": ["src/publishing", "src/site", "src/words"],
  "src/sites": [
    "entities",
    "src/config.ts",
    "src/publishing",
    "src/publishing/git",
    "src/publishing/github",
    "src/site",
    "src/words",
  ],
  "src/admin": ["entities", "src/conversations", "src/words"],
  "src/interactions": [
    "entities",
    "src/admin",
    "src/conversations",
    "src/discord",
    "src/requests",
    "src/site",
    "src/sites",
    "src/words",
  ],
  "src/execution": [
    "src/app.ts",
    "src/config.ts",
    "src/conversations",
    "src/discord",
    "src/pictures",
    "src/publishing",
    "src/publishing/github",
    "src/requests",
    "src/site",
    "src/sites",
    "src/sketch",
    "src/words",
  ],
  "src/doctor": [
    "entities",
    "src/admin",
    "src/app.ts",
    "src/config.ts",
    "src/discord",
    "src/publishing",
    "src/publishing/github",
    "src/secrets.ts",
    "src/site",
    "src/sites",
    "src/words",
  ],
};

/** What the folders around the service may import: none imports another that imports it. */
const aroundMayImport: Record<string, string[]> = {
  deploy: ["entities", "src", "stand-ins"],
  local: ["deploy", "playground", "src", "stand-ins"],
  commands: ["deploy", "entities", "local", "playground", "src", "stand-ins"],
};

const rooms = Object.keys(mayImport);
const wiring = ["src/app.ts", "src/config.ts", "src/secrets.ts"];
const outside = ["functions", "stand-ins", "local", "playground", "commands", "deploy", "tests"];
const top = ["entities", "src", ...outside];

type Import = readonly [room: string, imported: string];

const fileOf = (target: string): string => (target.endsWith(".ts") ? `#${target}` : `#${target}/x.ts`);

/** An import of each target that a room may not have. */
const kept = (may: Record<string, string[]>, targets: string[]): Import[] =>
  Object.entries(may).flatMap(([room, allowed]) =>
    targets
      .filter((target) => target !== room && !allowed.includes(target))
      .map((target) => [room, fileOf(target)] as const),
  );

const forbidden = [...kept(mayImport, [...rooms, ...wiring, ...outside]), ...kept(aroundMayImport, top)];

const allowed = Object.entries({ ...mayImport, ...aroundMayImport }).flatMap(([room, targets]) =>
  targets.map((target) => [room, fileOf(target)] as const),
);

const others: Import[] = [
  ["entities", "./../src/config.ts"],
  ["src", "#functions/admin.ts"],
  ["src", "#deploy/esbuild.ts"],
  ["src", "./../functions/admin.ts"],
  ["src/sites", "@middy/core"],
  ["src/sites", "aws-lambda"],
  ["src/sites", "../config.ts"],
  ["functions", "#entities/conversation.ts"],
  ["functions", "#deploy/esbuild.ts"],
  ["functions", "#stand-ins/aws/engine.ts"],
  ["functions", "electrodb"],
  ["functions/middleware", "#tests/support/engine.ts"],
  ["stand-ins/aws", "#local/system.ts"],
  ["stand-ins/github", "#tests/support/engine.ts"],
  ["stand-ins/discord", "#src/discord/messages.ts"],
  ["playground", "#local/system.ts"],
  ["playground", "#commands/console.ts"],
  ["playground/site-page", "#local/system.ts"],
  ["playground", "#deploy/esbuild.ts"],
  ["playground", "#functions/admin.ts"],
  ["playground", "../local/system.ts"],
  ["playground", "#tests/support/engine.ts"],
  ["deploy", "../local/system.ts"],
  ["deploy/rehearsal", "../../local/system.ts"],
  ["local", "../deploy/esbuild.ts"],
  ["commands", "./../functions/admin.ts"],
];

/** Runs the linter as `npm run lint` does; answers which files break a rule about imports. */
const breaking = (folder: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const oxlint = join(process.cwd(), "node_modules/.bin/oxlint");
    const options = { cwd: folder, maxBuffer: 50_000_000 };
    execFile(oxlint, ["--format", "json"], options, (_failed, printed, said) => {
      try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what oxlint documents
        const { diagnostics } = JSON.parse(printed) as { diagnostics: { code: string; filename: string }[] };
        const restricted = diagnostics.filter(({ code }) => code === "eslint(no-restricted-imports)");
        resolve(restricted.map(({ filename }) => filename));
      } catch (cause) {
        reject(new Error(said || printed, { cause }));
      }
    });
  });

const back = (arrow: string): string => arrow.split(" → ").toReversed().join(" → ");

describe("the layers", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ux-agent-layers-"));
    await cp(".oxlintrc.json", join(folder, ".oxlintrc.json"));
  });
  afterAll(() => removeFolder(folder));

  /** Plants each import in a file of its own and lints them all at once; answers those that the linter let pass. */
  const letPass = async (imports: readonly Import[], kind: "import" | "import type") => {
    const planted = imports.map(([room, imported], index) => ({
      file: `${room}/planted-${index}.ts`,
      told: `${room} → ${imported}`,
      imported,
    }));
    for (const { file, imported } of planted) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      const code = `${kind} { Thing } from "${imported}";\nexport const thing = 1 as unknown as Thing;\n`;
      await writeFile(join(folder, file), code);
    }
    const caught = new Set(await breaking(folder));
    await Promise.all(planted.map(({ file }) => rm(join(folder, file))));
    return planted.filter(({ file }) => !caught.has(file)).map(({ told }) => told);
  };

  it("catch every import that a room may not have, of values and of types", async () => {
    expect(forbidden.length).toBeGreaterThan(150);
    expect(await letPass([...forbidden, ...others], "import")).toEqual([]);
    expect(await letPass([...forbidden, ...others], "import type")).toEqual([]);
  });

  it("let a room import what it may", async () => {
    expect(await letPass(allowed, "import")).toHaveLength(allowed.length);
  });

  it("let no two folders import each other", async () => {
    const arrows = new Set<string>();
    for await (const file of glob(`{${top.join(",")}}/**/*.ts`)) {
      if (file.startsWith("tests/")) continue;
      for (const [, target] of (await readFile(file, "utf8")).matchAll(/(?:from|import\() ?"#([a-z-]+)\//g))
        arrows.add(`${file.split("/")[0]} → ${target}`);
    }
    expect(arrows.size).toBeGreaterThan(15);
    expect([...arrows].filter((arrow) => arrow !== back(arrow) && arrows.has(back(arrow)))).toEqual([]);
  });

  it("know every folder of src", async () => {
    const folders = (await readdir("src", { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const unknown = folders.map(({ name }) => `src/${name}`).filter((name) => !rooms.includes(name));
    expect(unknown).toEqual([]);
  });

  it("and every publisher, which keeps the contract of all", async () => {
    const folders = (await readdir("src/publishing", { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    );
    const publishers = folders.map(({ name }) => name);
    expect(publishers.filter((name) => !rooms.includes(`src/publishing/${name}`))).toEqual([]);
    const suites = await readdir("tests/contract");
    for (const name of publishers)
      expect(
        await readFile(
          `tests/contract/${suites.find((file) => file.startsWith(`${name}-publisher.`)) ?? ""}`,
          "utf8",
        ),
      ).toContain("describePublisher(");
  });

  it("are kept by the project as it is", async () => {
    expect(await breaking(process.cwd())).toEqual([]);
  });
});

describe("the environment", () => {
  /** git has to be found, and is handed nothing else of the environment. */
  const mayReadIt = new Set(["src/config.ts", "src/publishing/git/command.ts"]);

  it("is read in one place", async () => {
    const readers: string[] = [];
    for await (const file of glob("{entities,functions,src}/**/*.ts"))
      if (/process\.env|from "node:process"/.test(await readFile(file, "utf8"))) readers.push(file);
    expect(readers.filter((file) => !mayReadIt.has(file))).toEqual([]);
  });
});
