import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { startEmulator } from "./rehearsal/emulator.ts";
import { startOutside } from "./rehearsal/outside.ts";
import { installPythonTools } from "./rehearsal/python-tools.ts";
import { Stage } from "./rehearsal/stage.ts";
import { hold } from "./rehearsal/hold.ts";
import { deploy, deployAgain, lint, look, refuse, remove, use } from "./rehearsal/steps.ts";

/** Git-ignored. The installed tools and the emulator's log stay there. */
const FOLDER = ".ux-agent/rehearsal";
const STAGE = "rehearsal";

new Command("npm run rehearse --")
  .description(
    "Deploys to an emulated AWS account on this machine, publishes a change there, and removes everything again.",
  )
  .addHelpText("after", "\nIt needs Python 3 with pip, and takes a minute or two.")
  .parse();

const begun = Date.now();
const cleanup = new Cleanup();

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void cleanup.run().then(() => process.exit(1)));

try {
  await rehearse();
  console.log(`rehearsed in ${seconds(begun)}`);
} catch (error) {
  console.error(error);
  console.error(`The emulator's log: ${FOLDER}/emulator.log`);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

/** From an empty account to a working bot, and back to an empty account. */
async function rehearse(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const env = await bareEnvironment();
  // pip may need the settings in the home folder.
  const bin = await installPythonTools(FOLDER, { ...env, HOME: process.env["HOME"] ?? "" });
  const emulator = await startEmulator(bin, { env, logFile: join(FOLDER, "emulator.log") });
  cleanup.add(emulator.stop);
  const outside = await startOutside();
  cleanup.add(() => outside.stop());
  const stage = new Stage(STAGE, emulator, { ...env, ...outside.env });
  const forgetful = new Stage(STAGE, emulator, { ...env, ...outside.env, DISCORD_PUBLIC_KEY: "" });
  const prod = new Stage("prod", emulator, { ...env, ...outside.env });
  const world = { stage, forgetful, prod, emulator, outside, env, bin, folder: FOLDER };
  for (const step of [lint, refuse, hold, deploy, use, look, deployAgain, remove]) {
    const from = Date.now();
    const done = await step(world);
    console.log(`✓ ${done} (${seconds(from)})`);
  }
}

/** The environment of a shell, without any variable that could lead to a real account. */
async function bareEnvironment(): Promise<Record<string, string>> {
  const home = await mkdtemp(join(tmpdir(), "ux-agent-rehearsal-"));
  cleanup.add(() => rm(home, { recursive: true, force: true }));
  const path = `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;
  const passed = [
    "PIP_INDEX_URL",
    "PIP_CERT",
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "HTTPS_PROXY",
    "https_proxy",
    "PIP_CONFIG_FILE",
  ];
  const kept = passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { PATH: path, HOME: home, CI: "true", NO_COLOR: "1", ...Object.fromEntries(kept) };
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}
