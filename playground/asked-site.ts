import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type ConversationItem, createConversationEntity } from "#entities/conversation.ts";
import { partsOf, picturesIn } from "#src/conversations/parts-of.ts";
import { blobId } from "#src/publishing/blob-id.ts";
import { editSite, filesOf, siteDigest } from "#src/site/edit-site.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { SiteFiles } from "./site-page/read-site.ts";

const DEFINITION = "ux-agent.json";

interface Ports {
  table: string;
  client: DynamoDBClient;
  discord: Pick<DiscordStandIn, "channel">;
}

/**
 * The files of a site as a request that waits to be confirmed would leave them: the same edit as will be published, and the
 * same pictures to the byte.
 * @param files of the commit that it would be published on
 * @throws Error with one sentence for the reader of the page when nothing of the kind can be shown
 */
export async function askedSite(ports: Ports, conversation: string, files: SiteFiles): Promise<SiteFiles> {
  const { base, images, ...request } = await previewed(ports, conversation);
  const read = readSiteDefinition(files.get(DEFINITION) ?? Buffer.alloc(0));
  if (!read.ok) throw new Error(`the site's ${DEFINITION} is not valid`);
  const parts = partsOf(request);
  const found = filesOf(read.definition, parts);
  if (!found.ok) throw new Error(found.message);
  const contents = new Map(found.paths.map((path) => [path, files.get(path) ?? Buffer.alloc(0)]));
  const edit = await editSite(read.definition, parts, contents);
  if (!edit.ok) throw new Error(edit.message);
  const pictures = picturesIn(images);
  if (siteDigest(edit.files, pictures) !== base.digest)
    throw new Error("the site has changed since this preview was made");
  return new Map([
    ...files,
    ...edit.files.map(({ path, after }) => [path, Buffer.from(after)] as const),
    ...pictures.map((picture) => [picture.path, pictureOf(ports, picture)] as const),
  ]);
}

async function previewed({ table, client }: Ports, conversation_id: string) {
  const { data } = await createConversationEntity({ table, client }).get({ conversation_id }).go();
  if (!data || !isPreviewed(data)) throw new Error("this request no longer waits to be confirmed");
  if (data.site !== DEFAULT_SITE) throw new Error("this request is about another site");
  return data;
}

type Previewed = ConversationItem & Required<Pick<ConversationItem, "section" | "updates" | "base">>;

const isPreviewed = (item: ConversationItem): item is Previewed =>
  item.section !== undefined && item.updates !== undefined && item.base !== undefined;

/** As the preview's message has it attached. */
function pictureOf(
  { discord: { channel } }: Ports,
  { path, version }: { path: string; version: string },
): Buffer {
  for (const { attachments } of channel.messages())
    for (const { id } of attachments) {
      const content = channel.file(id)?.content;
      if (content && blobId(content) === version) return Buffer.from(content);
    }
  throw new Error(`the picture ${path} is no longer attached to the preview`);
}
