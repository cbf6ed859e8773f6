import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePicture } from "#src/pictures/make-picture.ts";
import { mainColors } from "#src/pictures/main-colors.ts";
import { animated, bomb, movingPng, photograph, plainPicture } from "#tests/support/pictures.ts";

const WANTED = { format: "webp", maxWidth: 200, maxBytes: 100_000 } as const;

const make = (content: Uint8Array, change: object = {}, content_type = "image/jpeg") =>
  makePicture({ name: "hero.jpg", content_type, content }, { ...WANTED, ...change });

async function made(...given: Parameters<typeof make>) {
  const outcome = await make(...given);
  if (!outcome.ok) throw new Error(outcome.message);
  // Only a test reads what a site may be given.
  sharp.unblock({ operation: ["VipsForeignLoadHeif"] });
  return { ...outcome.made, metadata: await sharp(outcome.made.content).metadata() };
}

describe("a photograph", () => {
  it("is put upright and scaled down", async () => {
    const { width, height, metadata } = await made(await photograph(400, 300));
    expect({ width, height }).toEqual({ width: 200, height: 267 });
    expect(metadata).toMatchObject({ format: "webp", width: 200, height: 267 });
  });

  it("is not made larger", async () => {
    expect(await made(await photograph(100, 60))).toMatchObject({ width: 60, height: 100 });
  });

  it.each(["webp", "jpeg", "png", "avif"] as const)(
    "loses what the camera wrote into it, as %s",
    async (format) => {
      const original = await photograph();
      expect((await sharp(original).metadata()).exif?.toString("latin1")).toContain("Ann Example");
      const { content, content_type, metadata } = await made(original, { format });
      expect(content_type).toBe(`image/${format}`);
      expect(metadata).toMatchObject({ width: 200 });
      for (const part of ["exif", "iptc", "xmp", "icc", "comments"])
        expect(metadata).not.toHaveProperty(part);
      expect(metadata.orientation).toBeUndefined();
      expect(Buffer.from(content).includes("Ann Example")).toBe(false);
    },
  );

  it("is the same to the byte each time", async () => {
    const original = await photograph();
    const [one, other] = [await made(original), await made(original)];
    expect(Buffer.from(one.content).equals(other.content)).toBe(true);
  });

  it("is written with less detail where the site wants it smaller, or is refused", async () => {
    const noise = await sharp(
      Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919) % 251)),
      {
        raw: { width: 200, height: 200, channels: 3 },
      },
    )
      .jpeg({ quality: 95 })
      .toBuffer();
    const whole = (await made(noise, { format: "jpeg" })).content.byteLength;
    const smaller = await made(noise, { format: "jpeg", maxBytes: whole - 1 });
    expect(smaller.content.byteLength).toBeLessThan(whole);
    expect(await make(noise, { format: "jpeg", maxBytes: 1000 })).toMatchObject({
      ok: false,
      message:
        "“hero.jpg” cannot be made as small as the site wants it (1 kB). Attach another one with `/ux-update`.",
    });
  });

  it("has a white ground where it was see-through and the site wants JPEG", async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const { content } = await made(clear, { format: "jpeg" }, "image/png");
    expect([...(await sharp(content).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

describe("in one sentence and what to do, a picture is refused", () => {
  it.each([
    [
      "of another kind than it says",
      async () => plainPicture().png().toBuffer(),
      "image/jpeg",
      "is not the picture that it is said to be (image/jpeg)",
    ],
    [
      "that is a drawing of code",
      async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      "image/png",
      "is not the picture that it is said to be",
    ],
    [
      "that is no picture",
      async () => Buffer.from("MZ not at all"),
      "image/png",
      "is not the picture that it is said to be",
    ],
    [
      "that is not whole",
      async () => (await photograph()).subarray(0, 700),
      "image/jpeg",
      "is damaged or not whole",
    ],
    [
      "whose pixels are not whole",
      async () => (await plainPicture(800, 800).png().toBuffer()).subarray(0, 400),
      "image/png",
      "is damaged or not whole",
    ],
    [
      "of nothing but a beginning",
      async () => Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      "image/png",
      "is damaged or not whole",
    ],
    [
      "that would fill the memory",
      async () => bomb(),
      "image/png",
      "has 30000 × 30000 pixels, which is too many",
    ],
    ["that moves", animated, "image/gif", "moves, and only a still picture can be used"],
    [
      "that moves and calls itself a PNG",
      movingPng,
      "image/png",
      "moves, and only a still picture can be used",
    ],
  ] as const)("%s", async (_, content, type, problem) => {
    const outcome = await make(await content(), {}, type);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(problem) as string });
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/Attach another one with `\/ux-update`\.$/) as string,
    });
  });
});

describe("the main colours", () => {
  it("of a logo on white are that of the logo first", async () => {
    const logo = await sharp({ create: { width: 200, height: 100, channels: 3, background: "#ffffff" } })
      .composite([
        {
          input: { create: { width: 60, height: 60, channels: 3, background: "#e4572e" } },
          top: 20,
          left: 20,
        },
      ])
      .png()
      .toBuffer();
    const outcome = await mainColors({ name: "logo.png", content_type: "image/png", content: logo });
    expect(outcome).toMatchObject({ ok: true, colors: [{ color: "#E4572E" }, { color: "#FFFFFF" }] });
  });

  it("do not count what cannot be seen", async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: "#00ff0000" } })
      .composite([
        {
          input: { create: { width: 10, height: 10, channels: 4, background: "#336699" } },
          top: 20,
          left: 20,
        },
      ])
      .png()
      .toBuffer();
    const outcome = await mainColors({ name: "logo.png", content_type: "image/png", content: clear });
    expect(outcome).toEqual({ ok: true, colors: [{ color: "#336699", share: 1 }] });
  });

  it("are not looked for in what is no picture", async () => {
    const outcome = await mainColors({
      name: "a.png",
      content_type: "image/png",
      content: Buffer.from("no"),
    });
    expect(outcome).toMatchObject({ ok: false });
  });
});
