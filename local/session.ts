import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

/** The folder of `npm start`. */
const HERE = fileURLToPath(new URL("../.ux-agent", import.meta.url));
/** A process that has not answered after this long is taken for running. */
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

/** Writes it for this user only: it holds a private key. */
export async function writeSession(folder: string, content: Session): Promise<void> {
  // The mode only applies to a new file, and a reader must never find half of one.
  const draft = `${fileIn(folder)}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  await rename(draft, fileIn(folder));
}

/** The session of the running `npm start`; null when there is none. A file that a killed one left behind does not count. */
export async function runningSession(folder = HERE): Promise<Session | null> {
  const written = await readSession(folder);
  return written && isRunning(written.pid) && (await isThere(written.url)) ? written : null;
}

/** Removes the file if this process wrote it: another one may have started since. */
export async function removeSession(folder: string): Promise<void> {
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
