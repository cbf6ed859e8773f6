import type { Conversation } from "#src/conversations/conversation.ts";
import { filesIn, partsOf } from "#src/conversations/parts-of.ts";
import { editSite, type FileEdit } from "#src/site/edit-site.ts";
import type { Change } from "#src/site/edit.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type OpenSite, readSiteFile, readSiteVersion } from "#src/sites/site-reader.ts";
import type { PreviewPorts } from "./make-preview.ts";

interface Remade {
  definition: SiteDefinition;
  /** The files as the preview was made from them. */
  contents: ReadonlyMap<string, Uint8Array>;
  edit: { files: FileEdit[]; changes: Change[] };
}

/**
 * The edit of a stored preview once more, from the versions of the page and of the site's settings that it was made from.
 * @throws TransientError when a later try may do it, Error when it can no longer be made
 */
export async function remakeEdit(
  ports: Pick<PreviewPorts, "openSite">,
  conversation: Extract<Conversation, { status: "previewed" }>,
): Promise<Remade> {
  const { site: key, base, parsed_intent } = conversation;
  const site = await ports.openSite(key);
  if (!site) throw new Error("The site of a preview was removed");
  const contents = new Map<string, Uint8Array>();
  for (const { file, version } of filesIn(base)) contents.set(file, await contentOf(site, version));
  const settings = readSiteDefinition(await settingsOf(site, parsed_intent?.catalogue_version));
  if (!settings.ok) throw new Error("The settings of a preview can no longer be read");
  const { definition } = settings;
  const edit = await editSite(definition, partsOf(conversation), contents);
  if (!edit.ok) throw new Error(edit.message);
  return { definition, contents, edit };
}

/** Their version is only kept where the preview has to be the same to the byte; what stands there now does elsewhere. */
async function settingsOf(site: OpenSite, version: string | undefined): Promise<Uint8Array> {
  if (version !== undefined) return contentOf(site, version);
  const read = await readSiteFile(site, site.configPath);
  if (!read.ok) throw new Error(read.failure.message);
  return read.file.content;
}

async function contentOf(site: OpenSite, version: string): Promise<Uint8Array> {
  const read = await readSiteVersion(site, version);
  if (!read.ok) throw new Error(read.failure.message);
  return read.content;
}
