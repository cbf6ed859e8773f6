import { loadSharp } from "./load-sharp.ts";
import { type Attachment, PATIENCE, READING, damaged, problemWithPicture, refused } from "./open-picture.ts";
import type { Words } from "#src/words/words.ts";

/** A colour of a picture, as `#RRGGBB`, and how much of what can be seen has it, from 0 to 1. */
export interface MainColor {
  color: string;
  share: number;
}

/** Colours are told apart on a small picture. */
const SIDE = 128;
const COLORS = 8;
const MOST = 5;
/** Less than that is an edge. */
const LEAST_SHARE = 0.02;

/**
 * The colours that a picture is made of, those with a hue first and each kind by how much there is of it: most logos stand on
 * white, which is not what anyone means by their colour.
 */
export async function mainColors(
  attachment: Attachment,
): Promise<{ ok: true; colors: MainColor[] } | ({ ok: false } & Words)> {
  const problem = await problemWithPicture(attachment);
  if (problem !== null) return refused(problem);
  const pixels = await fewColors(attachment.content).catch(() => null);
  if (pixels === null) return refused(damaged(attachment.name));
  const counts = new Map<string, number>();
  let seen = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    seen += 1;
    const color = hex(pixels.subarray(at, at + 3));
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const colors = [...counts]
    .map(([color, count]) => ({ color, share: count / seen }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((one, other) => Number(hasHue(other)) - Number(hasHue(one)) || other.share - one.share);
  return { ok: true, colors: colors.slice(0, MOST) };
}

/** The pixels as red, green, blue and alpha, in few colours: those of the palette that a PNG of them has. */
async function fewColors(content: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const palette = await sharp(content, READING)
    .resize({ width: SIDE, height: SIDE, fit: "inside", withoutEnlargement: true, kernel: "nearest" })
    .timeout(PATIENCE)
    .png({ palette: true, colours: COLORS, dither: 0 })
    .toBuffer();
  return new Uint8Array(await sharp(palette).ensureAlpha().raw().toBuffer());
}

const hex = (rgb: Uint8Array): string => `#${Buffer.from(rgb).toString("hex").toUpperCase()}`;

/** Whether it is red, green, blue… and not a kind of grey. */
function hasHue({ color }: MainColor): boolean {
  const rgb = [...Buffer.from(color.slice(1), "hex")];
  return Math.max(...rgb) - Math.min(...rgb) > 32;
}
