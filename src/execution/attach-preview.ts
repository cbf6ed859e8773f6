import type { Conversation } from "#src/conversations/conversation.ts";
import { type MessageFile, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { editSection } from "#src/site/edit-section.ts";
import { failed, readDefinition } from "#src/sites/site-reader.ts";
import type { DraftPorts } from "./make-preview.ts";

/**
 * Makes the files of a stored preview once more, from the version of the page that the preview was made from. They are not
 * stored, because they may be larger than an item of the table; their digest is, so that they are the same to the byte.
 * @throws TransientError when a later try may do it, Error when they can no longer be made
 */
export async function attachPreview(
  ports: Pick<DraftPorts, "openSite">,
  { site: key, section, updates, base }: Extract<Conversation, { status: "previewed" }>,
): Promise<MessageFile[]> {
  const site = await ports.openSite(key);
  if (!site) throw new Error("The site of a preview was removed");
  const before = await site.publisher.readVersion(base.version);
  if (!before.ok) throw new Error(failed(before.failure).failure.message);
  const read = await readDefinition(site);
  if (!read.ok) throw new Error(read.failure.message);
  const edit = await editSection(read.definition, section, before.content, updates);
  if (!edit.ok) throw new Error(edit.message);
  const files = previewFiles(edit.changes, unifiedDiff(base.file, before.content, edit.content));
  if (filesDigest(files) !== base.attached) throw new Error("The site now makes another change of a preview");
  return files;
}
