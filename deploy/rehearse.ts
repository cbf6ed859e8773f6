import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { startEmulator } from "./rehearsal/emulator.ts";
import { startOutside } from "./rehearsal/outside.ts";
import { OF_THE_REHEARSAL, installPythonTools } from "./rehearsal/python-tools.ts";
import { Stage } from "./rehearsal/stage.ts";
import { follow } from "./rehearsal/follow.ts";
import { hold } from "./rehearsal/hold.ts";
import { keep } from "./rehearsal/keep.ts";
import { findRelease } from "./rehearsal/release-before.ts";
import { begin, deploy, deployAgain, forget, lint, look, refuse, remove, use } from "./rehearsal/steps.ts";

/** Git-ignored. The installed tools and the emulator's log stay there. */
const FOLDER = ".ux-agent/rehearsal";
const STAGE = "rehearsal";

const { from } = new Command("npm run rehearse --")
  .description(
    "Deploys to an emulated AWS account on this machine, publishes a change there, and removes everything again.",
  )
  .addHelpText("after", "\nIt needs Python 3 with pip, and takes a few minutes.")
  .option(
    "--from <commit>",
    "the release that is upgraded, with a conversation under way; without it the last tag",
  )
  .parse()
  .opts<{ from?: string }>();

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
  const bin = await installPythonTools(FOLDER, {
    env: { ...env, HOME: process.env["HOME"] ?? "" },
    packages: OF_THE_REHEARSAL,
  });
  const emulator = await startEmulator(bin, { env, logFile: join(FOLDER, "emulator.log") });
  cleanup.add(emulator.stop);
  const outside = await startOutside();
  cleanup.add(() => outside.stop());
  const settings: Record<string, string> = { ...env, ...outside.env };
  const stageWith = (changed: Record<string, string>, without = "") => {
    const { [without]: _left, ...given } = settings;
    return new Stage(STAGE, emulator, { env: { ...given, ...changed } });
  };
  const world = {
    stage: stageWith({}),
    stageWith,
    prod: new Stage("prod", emulator, { env: settings }),
    emulator,
    outside,
    env,
    bin,
    folder: FOLDER,
    from: from ?? (await findRelease(env)),
  };
  for (const step of [
    lint,
    refuse,
    hold,
    begin,
    deploy,
    use,
    follow,
    look,
    deployAgain,
    forget,
    remove,
    keep,
  ]) {
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
