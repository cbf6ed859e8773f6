import type { Image } from "#src/conversations/conversation.ts";
import { swatchOf } from "#src/discord/swatch.ts";
import type { Readers } from "#src/requests/reader.ts";
import type { FetchPicture } from "./fetch-picture.ts";

/**
 * The main colours of an attached picture, as people choose among them.
 * @throws TransientError when Discord is not answering
 */
export async function colorChoices(
  fetchPicture: FetchPicture,
  image: Image | undefined,
): ReturnType<Readers["colors"]> {
  if (!image)
    return { ok: false, message: "There is no such picture. Use `/ux-update` again and attach it." };
  const fetched = await fetchPicture(image);
  if (!fetched.ok) return fetched;
  const { mainColors } = await import("#src/pictures/main-colors.ts");
  const found = await mainColors({ ...image, content: fetched.content });
  if (!found.ok) return found;
  const choices = found.colors.map(({ color, share }) => ({
    value: color,
    label: `${swatchOf(color)} ${color} (${Math.max(1, Math.round(share * 100))} % of it)`,
  }));
  return choices.length > 0
    ? { ok: true, choices }
    : {
        ok: false,
        message: `“${image.name}” has nothing to be seen. Attach another one with \`/ux-update\`.`,
      };
}
