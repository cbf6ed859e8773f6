import type { Image } from "#src/conversations/conversation.ts";
import { swatchOf } from "#src/discord/swatch.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";
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
  if (!image) return { ok: false, ...inWords(sentence("picture.not-attached")) };
  const fetched = await fetchPicture(image);
  if (!fetched.ok) return fetched;
  const { mainColors } = await import("#src/pictures/main-colors.ts");
  const found = await mainColors({ ...image, content: fetched.content });
  if (!found.ok) return found;
  const choices = found.colors.map(({ color, share }) => ({
    value: color,
    ...shareOf(color, Math.max(1, Math.round(share * 100))),
  }));
  return choices.length > 0
    ? { ok: true, choices }
    : { ok: false, ...inWords(sentence("picture.empty", { name: image.name })) };
}

function shareOf(color: string, percent: number) {
  const said = sentence("picture.color", { swatch: swatchOf(color), color, percent });
  return { label: inWords(said).message, said };
}
