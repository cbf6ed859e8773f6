import { describe, expect, test } from "vitest";
import { readImages } from "#src/discord/attachments.ts";

const DISCORD = "https://discord.com/api/v10";
const MB = 1024 * 1024;
const url = "https://cdn.discordapp.com/attachments/1/2/logo.png?ex=6743a0f0&is=67424f70&hm=abc";

const attachment = (difference: object = {}) => ({
  id: "700000000000000001",
  filename: "logo.png",
  size: 1000,
  content_type: "image/png",
  url,
  ...difference,
});

const problem = (difference: object): string => {
  const read = readImages([attachment(difference)], DISCORD);
  return read.ok ? "" : read.message;
};

describe("an image", () => {
  test("is kept as a reference with its size and the end of its link, never its content", () => {
    expect(readImages([attachment({ width: 640, height: 480 })], DISCORD)).toEqual({
      ok: true,
      images: [
        {
          id: "700000000000000001",
          name: "logo.png",
          content_type: "image/png",
          size: 1000,
          width: 640,
          height: 480,
          url,
          url_expires_at: "2024-11-24T21:56:00.000Z",
        },
      ],
    });
  });

  test.each([
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "IMAGE/PNG",
    "image/jpeg; charset=binary",
  ])("may be %s", (content_type) => {
    expect(problem({ content_type })).toBe("");
  });

  test.each(["image/svg+xml", "application/pdf", "text/html", "video/mp4", "", undefined])(
    "may not be %s, and the list of what it may be is told",
    (content_type) => {
      expect(problem({ content_type })).toBe(
        "“logo.png” is not an image that can be used. Images can be PNG, JPEG, GIF or WebP, at most 8 MB each.",
      );
    },
  );

  test("may have 8 MB and not a byte more", () => {
    expect(problem({ size: 8 * MB })).toBe("");
    expect(problem({ size: 8 * MB + 1 })).toContain("“logo.png” is too large.");
  });

  test.each([
    "https://media.discordapp.net/attachments/1/2/logo.png",
    "https://cdn.discordapp.com/attachments/1/2/logo.png",
  ])("may be at %s", (address) => {
    expect(problem({ url: address })).toBe("");
  });

  test.each([
    "http://cdn.discordapp.com/attachments/1/2/logo.png",
    "https://cdn.discordapp.com.example.com/logo.png",
    "https://example.com/cdn.discordapp.com/logo.png",
    "https://cdn.discordapp.com@example.com/logo.png",
    "https://someone@cdn.discordapp.com/logo.png",
    "https://cdn.discordapp.com:8443/logo.png",
    "https://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "not an address",
  ])("may not be at %s", (address) => {
    expect(problem({ url: address })).toContain("was not uploaded to Discord.");
  });

  test("without size, or with a link that does not say when it ends, is kept without them", () => {
    for (const end of ["", "?ex=zz", "?ex=ffffffffffffffff"]) {
      const read = readImages(
        [attachment({ url: url.replace(/\?.*/, end), width: null, height: null })],
        DISCORD,
      );
      expect(read.ok && Object.keys(read.images[0] ?? {})).toEqual([
        "id",
        "name",
        "content_type",
        "size",
        "url",
      ]);
    }
  });
});

test("of several attachments the first that cannot be used is named, and none is kept", () => {
  const read = readImages(
    [attachment(), attachment({ filename: "a.pdf", content_type: "application/pdf" })],
    DISCORD,
  );
  expect(read).toMatchObject({ ok: false });
  expect(read.ok || read.message).toContain("“a.pdf”");
  expect(readImages([], DISCORD)).toEqual({ ok: true, images: [] });
});
