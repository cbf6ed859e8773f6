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

/**
 * The folder of `node_modules` with sharp as Lambda runs it, whatever machine packages it: the versions, and the checksums, of
 * `package-lock.json`.
 * @throws UserError when npm cannot install it
 */
export async function sharpFor(processor: Processor): Promise<string> {
  const packages = await lockedPackages();
  const version = packages["node_modules/sharp"]?.version ?? "";
  const kept = join(KEPT, `sharp-${version}-linux-${processor}`);
  const modules = join(kept, "node_modules");
  if (await readFile(join(modules, "sharp/package.json")).catch(() => null)) return modules;
  await mkdir(KEPT, { recursive: true });
  const folder = await mkdtemp(join(KEPT, "installing-"));
  try {
    await install(folder, packages, { version, processor });
    await rm(kept, { recursive: true, force: true });
    await rename(folder, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return modules;
}

async function install(
  folder: string,
  packages: Packages,
  { version, processor }: { version: string; processor: Processor },
): Promise<void> {
  const own = { name: "pictures", version: "1.0.0", private: true, dependencies: { sharp: version } };
  const lock = {
    ...own,
    lockfileVersion: 3,
    requires: true,
    packages: { "": own, ...neededBy("sharp", packages, processor) },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(own));
  await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
  const platform = ["--os=linux", `--cpu=${processor}`, "--libc=glibc"];
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const cache = process.env["npm_config_cache"] ?? join(tmpdir(), "ux-agent-npm-cache");
  await run("npm", ["ci", ...platform, ...quiet, `--cache=${cache}`], {
    cwd: folder,
    shell: process.platform === "win32",
  }).catch((cause: unknown) => {
    throw new UserError(
      `npm could not install sharp ${version} for Linux on ${processor}: look whether the npm registry can be reached, or package without pictures (PICTURES=no).`,
      { cause },
    );
  });
}

/** A package with all that it needs on Lambda, as the lock file names them. */
function neededBy(name: string, packages: Packages, processor: Processor): Packages {
  const needed: Packages = {};
  const add = (each: string): void => {
    const path = `node_modules/${each}`;
    const locked = packages[path];
    if (!locked || needed[path]) return;
    const { optionalDependencies = {}, ...kept } = locked;
    const here = Object.entries(optionalDependencies).filter(([other]) =>
      other.endsWith(`-linux-${processor}`),
    );
    needed[path] = { ...kept, optionalDependencies: Object.fromEntries(here) };
    Object.keys({ ...locked.dependencies, ...Object.fromEntries(here) }).forEach(add);
  };
  add(name);
  return needed;
}

async function lockedPackages(): Promise<Packages> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as { packages: Packages };
  return packages;
}

/** Puts sharp beside the code of a function. */
export const putSharp = async (folder: string, processor: Processor): Promise<void> =>
  cp(await sharpFor(processor), join(folder, "node_modules"), {
    recursive: true,
    filter: (path) => !/\.(?:d\.[cm]?ts|map|md)$|[\\/]\.bin$|[\\/]sharp[\\/](?:src|install)$/.test(path),
  });
