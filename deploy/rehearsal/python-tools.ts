import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** An AWS emulator that runs functions, HTTP APIs and stream mappings, and the linter of CloudFormation templates. */
const packages = ["ministack==1.5.33", "cfn-lint==1.58.0"];

/** Where the programs of the Python packages are; pip is asked only for what is not there yet. */
export async function installPythonTools(folder: string, env: Record<string, string>): Promise<string> {
  const home = resolve(folder, "python");
  const bin = join(home, "bin");
  await mkdir(folder, { recursive: true });
  if (await hasAll(bin, env)) return bin;
  await run("python3", ["-m", "venv", home], { env });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
  await run(join(bin, "python"), pip, { env, timeoutMs: 300_000 });
  return bin;
}

async function hasAll(bin: string, env: Record<string, string>): Promise<boolean> {
  const installed = await run(join(bin, "python"), ["-m", "pip", "freeze"], { env }).catch(() => "");
  return packages.every((name) => installed.split("\n").includes(name));
}
