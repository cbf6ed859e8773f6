import type { Conversation } from "#src/conversations/conversation.ts";
import { type MessageFile, eachOnce, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { filesIn, hasPictures, partsOf } from "#src/conversations/parts-of.ts";
import { editSite, siteDiff } from "#src/site/edit-site.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { type OpenSite, readSiteVersion } from "#src/sites/site-reader.ts";
import { describePictures } from "./describe-pictures.ts";
import type { PicturePorts } from "./find-pictures.ts";
import type { PreviewPorts } from "./make-preview.ts";

/**
 * The files of a stored preview: those of this piece of work, or else made once more from the versions of the page and of
 * the site's settings that the preview was made from. They are not stored, because they may be larger than an item of the
 * table; their digest is, so that they are the same to the byte.
 * @throws TransientError when a later try may do it, Error when they can no longer be made
 */
export async function attachPreview(
  ports: Pick<PreviewPorts, "openSite" | "files"> & PicturePorts,
  conversation: Extract<Conversation, { status: "previewed" }>,
): Promise<MessageFile[]> {
  const { site: key, base, parsed_intent } = conversation;
  const made = ports.files?.get(base.attached ?? "");
  if (made) return made;
  const site = await ports.openSite(key);
  if (!site) throw new Error("The site of a preview was removed");
  const contents = new Map<string, Uint8Array>();
  for (const { file, version } of filesIn(base)) contents.set(file, await contentOf(site, version));
  const settings = readSiteDefinition(await contentOf(site, parsed_intent?.catalogue_version ?? ""));
  if (!settings.ok) throw new Error("The settings of a preview can no longer be read");
  const edit = await editSite(settings.definition, partsOf(conversation), contents);
  if (!edit.ok) throw new Error(edit.message);
  const { definition } = settings;
  const { images } = conversation;
  const changes = await describePictures(edit.changes, {
    definition,
    parts: partsOf(conversation),
    images,
    contents,
  });
  const pictures = hasPictures(images) ? await picturesOf(ports, conversation) : [];
  const texts = previewFiles(changes, siteDiff(edit.files), base.notes);
  // A change with pictures may be shown whole without the texts.
  const files = [[...pictures, ...texts], pictures].find((each) => filesDigest(each) === base.attached);
  if (!files) throw new Error("The site now makes another change of a preview");
  return files;
}

async function picturesOf(ports: PicturePorts, conversation: Conversation): Promise<MessageFile[]> {
  const { findPictures } = await import("./find-pictures.ts");
  const found = await findPictures(ports, conversation);
  if (!found.ok) throw new Error("A picture of a preview can no longer be made");
  return eachOnce(found.files.map(({ path: _path, ...file }) => file));
}

async function contentOf(site: OpenSite, version: string): Promise<Uint8Array> {
  const read = await readSiteVersion(site, version);
  if (!read.ok) throw new Error(read.failure.message);
  return read.content;
}
