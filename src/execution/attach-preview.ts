import type { Conversation } from "#src/conversations/conversation.ts";
import { type MessageFile, eachOnce, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { hasPictures, partsOf } from "#src/conversations/parts-of.ts";
import { siteDiff } from "#src/site/edit-site.ts";
import { describePictures } from "./describe-pictures.ts";
import type { PicturePorts } from "./find-pictures.ts";
import type { PreviewPorts } from "./make-preview.ts";
import { remakeEdit } from "./remake-edit.ts";

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
  const { base } = conversation;
  const made = ports.files?.get(base.attached ?? "");
  if (made) return made;
  const { definition, contents, edit } = await remakeEdit(ports, conversation);
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
