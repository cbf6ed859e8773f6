import type { SharpOptions } from "sharp";
import { kindOfBytes } from "./kind-of-bytes.ts";
import { loadSharp } from "./load-sharp.ts";
import type { Words } from "#src/words/words.ts";

/** A picture as it was attached. */
export interface Attachment {
  /** As its person called it. */
  name: string;
  /** What Discord says that it is: `image/png`. */
  content_type: string;
  content: Uint8Array;
}

/** Photographs of today's telephones have up to 50 million; more is a picture made to fill a memory. */
const MOST_PIXELS = 64_000_000;

/** How sharp reads a stranger's bytes: no more pixels than that, and nothing that breaks off. */
export const READING = { limitInputPixels: MOST_PIXELS, failOn: "error" } satisfies SharpOptions;

/** The longest that one step of work on a picture may take, in seconds. */
export const PATIENCE = { seconds: 15 };

export const refused = (message: string): { ok: false } & Words => ({ ok: false, message });

/** What to do with a picture that cannot be used. */
export const AGAIN = "Attach another one with `/ux-update`.";

/** Looks at a picture without its pixels: null when it can be worked with, else one sentence that says why not. */
export async function problemWithPicture({
  name,
  content_type,
  content,
}: Attachment): Promise<string | null> {
  const kind = kindOfBytes(content);
  if (kind === null || kind.type !== content_type)
    return `“${name}” is not the picture that it is said to be (${content_type}). ${AGAIN}`;
  if (kind.isAnimated) return moving(name);
  const sharp = await loadSharp().catch(() => null);
  if (sharp === null)
    return "Pictures cannot be used here: an operator has to package ux-agent with them (docs/operations.md). Ask again without one.";
  const metadata = await sharp(content, { ...READING, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata === null) return damaged(name);
  if ((metadata.pages ?? 1) > 1) return moving(name);
  if (metadata.width * metadata.height > MOST_PIXELS)
    return `“${name}” has ${metadata.width} × ${metadata.height} pixels, which is too many. ${AGAIN}`;
  return null;
}

export const damaged = (name: string): string => `“${name}” is damaged or not whole. ${AGAIN}`;

const moving = (name: string): string => `“${name}” moves, and only a still picture can be used. ${AGAIN}`;
