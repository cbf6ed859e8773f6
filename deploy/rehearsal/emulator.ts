import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { answers } from "#stand-ins/processes/answers.ts";
import { stopper } from "#stand-ins/processes/child.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";

/** The account's own credentials, which may do everything. Functions get those of their roles. */
const credentials = { AWS_ACCESS_KEY_ID: "rehearsal", AWS_SECRET_ACCESS_KEY: "rehearsal" };
const REGION = "us-east-1";

/** An empty AWS account on this machine that enforces IAM. Everything in it is gone when it stops. */
export interface Emulator {
  url: string;
  /** What tools and SDKs need in their environment to work on it. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** What a client of AWS needs to work on it as the account itself. */
export const accessTo = ({ url, env }: Pick<Emulator, "url" | "env">) => ({
  endpoint: url,
  region: env["AWS_REGION"] ?? "",
  credentials: {
    accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "",
    secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "",
  },
});

/**
 * Starts MiniStack on a free port of the loopback interface.
 * @param bin where its program is
 */
export async function startEmulator(
  bin: string,
  { env, logFile }: { env: Record<string, string>; logFile: string },
): Promise<Emulator> {
  const [port, state] = [await freePort(), await mkdtemp(join(tmpdir(), "ux-agent-emulator-"))];
  const settings = {
    AUTH: "true",
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(port),
    LAMBDA_EXECUTOR: "local",
    STATE_DIR: state,
    TMPDIR: state,
    // The functions run on the same Node.js as this process.
    PATH: `${dirname(process.execPath)}:${env["PATH"]}`,
  };
  const child = spawn(join(bin, "ministack"), [], {
    env: { ...env, ...credentials, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const url = `http://127.0.0.1:${port}`;
  const end = stopper(child);
  const stop = async () => {
    await end();
    await rm(state, { recursive: true, force: true });
  };
  await answers(child, `${url}/_ministack/health`, 60_000).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, env: { ...credentials, AWS_REGION: REGION, AWS_ENDPOINT_URL: url }, stop };
}
