import type { Image } from "#src/conversations/conversation.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords } from "#src/words/words.ts";

/** An attachment as Discord describes it. */
interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  content_type?: string | undefined;
  width?: number | null | undefined;
  height?: number | null | undefined;
}

/** Of an attached image. */
export const MOST_BYTES = 8 * 1024 * 1024;
const types = new Map([
  ["image/png", "PNG"],
  ["image/jpeg", "JPEG"],
  ["image/gif", "GIF"],
  ["image/webp", "WebP"],
]);
/** Where Discord keeps attachments; a reference to anywhere else did not come from an upload. */
const hosts = new Set(["cdn.discordapp.com", "media.discordapp.net"]);
/** Where its API is; what answers in its place keeps the attachments, too. */
const DISCORD = /^https:\/\/(?:\w+\.)?discord\.com$/;

/** What an image may be: of which types, and at most how many megabytes. */
export const accepted = { types: [...types.values()], megabytes: MOST_BYTES / 1024 / 1024 };

/**
 * References to the attached images, or one sentence that says which cannot be used and what can.
 * @param apiUrl where Discord's API is
 */
export function readImages(
  attachments: Attachment[],
  apiUrl: string,
): { ok: true; images: Image[] } | ({ ok: false } & Words) {
  for (const attachment of attachments) {
    const problem = problemWith(attachment, apiUrl);
    if (problem) return { ok: false, ...inWords(sentence("image.refused", { problem, ...accepted })) };
  }
  return { ok: true, images: attachments.map(imageOf) };
}

function problemWith(
  { filename: name, size, content_type, url }: Attachment,
  apiUrl: string,
): Sentence | null {
  if (!types.has(typeOf(content_type))) return sentence("image.not-usable", { name });
  if (size > MOST_BYTES) return sentence("image.too-large", { name });
  return isAttachmentOfDiscord(url, apiUrl) ? null : sentence("image.not-uploaded", { name });
}

const typeOf = (contentType = ""): string => contentType.split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether Discord keeps an attachment at an address, or what stands in for Discord at another address of its API. */
export function isAttachmentOfDiscord(address: string, apiUrl: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (url.protocol === "https:" && hosts.has(url.hostname) && url.port === "") return true;
  const api = URL.parse(apiUrl)?.origin;
  return api !== undefined && !DISCORD.test(api) && url.origin === api;
}

function imageOf({ id, filename, size, url, content_type, width, height }: Attachment): Image {
  const expires = linkExpiry(url);
  return {
    id,
    name: filename,
    content_type: typeOf(content_type),
    size,
    url,
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(expires ? { url_expires_at: expires } : {}),
  };
}

/** Discord signs its links; `ex` is when the signature ends, in hexadecimal epoch seconds. */
function linkExpiry(url: string): string | undefined {
  const ex = URL.parse(url)?.searchParams.get("ex");
  return ex && /^[0-9a-f]{1,9}$/i.test(ex)
    ? new Date(Number.parseInt(ex, 16) * 1000).toISOString()
    : undefined;
}
