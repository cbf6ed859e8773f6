import type { Conversation, Image } from "#src/conversations/conversation.ts";
import type { MessageBoard, Place } from "#src/discord/message-board.ts";
import type { PictureFile } from "#src/discord/preview-files.ts";
import { makePicture, type PictureFormat } from "#src/pictures/make-picture.ts";
import { blobId } from "#src/publishing/blob-id.ts";
import type { FetchPicture } from "./fetch-picture.ts";
import type { Words } from "#src/words/words.ts";

export interface PicturePorts {
  fetchPicture: FetchPicture;
  board: Pick<MessageBoard, "attachments">;
}

type Used = NonNullable<Image["used"]>[number];

/** `other`: the picture can be had, and is no longer the one that was shown. */
export type FoundPictures =
  | { ok: true; files: (PictureFile & Pick<Used, "path">)[] }
  | { ok: false; why: "other" }
  | ({ ok: false; why: "gone" } & Words);

/**
 * The pictures of a preview, to the byte: as its message has them, or made once more of what was uploaded.
 * @throws TransientError when Discord is not answering
 */
export async function findPictures(ports: PicturePorts, conversation: Conversation): Promise<FoundPictures> {
  const files: (PictureFile & Pick<Used, "path">)[] = [];
  const shown = await shownFiles(ports, conversation);
  for (const image of conversation.images)
    for (const used of image.used ?? []) {
      const found = (await shownPicture(ports, used, shown)) ?? (await madeAgain(ports, image, used));
      if (!("content" in found)) return found;
      const { path, version, content_type } = used;
      const name = path.slice(path.lastIndexOf("/") + 1);
      files.push({ path, name, content: found.content, content_type, version });
    }
  return { ok: true, files };
}

/** The addresses of what the message has attached, by name. An address of now: Discord's end after a day. */
async function shownFiles({ board }: PicturePorts, place: Place): Promise<Map<string, string>> {
  const attached = await board.attachments(place).catch(() => null);
  return new Map(attached?.map(({ name, url }) => [name, url]));
}

type Content = { content: Uint8Array<ArrayBuffer> };

async function shownPicture(
  { fetchPicture }: PicturePorts,
  { path, version }: Used,
  shown: Map<string, string>,
): Promise<Content | null> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const url = shown.get(name);
  const fetched = url === undefined ? null : await fetchPicture({ name, url }).catch(() => null);
  return fetched?.ok && blobId(fetched.content) === version
    ? { content: new Uint8Array(fetched.content) }
    : null;
}

async function madeAgain(
  { fetchPicture }: PicturePorts,
  image: Image,
  { version, content_type, width, size }: Used,
): Promise<Content | Extract<FoundPictures, { ok: false }>> {
  const fetched = await fetchPicture(image);
  if (!fetched.ok) return { ...fetched, why: "gone" };
  const attachment = { ...image, content: fetched.content };
  // As wide and as large as it came out: the same steps lead there again.
  const outcome = await makePicture(attachment, {
    format: formatOf(content_type),
    maxWidth: width,
    maxBytes: size,
  });
  const isSame = outcome.ok && blobId(outcome.made.content) === version;
  return isSame ? { content: outcome.made.content } : { ok: false, why: "other" };
}

const FORMATS: PictureFormat[] = ["webp", "jpeg", "png", "avif"];

const formatOf = (contentType: string): PictureFormat =>
  FORMATS.find((format) => contentType === `image/${format}`) ?? "webp";
