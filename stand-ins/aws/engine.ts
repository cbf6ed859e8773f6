import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { UserError } from "#src/errors.ts";
import { answers } from "#stand-ins/processes/answers.ts";
import { stopper } from "#stand-ins/processes/child.ts";
import { secretAddress } from "#stand-ins/processes/secret-address.ts";

/** Long enough for a machine that is busy with other things. */
const PATIENCE_MS = 60_000;

/** A running DynamoDB API on the loopback interface. */
export interface Engine {
  url: string;
  stop: () => Promise<void>;
}

/** The settings of an AWS SDK client for an embedded engine, which accepts any credentials. */
export const engineAccess = (url: string) => ({
  endpoint: url,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/**
 * Starts dynoxide, a native DynamoDB emulator. It stops with this process. It answers every caller and lets pages of any
 * origin read the answer, so its address is a secret of this run.
 * @param file where its data is kept, stream included; without one it is in memory, and gone when the engine stops
 * @throws UserError when there is no engine for this machine
 */
export async function startEngine(file?: string): Promise<Engine> {
  const binary = installedBinary();
  if (!binary) throw new UserError(unavailable("is published for Linux on x64 only"));
  const { host, port } = await secretAddress();
  const url = `http://${host}:${port}`;
  const engine = spawn(
    binary,
    ["serve", "--host", host, "--port", String(port), ...(file ? ["--db-path", file] : [])],
    { stdio: "ignore" },
  );
  const stop = stopper(engine);
  try {
    await answers(engine, url, PATIENCE_MS);
  } catch (cause) {
    await stop();
    throw new UserError(unavailable("could not be started on this machine"), { cause });
  }
  return { url, stop };
}

const unavailable = (why: string): string =>
  `The embedded DynamoDB engine (dynoxide) ${why}: ` +
  "set AWS_ENDPOINT_URL_DYNAMODB to the address of a DynamoDB to use instead, such as DynamoDB Local.";

/**
 * The optional dependency, pinned with its hash in package-lock.json; undefined on a platform without one. Nothing is
 * downloaded in its place: a package of that name would run unchecked.
 */
function installedBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}
