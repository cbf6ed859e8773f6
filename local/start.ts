import { Command } from "commander";
import { UserError } from "#src/errors.ts";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { Spinner } from "./spinner.ts";
import { startSystem } from "./system.ts";
import { prepareFolder } from "./state-folder.ts";

const LOOK_FOR_PARENT_MS = 500;

const program = new Command("npm start --")
  .description("Runs the whole of ux-agent on this machine, with nothing but what it brings. Ctrl-C ends it.")
  .addHelpText(
    "after",
    "\nEnvironment variables replace parts by real ones, and PORT sets the port: see src/config.ts.",
  )
  .option("--folder <path>", "where it keeps what it writes, below the project", ".ux-agent")
  .option(
    "--fresh",
    "forget the conversations and messages of the last run; the site's repository stays",
    false,
  )
  .option(
    "--live",
    "real Discord: asks for what is missing, registers the commands, sets the endpoint",
    false,
  )
  .parse();
const { folder, fresh, live } = program.opts<{ folder: string; fresh: boolean; live: boolean }>();

/** Not before the last question. */
let spinner: Spinner | undefined;
const cleanup = new Cleanup();
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
if (process.env["npm_lifecycle_event"]) endWithParent();

start().catch(fail);

async function start(): Promise<void> {
  const env = live ? await askForSettings() : process.env;
  spinner = new Spinner("Starting…");
  const url = await startSystem({ env, folder, fresh, cleanup, tell, broken: fail });
  if (live) await connect(env, url);
  if (ending) return;
  spinner?.stop();
  console.log(`ux-agent ready: ${url}`);
}

type Environment = Record<string, string | undefined>;

async function askForSettings(): Promise<Environment> {
  await prepareFolder(folder);
  const [{ liveSettings }, { askAtTerminal }] = await Promise.all([
    import("./live/live-settings.ts"),
    import("./live/ask-at-terminal.ts"),
  ]);
  return liveSettings({ env: process.env, folder, ask: askAtTerminal() });
}

async function connect(env: Environment, url: string): Promise<void> {
  const [{ goLive }, { apiOf }] = await Promise.all([
    import("./live/go-live.ts"),
    import("./live/live-settings.ts"),
  ]);
  await goLive({ api: apiOf(env), url, publicUrl: env["PUBLIC_URL"] ?? "", tell });
}

function tell(what: unknown): void {
  spinner?.clear();
  console.error(what);
}

/** npm starts this process through a shell, which ends at a signal without passing it on. */
function endWithParent(): void {
  const parent = process.ppid;
  const look = () => process.ppid === parent || void end(0);
  setInterval(look, LOOK_FOR_PARENT_MS).unref();
}

/** Says what is wrong and stops everything. A problem that a person can solve is one sentence. */
function fail(error: unknown): void {
  if (ending) return;
  tell(error instanceof UserError ? error.message : error);
  void end(1);
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  spinner?.stop();
  await cleanup.run();
  process.exit(code);
}
