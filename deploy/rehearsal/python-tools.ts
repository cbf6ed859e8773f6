import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** An AWS emulator that runs functions, HTTP APIs and stream mappings, and the linter of CloudFormation templates. */
export const OF_THE_REHEARSAL = ["ministack==1.5.33", "cfn-lint==1.58.0"];

interface Wanted {
  env: Record<string, string>;
  /** With their versions. */
  packages: string[];
}

/** Where the programs of the Python packages are; pip is asked only for what is not there yet. */
export async function installPythonTools(folder: string, { env, packages }: Wanted): Promise<string> {
  const home = resolve(folder, "python");
  const bin = join(home, "bin");
  await mkdir(folder, { recursive: true });
  if (await hasAll(bin, { env, packages })) return bin;
  await run("python3", ["-m", "venv", home], { env });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
  await run(join(bin, "python"), pip, { env, timeoutMs: 300_000 });
  return bin;
}

async function hasAll(bin: string, { env, packages }: Wanted): Promise<boolean> {
  const installed = await run(join(bin, "python"), ["-m", "pip", "freeze"], { env }).catch(() => "");
  return packages.every((name) => installed.split("\n").includes(name));
}
