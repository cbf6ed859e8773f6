import { TransientError } from "#src/errors.ts";
import { refused } from "./open-picture.ts";
import type { Words } from "#src/words/words.ts";
import { sentence } from "#src/words/sentence.ts";

/** A picture that Discord keeps, with the address that it gave out for it. */
export interface Linked {
  name: string;
  url: string;
  /** ISO 8601: when the address ends, where it says so. */
  url_expires_at?: string | undefined;
}

interface Bounds {
  /** Whether an address is one of Discord's: nothing else is ever asked. */
  isAllowed: (url: string) => boolean;
  now: Date;
  /** In bytes. */
  most: number;
  /** Of the whole transfer, in milliseconds. */
  timeout?: number;
}

const TIMEOUT = 10_000;

/**
 * Fetches an attached picture. It follows no redirect, and stops in the middle of what is too large.
 * @throws TransientError when Discord is not answering
 */
export async function downloadPicture(
  { name, url, url_expires_at }: Linked,
  { isAllowed, now, most, timeout = TIMEOUT }: Bounds,
): Promise<{ ok: true; content: Uint8Array } | ({ ok: false } & Words)> {
  const expired = refused(sentence("picture.expired", { name }));
  if (!isAllowed(url)) return refused(sentence("picture.elsewhere", { name }));
  if (url_expires_at !== undefined && Date.parse(url_expires_at) <= now.getTime()) return expired;
  const signal = AbortSignal.timeout(timeout);
  const answer = await fetch(url, { redirect: "manual", signal }).catch(unreachable);
  if (answer.status === 429 || answer.status >= 500) {
    await answer.body?.cancel();
    throw new TransientError(`Discord answered ${answer.status} for an attachment`);
  }
  if (answer.status !== 200) {
    await answer.body?.cancel();
    return expired;
  }
  const content = await readUpTo(answer, most).catch(unreachable);
  return content === null
    ? refused(sentence("picture.too-large", { name, megabytes: most / 1024 / 1024 }))
    : { ok: true, content };
}

function unreachable(cause: unknown): never {
  throw new TransientError("Discord could not be reached for an attachment", { cause });
}

/** The body, or null as soon as it is more than so many bytes. */
async function readUpTo(answer: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = Number(answer.headers.get("content-length") ?? 0);
  if (size > most) {
    await answer.body?.cancel();
    return null;
  }
  size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
