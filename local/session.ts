import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

const file = fileURLToPath(new URL("../.ux-agent/session.json", import.meta.url));

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
export async function writeSession(content: Session): Promise<void> {
  // The mode counts only for a new file, and nobody is to read half of it.
  const draft = `${file}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  await rename(draft, file);
}

/** The session of the last `npm start`, or null when it has ended, or something else is in its place. */
export async function readSession(): Promise<Session | null> {
  try {
    return session.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** Removes what this process wrote; another one may have started since. */
export async function removeSession(): Promise<void> {
  const current = await readSession();
  if (current?.pid === process.pid) await rm(file, { force: true });
}
