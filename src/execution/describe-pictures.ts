import type { Image } from "#src/conversations/conversation.ts";
import { hasPictures } from "#src/conversations/parts-of.ts";
import type { Part } from "#src/site/catalogue.ts";
import type { Change } from "#src/site/edit.ts";
import { readSection } from "#src/site/read-section.ts";
import type { PropertyOf, SectionDefinition } from "#src/site/site-definition.ts";
import { pathIn } from "#src/site/pictures/picture-address.ts";
import type { Asked } from "./use-pictures.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

/** The same changes, those of pictures as sentences: which file becomes which, how large it is, and what describes it. */
export async function describePictures(changes: Change[], edited: Asked): Promise<Change[]> {
  if (!hasPictures(edited.images)) return changes;
  const said = new Map<string, Sentence>();
  for (const part of edited.parts) {
    const section = edited.definition.sections.find(({ id }) => id === part.section);
    if (section === undefined) continue;
    for (const property of section.properties) {
      const value = part.updates[property.id];
      if (property.kind !== "image" || typeof value !== "string") continue;
      const becomes = sentenceFor(property, edited.images, value);
      if (becomes === null) continue;
      const words = await wordsOf(property, section, { ...part, contents: edited.contents });
      said.set(
        keyOf(property.id, value),
        words === null ? becomes : sentence("change.picture-described", { becomes, words }),
      );
    }
  }
  return changes.map((change) => {
    const told = said.get(keyOf(change.property, change.after));
    return told ? { ...change, said: inWords(told).message, sentences: { said: told } } : change;
  });
}

/** A property and the address that it gets: the same picture may stand in several places. */
const keyOf = (property: string, address: string): string => `${property} ${address}`;

function sentenceFor(property: PropertyOf<"image">, images: Image[], address: string): Sentence | null {
  const path = pathIn(property, address.slice(address.lastIndexOf("/") + 1));
  for (const { name, used = [] } of images) {
    const file = used.find((each) => each.path === path);
    if (file === undefined) continue;
    const { width, height, size } = file;
    const kilobytes = Math.ceil(size / 1000);
    return sentence("change.picture", { property: property.label, name, path, width, height, kilobytes });
  }
  return null;
}

/** The words that describe the picture of today describe the new one from now on, unless they are changed, too. */
async function wordsOf(
  { alt }: PropertyOf<"image">,
  section: SectionDefinition,
  { updates, contents }: Pick<Part, "updates"> & Pick<Asked, "contents">,
): Promise<string | null> {
  if (alt === undefined || updates[alt] !== undefined) return null;
  const readings = await readSection(section, contents.get(section.file) ?? new Uint8Array());
  const now = readings.find(({ property }) => property.id === alt)?.now;
  return now?.ok && typeof now.value === "string" && now.value !== "" ? now.value : null;
}
