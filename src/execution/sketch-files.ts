import { type PictureFile, sketchNames } from "#src/discord/preview-files.ts";
import type { Sketch } from "#src/discord/sketch.ts";
import { blobId } from "#src/publishing/blob-id.ts";
import type { Say } from "#src/words/say.ts";

/** The pictures of a sketch, each with words for those who do not see it. */
export const sketchFiles = (say: Say, { before, after }: Sketch): PictureFile[] => [
  fileOf("now", before, say("sketch.now-described")),
  fileOf("asked", after, say("sketch.asked-described")),
];

function fileOf(name: keyof typeof sketchNames, base64: string, description: string): PictureFile {
  const content = new Uint8Array(Buffer.from(base64, "base64"));
  return {
    name: sketchNames[name],
    content,
    content_type: "image/png",
    version: blobId(content),
    description,
  };
}
