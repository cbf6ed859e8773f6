import { mkdir, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** The newest release of which this one is a successor; undefined where git knows none. */
export async function findRelease(env: Record<string, string>): Promise<string | undefined> {
  const said = await run("git", ["describe", "--tags", "--abbrev=0", "HEAD^"], { env }).catch(() => "");
  return said.trim() || undefined;
}

/** Puts the files of a commit into a folder, with the packages that are installed here. */
export async function takeRelease(
  commit: string,
  folder: string,
  env: Record<string, string>,
): Promise<string> {
  const at = resolve(folder, "release");
  await rm(at, { recursive: true, force: true });
  await mkdir(at, { recursive: true });
  const archive = join(resolve(folder), "release.tar");
  await run("git", ["archive", "--output", archive, commit], { env });
  await run("tar", ["-xf", archive, "-C", at], { env });
  await rm(archive);
  await symlink(resolve("node_modules"), join(at, "node_modules"));
  return at;
}
