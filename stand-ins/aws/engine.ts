import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { UserError } from "#src/errors.ts";
import { answers } from "#stand-ins/processes/answers.ts";
import { stopper } from "#stand-ins/processes/child.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";

const VERSION = "1.2.1";

/** Long enough for npx to fetch the engine on a slow line. */
const PATIENCE_MS = 60_000;

/** A running DynamoDB API on the loopback interface; its data is gone when it stops. */
export interface Engine {
  url: string;
  stop: () => Promise<void>;
}

/** What an AWS SDK client needs to talk to an embedded engine, which accepts any credentials. */
export const engineAccess = (url: string) => ({
  endpoint: url,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/**
 * Starts dynoxide, a native DynamoDB emulator, in memory on a free port. It stops with this process.
 * @throws UserError when there is no engine for this machine
 */
export async function startEngine(): Promise<Engine> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const engine = launch(["serve", "--host", "127.0.0.1", "--port", String(port)]);
  const stop = stopper(engine);
  try {
    await answers(engine, url, PATIENCE_MS);
  } catch (cause) {
    await stop();
    throw new UserError(unavailable, { cause });
  }
  return { url, stop };
}

const unavailable =
  `The embedded DynamoDB engine (dynoxide ${VERSION}) could not be started on this machine: ` +
  "set AWS_ENDPOINT_URL_DYNAMODB to the address of a DynamoDB to use instead.";

function launch(options: string[]): ChildProcess {
  const binary = installedBinary();
  const [command, first] = binary ? [binary, []] : ["npx", ["--yes", `dynoxide@${VERSION}`]];
  return spawn(command, [...first, ...options], { stdio: "ignore" });
}

/** The optional dependency for this platform; npm leaves it out where there is none. */
function installedBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}
