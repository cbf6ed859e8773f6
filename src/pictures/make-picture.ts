import type { Sharp as Work } from "sharp";
import { type Attachment, PATIENCE, READING, damaged, problemWithPicture, refused } from "./open-picture.ts";
import { loadSharp } from "./load-sharp.ts";
import type { Words } from "#src/words/words.ts";
import { sentence } from "#src/words/sentence.ts";

export type PictureFormat = "webp" | "jpeg" | "png" | "avif";

/** What a site wants of a picture. */
export interface Wanted {
  format: PictureFormat;
  /** In pixels. */
  maxWidth: number;
  maxBytes: number;
}

/** A picture as a site shows it. */
export interface Made {
  content: Uint8Array<ArrayBuffer>;
  content_type: `image/${PictureFormat}`;
  /** In pixels. */
  width: number;
  height: number;
}

/** How much detail is kept, from 100 down, until the picture is small enough. */
const QUALITIES = [82, 70, 58, 45];

/**
 * Makes of an attached picture what the site shows: upright, no wider than wanted, in the wanted format, and without anything
 * that the camera wrote into it, such as the place. The same picture gives the same bytes with the same version of sharp.
 */
export async function makePicture(
  attachment: Attachment,
  wanted: Wanted,
): Promise<{ ok: true; made: Made } | ({ ok: false } & Words)> {
  const { name, content } = attachment;
  const problem = await problemWithPicture(attachment);
  if (problem !== null) return refused(problem);
  const sharp = await loadSharp();
  const work = sharp(content, READING)
    .autoOrient()
    .resize({ width: wanted.maxWidth, withoutEnlargement: true })
    .timeout(PATIENCE);
  for (const quality of QUALITIES) {
    const made = await write(work.clone(), wanted.format, quality).catch(() => null);
    if (made === null) return refused(damaged(name));
    if (made.content.byteLength <= wanted.maxBytes) return { ok: true, made };
  }
  const most = Math.round(wanted.maxBytes / 1000);
  return refused(sentence("picture.not-small-enough", { name, most }));
}

async function write(work: Work, format: PictureFormat, quality: number): Promise<Made> {
  const { data, info } = await inFormat(work, format, quality).toBuffer({ resolveWithObject: true });
  return {
    content: new Uint8Array(data),
    content_type: `image/${format}`,
    width: info.width,
    height: info.height,
  };
}

function inFormat(work: Work, format: PictureFormat, quality: number): Work {
  switch (format) {
    case "webp":
      return work.webp({ quality });
    case "jpeg":
      // A photograph has no see-through parts; what has some gets the ground of most pages.
      return work.flatten({ background: "#ffffff" }).jpeg({ quality, mozjpeg: true });
    case "png":
      return quality === QUALITIES[0]
        ? work.png({ compressionLevel: 9 })
        : work.png({ palette: true, quality, compressionLevel: 9 });
    case "avif":
      // More effort takes half a minute for a photograph.
      return work.avif({ quality, effort: 1 });
  }
}
