import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

const GROUND = { r: 214, g: 73, b: 42 };

/** A picture of one colour. */
export const plainPicture = (width = 400, height = 300, background: object = GROUND) =>
  sharp({ create: { width, height, channels: 3, background: { ...GROUND, ...background } } });

/** A photograph as a telephone writes it: lying on its side, with the place where it was taken. */
export const photograph = (width = 400, height = 300): Promise<Buffer> =>
  plainPicture(width, height)
    .jpeg()
    .withExif({
      IFD0: { Copyright: "Ann Example" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** Two pictures in one GIF, one after the other. */
export const animated = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 80, channels: 3, background: GROUND, pageHeight: 40 } })
    .composite([
      { input: { create: { width: 40, height: 40, channels: 3, background: "#123456" } }, top: 0, left: 0 },
    ])
    .gif({ delay: [100, 100] })
    .toBuffer();

/** A small PNG of very many pixels, all of one colour. */
export function bomb(side = 30_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return png([chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(1000))), chunk("IEND")]);
}

/** The same PNG with the mark of one that moves. */
export async function movingPng(): Promise<Buffer> {
  const still = await plainPicture(10, 10).png().toBuffer();
  const header = 8 + 25;
  return Buffer.concat([still.subarray(0, header), chunk("acTL", Buffer.alloc(8)), still.subarray(header)]);
}

const png = (chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);

function chunk(name: string, data = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
