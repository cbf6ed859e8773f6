import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { UserError } from "#src/errors.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";

/** The folder of `npm start`. */
const HERE = fileURLToPath(new URL("../.ux-agent", import.meta.url));
/** A process that has not answered by then counts as running. */
const PATIENCE_MS = 2_000;

const fileIn = (folder: string): string => join(folder, "session.json");

const session = z.object({
  pid: z.number(),
  url: z.string(),
  applicationId: z.string(),
  /** The key to sign with as Discord does, PKCS #8 in base64; none when DISCORD_PUBLIC_KEY was given. */
  signingKey: z.nullable(z.string()),
  /** The local repository that is published to; null when it is on GitHub. */
  siteRepository: z.nullable(z.string()),
  /** The table, and what an environment needs to reach it. */
  database: z.object({ table: z.string(), env: z.record(z.string(), z.string()) }),
  /** Whether messages are kept by the stand-in for Discord. */
  standIn: z.boolean(),
});

/** What a running `npm start` tells `npm run demo` and `npm run admin`. */
export type Session = z.infer<typeof session>;

/**
 * Another system in the same folder would write over this one's log and session.
 * @throws UserError when one is running there
 */
export async function refuseSecond(folder: string): Promise<void> {
  const first = await runningSession(folder);
  if (first)
    throw new UserError(`ux-agent already runs here, at ${first.url}: use that one, or end it first.`);
}

/** From now on, and until it ends, `npm run demo` and the commands find this system. */
export async function keepSession(
  { folder, cleanup }: { folder: string; cleanup: Cleanup },
  content: Omit<Session, "pid">,
): Promise<void> {
  // One that was started in the same moment may have been faster.
  await refuseSecond(folder);
  cleanup.add(() => removeSession(folder));
  await writeSession(folder, { pid: process.pid, ...content });
}

/** Writes it for this user only: it holds a private key. */
async function writeSession(folder: string, content: Session): Promise<void> {
  // The mode only applies to a new file, and a reader must never see a partly written one.
  const draft = `${fileIn(folder)}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  await rename(draft, fileIn(folder));
}

/** The session of the running `npm start`, or null. A file left behind by a killed process does not count. */
export async function runningSession(folder = HERE): Promise<Session | null> {
  const written = await readSession(folder);
  return written && isRunning(written.pid) && (await isThere(written.url)) ? written : null;
}

/** Removes the file if this process wrote it: another one may have started since. */
async function removeSession(folder: string): Promise<void> {
  const current = await readSession(folder);
  if (current?.pid === process.pid) await rm(fileIn(folder), { force: true });
}

/** Null for a missing file and for one that holds something else. */
async function readSession(folder: string): Promise<Session | null> {
  try {
    return session.parse(JSON.parse(await readFile(fileIn(folder), "utf8")));
  } catch {
    return null;
  }
}

/** Signal 0 only asks whether there is such a process. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The process id may have been given to another program. */
const isThere = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    (error: unknown) => error instanceof Error && error.name === "TimeoutError",
  );
