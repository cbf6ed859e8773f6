import type { Image } from "#src/conversations/conversation.ts";
import { heldAs, partsOf, picturesIn } from "#src/conversations/parts-of.ts";
import type { MessageFile } from "#src/discord/preview-files.ts";
import type { Interpretation } from "#src/requests/interpretation.ts";
import { askItem } from "#src/requests/questions.ts";
import { addressOf } from "#src/site/address-of.ts";
import { editSite, filesOf, labelOf, siteDiff, siteDigest } from "#src/site/edit-site.ts";
import { attachedNumber } from "#src/site/pictures/picture-value.ts";
import type { Refusal } from "#src/site/refusal.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type OpenSite, contentsOf, readSiteFiles } from "#src/sites/site-reader.ts";
import { describePictures } from "./describe-pictures.ts";
import type { FetchPicture } from "./fetch-picture.ts";
import { type KeepValuesPorts, keepValues } from "./keep-values.ts";
import { type PreviewResult, asked, draftFailed } from "./preview-result.ts";
import { shownAs } from "./shown-as.ts";
import type { Asked, WithPictures } from "./use-pictures.ts";
import type { Say } from "#src/words/say.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords, toldBy } from "#src/words/words.ts";

type Understood = Extract<Interpretation, { outcome: "understood" }>;

export interface DraftPorts extends KeepValuesPorts {
  fetchPicture: FetchPicture;
  /** The files of the previews that were made in this piece of work, by their digest. */
  files?: Map<string, MessageFile[]>;
}

interface Known {
  site: OpenSite;
  definition: SiteDefinition;
  images: Image[];
  /** Whether a picture was looked at for its colours. */
  isSeen: boolean;
  /** Of each file that is attached to the message, in bytes; without it, what Discord takes everywhere. */
  most: number | undefined;
  /** Speaks the language of the owner. */
  say: Say;
}

/** The preview of a change that is understood, on the site's files as they are now. */
export async function draftChange(
  ports: DraftPorts,
  meaning: Understood,
  { site, definition, images, isSeen, most, say }: Known,
): Promise<PreviewResult> {
  const found = filesOf(definition, partsOf(meaning));
  if (!found.ok) return draftFailed(found.code, found);
  const read = await readSiteFiles(site, found.paths);
  if (!read.ok) return draftFailed(read.failure.code, read.failure);
  const contents = contentsOf(read.files);
  await keepValues(ports, { site, definition, parts: partsOf(meaning), contents });
  const made = await withPictures(ports, { definition, parts: partsOf(meaning), images, contents });
  if (!made.ok) return draftFailed("picture", made);
  const edit = await editSite(definition, made.parts, contents);
  if (!edit.ok) return notEdited(meaning, edit);
  const label = labelOf(definition, meaning.section);
  const diff = siteDiff(edit.files);
  const [first, ...more] = read.files.map(({ path, version }) => ({ file: path, version }));
  if (diff === "" || !first)
    return draftFailed("unchanged", inWords(sentence("failed.unchanged", { section: label })));
  const changes = await describePictures(edit.changes, { ...made, definition, contents });
  const notes = [...meaning.notes, ...(isSeen ? [] : unused(made.images))];
  const shown = shownAs(say, { changes, diff, notes, most, pictures: made.files });
  if (!shown.ok) return draftFailed("too-long", shown);
  if (shown.base.attached) ports.files?.set(shown.base.attached, shown.files);
  return {
    type: "drafted",
    ...contentOf(made),
    parsed_intent: meaning.intent,
    base: {
      ...first,
      ...(more.length > 0 ? { files: more } : {}),
      digest: siteDigest(edit.files, picturesIn(made.images)),
      section_label: label,
      ...livePage(definition, meaning.section),
      changes: changes.map(({ sentences: _sentences, ...change }) => change),
      ...shown.base,
    },
    preview_message: shown.text,
  };
}

function livePage(definition: SiteDefinition, section: string): { page?: string } {
  const page = addressOf(definition, section);
  return page === undefined ? {} : { page };
}

/** The request with the files of its pictures. What works with pictures is loaded with the first request that has one. */
async function withPictures(
  { fetchPicture }: DraftPorts,
  asked: Asked,
): Promise<({ ok: true } & WithPictures) | ({ ok: false } & Words)> {
  const values = asked.parts.flatMap(({ updates }) => Object.values(updates));
  const isUsed = values.some((value) => typeof value === "string" && attachedNumber(value) !== null);
  if (asked.images.length === 0 && !isUsed) return { ok: true, parts: asked.parts, images: [], files: [] };
  const { usePictures } = await import("./use-pictures.ts");
  return usePictures(fetchPicture, asked);
}

/** A conversation without images has none to write down. */
function contentOf({ parts, images }: WithPictures) {
  const held = heldAs(parts);
  if (!held) throw new Error("A change has no part");
  return { ...held, ...(images.length > 0 ? { images } : {}) };
}

const unused = (images: Image[]): Sentence[] =>
  images.filter(({ used }) => !used).map(({ name }) => sentence("note.picture", { name }));

/** Only the file knows that several items of a list are called what was said. */
const notEdited = ({ section, updates, parts, intent }: Understood, refusal: Refusal): PreviewResult => {
  const { code, which } = refusal;
  if (!which) return draftFailed(code, refusal);
  const known = { section, updates, ...(parts ? { parts } : {}), intent };
  return asked({ ...known, questions: [askItem(which, toldBy(refusal))], outcome: "unclear" });
};
