import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { UserError } from "#src/errors.ts";

const run = promisify(execFile);

/** The processors that a function can run on, as npm calls them. */
export type Processor = "arm64" | "x64";

/** What was installed once is kept, so that packaging again needs no network. */
const KEPT = "node_modules/.cache/ux-agent";

interface Locked {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

type Packages = Record<string, Locked>;

/** Packages whose code is not JavaScript alone, or is found by its place, so that they cannot be bundled. */
export interface Carried {
  packages: string[];
  processor: Processor;
  /** Files that nothing reads at run time. */
  leftOut: RegExp;
  /** How to package without them. */
  otherwise: string;
}

/**
 * The folder of `node_modules` with packages as Lambda runs them, whatever machine packages them: the versions, and the
 * checksums, of `package-lock.json`.
 * @throws UserError when npm cannot install them
 */
async function modulesOf(carried: Carried): Promise<string> {
  const locked = await lockedPackages();
  const versions = carried.packages.map(
    (name) => [name, locked[`node_modules/${name}`]?.version ?? ""] as const,
  );
  const said = versions.map(([name, version]) => `${name.replaceAll(/[@/]/g, "")}-${version}`).join("-");
  const kept = join(KEPT, `${said}-linux-${carried.processor}`);
  const modules = join(kept, "node_modules");
  if (await readFile(join(kept, DONE)).catch(() => null)) return modules;
  await mkdir(KEPT, { recursive: true });
  const folder = await mkdtemp(join(KEPT, "installing-"));
  try {
    await install(folder, locked, { ...carried, versions: Object.fromEntries(versions) });
    await rm(kept, { recursive: true, force: true });
    await rename(folder, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return modules;
}

/** What npm was told to install: the folder gets its name when it is complete. */
const DONE = "package-lock.json";

interface Wanted extends Carried {
  versions: Record<string, string>;
}

async function install(folder: string, locked: Packages, wanted: Wanted): Promise<void> {
  const { versions, processor, otherwise } = wanted;
  const own = { name: "carried", version: "1.0.0", private: true, dependencies: versions };
  const needed = wanted.packages.map((name) => neededBy(name, locked, processor));
  const lock = {
    ...own,
    lockfileVersion: 3,
    requires: true,
    packages: Object.fromEntries([["", own], ...needed.flatMap((each) => Object.entries(each))]),
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(own));
  await writeFile(join(folder, DONE), JSON.stringify(lock));
  const platform = ["--os=linux", `--cpu=${processor}`, "--libc=glibc"];
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const cache = process.env["npm_config_cache"] ?? join(tmpdir(), "ux-agent-npm-cache");
  await run("npm", ["ci", ...platform, ...quiet, `--cache=${cache}`], {
    cwd: folder,
    shell: process.platform === "win32",
  }).catch((cause: unknown) => {
    const names = Object.entries(versions).map((each) => each.join(" "));
    throw new UserError(
      `npm could not install ${names.join(" and ")} for Linux on ${processor}: look whether the npm registry can be reached, or ${otherwise}.`,
      { cause },
    );
  });
}

/** A package with all that it needs on Lambda, as the lock file names them, where Node.js looks for each. */
function neededBy(name: string, packages: Packages, processor: Processor): Packages {
  const needed: Packages = {};
  const add = (each: string, from: string): void => {
    const path = placesOf(each, from).find((place) => packages[place]);
    const locked = path === undefined ? undefined : packages[path];
    if (path === undefined || !locked || needed[path]) return;
    const { optionalDependencies = {}, ...kept } = locked;
    const here = Object.entries(optionalDependencies).filter(([other]) =>
      other.endsWith(`-linux-${processor}`),
    );
    needed[path] = { ...kept, optionalDependencies: Object.fromEntries(here) };
    for (const other of Object.keys({ ...locked.dependencies, ...Object.fromEntries(here) }))
      add(other, path);
  };
  add(name, "");
  return needed;
}

/** Where a package is looked for by another one, the nearest first. */
function placesOf(name: string, from: string): string[] {
  const here = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (from === "") return [here];
  return [here, ...placesOf(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))))];
}

async function lockedPackages(): Promise<Packages> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as { packages: Packages };
  return packages;
}

/** Puts packages beside the code of a function. */
export const putPackages = async (folder: string, carried: Carried): Promise<void> =>
  cp(await modulesOf(carried), join(folder, "node_modules"), {
    recursive: true,
    filter: (path) =>
      !/\.(?:d\.[cm]?ts|map|md)$|[\\/]\.(?:bin|package-lock\.json)$/.test(path) &&
      !carried.leftOut.test(path),
  });
