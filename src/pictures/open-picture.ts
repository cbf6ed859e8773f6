import type { SharpOptions } from "sharp";
import { kindOfBytes } from "./kind-of-bytes.ts";
import { loadSharp } from "./load-sharp.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords } from "#src/words/words.ts";

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

export const refused = (why: Sentence): { ok: false } & Words => ({ ok: false, ...inWords(why) });

/** Looks at a picture without its pixels: null when it can be worked with, else one sentence that says why not. */
export async function problemWithPicture({
  name,
  content_type,
  content,
}: Attachment): Promise<Sentence | null> {
  const kind = kindOfBytes(content);
  if (kind === null || kind.type !== content_type)
    return sentence("picture.other-kind", { name, type: content_type });
  if (kind.isAnimated) return moving(name);
  const sharp = await loadSharp().catch(() => null);
  if (sharp === null) return sentence("picture.not-here");
  const metadata = await sharp(content, { ...READING, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata === null) return damaged(name);
  if ((metadata.pages ?? 1) > 1) return moving(name);
  if (metadata.width * metadata.height > MOST_PIXELS)
    return sentence("picture.too-many-pixels", { name, width: metadata.width, height: metadata.height });
  return null;
}

export const damaged = (name: string): Sentence => sentence("picture.damaged", { name });

const moving = (name: string): Sentence => sentence("picture.moving", { name });
