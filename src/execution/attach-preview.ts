import type { Conversation } from "#src/conversations/conversation.ts";
import { type MessageFile, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { editSection } from "#src/site/edit-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { type OpenSite, failed } from "#src/sites/site-reader.ts";
import type { PreviewPorts } from "./make-preview.ts";

/**
 * The files of a stored preview: those of this piece of work, or else made once more from the versions of the page and of
 * the site's settings that the preview was made from. They are not stored, because they may be larger than an item of the
 * table; their digest is, so that they are the same to the byte.
 * @throws TransientError when a later try may do it, Error when they can no longer be made
 */
export async function attachPreview(
  ports: Pick<PreviewPorts, "openSite" | "files">,
  { site: key, section, updates, base, parsed_intent }: Extract<Conversation, { status: "previewed" }>,
): Promise<MessageFile[]> {
  const made = ports.files?.get(base.attached ?? "");
  if (made) return made;
  const site = await ports.openSite(key);
  if (!site) throw new Error("The site of a preview was removed");
  const before = await contentOf(site, base.version);
  const settings = readSiteDefinition(await contentOf(site, parsed_intent?.catalogue_version ?? ""));
  if (!settings.ok) throw new Error("The settings of a preview can no longer be read");
  const edit = await editSection(settings.definition, before, { section, updates });
  if (!edit.ok) throw new Error(edit.message);
  const files = previewFiles(edit.changes, unifiedDiff(base.file, before, edit.content), base.notes);
  if (filesDigest(files) !== base.attached) throw new Error("The site now makes another change of a preview");
  return files;
}

async function contentOf({ publisher }: OpenSite, version: string): Promise<Uint8Array> {
  const read = await publisher.readVersion(version);
  if (!read.ok) throw new Error(failed(read.failure).failure.message);
  return read.content;
}
