import type { Image } from "#src/conversations/conversation.ts";
import { MOST_BYTES, isAttachmentOfDiscord } from "#src/discord/attachments.ts";
import type { Words } from "#src/words/words.ts";

/**
 * The bytes of an attached picture, or one sentence that says why they cannot be had.
 * @throws TransientError when Discord is not answering
 */
export type FetchPicture = (
  linked: Pick<Image, "name" | "url" | "url_expires_at">,
) => Promise<{ ok: true; content: Uint8Array } | ({ ok: false } & Words)>;

/**
 * Its code is loaded with the first picture.
 * @param apiUrl where Discord's API is, or what stands in for it and keeps the attachments, too
 */
export const createFetchPicture =
  (apiUrl: string, now: () => Date): FetchPicture =>
  async (linked) => {
    const { downloadPicture } = await import("#src/pictures/download-picture.ts");
    return downloadPicture(linked, {
      isAllowed: (url) => isAttachmentOfDiscord(url, apiUrl),
      now: now(),
      most: MOST_BYTES,
    });
  };
