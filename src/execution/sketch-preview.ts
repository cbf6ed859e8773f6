import { setInterval } from "node:timers/promises";
import type { Conversation } from "#src/conversations/conversation.ts";
import { isWaiting } from "#src/conversations/conversation.ts";
import { partsOf } from "#src/conversations/parts-of.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import { messageOf } from "#src/discord/messages.ts";
import { type MessageFile, areAttachable } from "#src/discord/preview-files.ts";
import { type Sketch, withSketch } from "#src/discord/sketch.ts";
import { addressOf } from "#src/site/address-of.ts";
import type { PageChange, SketchAnswer, SketchRequest } from "#src/sketch/page-change.ts";
import { pageChanges } from "#src/sketch/page-changes.ts";
import { speech } from "#src/words/speech.ts";
import { attachPreview } from "./attach-preview.ts";
import { remakeEdit } from "./remake-edit.ts";
import { sketchFiles } from "./sketch-files.ts";
import { type ShowPorts, showStored } from "./show-stored.ts";

export interface SketchPorts extends ShowPorts {
  /** Null when there is no function that draws. */
  sketch: {
    draw: (request: SketchRequest) => Promise<SketchAnswer>;
    /** Where a local system shows its site, for one that has no address of its own. There, all previews get pictures. */
    page?: string | undefined;
  } | null;
  sites: { find(guildId: string | undefined): Promise<{ pictures?: string } | null> };
}

type Previewed = Extract<Conversation, { status: "previewed" }>;

/**
 * Puts two pictures of the live page into the message of a preview, which is shown already: whatever goes wrong here, the
 * preview stands. Where the conversation went on meanwhile, its message stays as it is, without buttons that are gone.
 */
export async function sketchPreview(ports: SketchPorts, shown: Previewed): Promise<void> {
  try {
    const sketch = await drawFor(ports, shown);
    if (sketch) await attach(ports, shown, sketch);
  } catch (error) {
    const { conversation_id } = shown;
    ports.warn("The live page of a preview was not drawn", { error, conversation_id });
  }
}

async function drawFor(ports: SketchPorts, shown: Previewed): Promise<Sketch | null> {
  const { sketch, sites } = ports;
  if (!sketch) return null;
  const isOn = sketch.page !== undefined || (await sites.find(shown.guild_id))?.pictures === "on";
  const wanted = isOn ? await wantedOf(ports, shown, sketch.page) : null;
  if (!wanted) return null;
  const { all, ...request } = wanted;
  const answer = await drawnMeanwhile(ports, shown, sketch.draw(request));
  if (!answer) return null;
  if (!answer.drawn) throw new Error(answer.why);
  const { before, after, shown: some } = answer;
  return { url: request.url, before, after, shown: some, all };
}

/** How often is looked whether the preview is decided about, in milliseconds: what was decided waits behind this work. */
const BETWEEN_LOOKS = 1000;

/** What was drawn; null as soon as the preview is not waited for any more. */
async function drawnMeanwhile(
  ports: SketchPorts,
  shown: Previewed,
  drawing: Promise<SketchAnswer>,
): Promise<SketchAnswer | null> {
  const over = new AbortController();
  const gone = async (): Promise<null> => {
    for await (const _ of setInterval(BETWEEN_LOOKS, null, { signal: over.signal }))
      if (!isStill(await ports.conversations.find(shown.conversation_id), shown)) break;
    return null;
  };
  try {
    return await Promise.race([drawing, gone()]);
  } finally {
    over.abort();
  }
}

/** What is to be drawn: all changes that the page of the first of them shows. Null where the site says no address. */
async function wantedOf(
  ports: SketchPorts,
  shown: Previewed,
  page: string | undefined,
): Promise<(SketchRequest & { all: number }) | null> {
  const { definition, edit } = await remakeEdit(ports, shown);
  const parts = partsOf(shown);
  const url = addressOf(definition, shown.section) ?? page;
  if (url === undefined) return null;
  const found: { address: string | undefined; change: PageChange | null }[] = [];
  for (const part of parts) {
    const section = definition.sections.find(({ id }) => id === part.section);
    const file = edit.files.find(({ path }) => path === section?.file);
    if (!section || !file) continue;
    const address = addressOf(definition, part.section) ?? page;
    for (const change of await pageChanges(section, part, file)) found.push({ address, change });
  }
  const changes = found.flatMap(({ address, change }) => (address === url && change ? [change] : []));
  if (changes.length === 0) return null;
  return { url, changes: await withPictures(ports, shown, changes), all: found.length };
}

/** A picture that is not on the web yet goes along. */
async function withPictures(
  ports: SketchPorts,
  shown: Previewed,
  changes: PageChange[],
): Promise<PageChange[]> {
  if (changes.every(({ kind }) => kind !== "picture")) return changes;
  const files = await filesOf(ports, shown);
  return changes.map((change) => {
    const file = change.kind === "picture" && files.find(({ name }) => change.after.endsWith(`/${name}`));
    return change.kind === "picture" && file && "version" in file
      ? {
          ...change,
          after: `data:${file.content_type};base64,${Buffer.from(file.content).toString("base64")}`,
        }
      : change;
  });
}

/** What the message of a preview has attached without us. */
const filesOf = async (ports: SketchPorts, shown: Previewed): Promise<MessageFile[]> =>
  shown.base.attached === undefined ? [] : attachPreview(ports, shown);

async function attach(ports: SketchPorts, shown: Previewed, sketch: Sketch): Promise<void> {
  const files = await filesOf(ports, shown);
  const say = await speech(shown.locale);
  const all = [...files, ...sketchFiles(say, sketch)];
  if (!areAttachable(all, shown.attachment_size_limit)) return;
  const before = await ports.conversations.find(shown.conversation_id);
  if (!isStill(before, shown)) return;
  const { conversation } = before;
  await ports.board.show(conversation, withSketch(say, messageOf(say, conversation, files), sketch), all);
  const after = await ports.conversations.find(shown.conversation_id);
  if (!isStill(after, shown)) await showWhatBecame(ports, shown, after);
}

const isStill = (stored: Stored | null, { revision }: Previewed): stored is { conversation: Previewed } =>
  stored !== null &&
  "conversation" in stored &&
  stored.conversation.status === "previewed" &&
  stored.conversation.revision === revision;

/** Our edit may have come behind the one that took the buttons away. What waits has a task behind this one, which ends it. */
async function showWhatBecame(ports: SketchPorts, shown: Previewed, stored: Stored | null): Promise<void> {
  if (!stored || "record" in stored || !isWaiting(stored.conversation))
    return showStored(ports, stored, shown);
  const { conversation } = stored;
  const attached = conversation.base?.attached === undefined ? [] : "kept";
  await ports.board.show(
    conversation,
    messageOf(await speech(conversation.locale), conversation, attached),
    attached,
  );
}
