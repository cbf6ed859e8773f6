import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Base, Conversation } from "#src/conversations/conversation.ts";
import { filesIn, heldAs, partsOf } from "#src/conversations/parts-of.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { Interpretation, ParsedIntent, Question } from "#src/requests/interpretation.ts";
import { BRING_BACK, LEAVE, askMoved } from "#src/requests/ask-moved.ts";
import type { Catalogue, Part } from "#src/site/catalogue.ts";
import { filesOf, labelOf } from "#src/site/edit-site.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type Files, type Published, type Undone, undoSite } from "#src/site/undo/undo-site.ts";
import { type OpenSite, contentsOf, readSiteFiles, readSiteVersion } from "#src/sites/site-reader.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords, wordsOf } from "#src/words/words.ts";

export interface UndoPorts {
  conversations: Pick<ConversationRepository, "find">;
}

type Undo = Pick<Conversation, "conversation_id"> & { undo_of: NonNullable<Conversation["undo_of"]> };

/** The site as it is now, and what its owner has answered. */
interface Now {
  definition: SiteDefinition;
  catalogue: Catalogue;
  site: OpenSite;
  answers: Record<string, string>;
}

/**
 * What an undo means on the site as it is now: the values that stood there before, as if its owner had asked for them. Where
 * someone has changed the published value since, that is asked about first.
 * @throws TransientError when a later try may do it
 */
export async function readUndo(ports: UndoPorts, conversation: Undo, now: Now): Promise<Interpretation> {
  const stored = await ports.conversations.find(conversation.undo_of.conversation_id);
  const published = publishedIn(stored, conversation);
  if (!published) return refused(inWords(sentence("undo.unknown")));
  const { definition, site } = now;
  const found = filesOf(definition, published.parts);
  if (!found.ok) return refused(found);
  const today = await readSiteFiles(site, found.paths);
  if (!today.ok) return refused(today.failure);
  const before = hasList(published) ? await readBefore(site, published.base) : new Map<string, Uint8Array>();
  const undone = await undoSite(definition, published, { now: contentsOf(today.files), before });
  return undone.ok ? meaningOf(undone, published, now) : refused(undone);
}

const refused = (words: Words): Interpretation => ({ outcome: "refused", ...wordsOf(words) });

type Known = Published & { base: Pick<Base, "file" | "version" | "files"> };

/** What was published, as long as this conversation is the one that takes it back. */
function publishedIn(stored: Stored | null, { conversation_id }: Undo): Known | null {
  const item = stored && ("record" in stored ? stored.record : stored.conversation);
  if (!item?.base || item.section === undefined || item.undone_by?.conversation_id !== conversation_id)
    return null;
  const { section, updates = {}, parts, base } = item;
  return { parts: partsOf({ section, updates, parts }), changes: base.changes, base };
}

const hasList = ({ parts }: Published): boolean =>
  parts.some(({ updates }) => Object.values(updates).some((value) => typeof value !== "string"));

/** A record says what was done to a list, and not what the list was: that is in the version of the file. */
async function readBefore(site: OpenSite, base: Known["base"]): Promise<Files["before"]> {
  const contents = new Map<string, Uint8Array>();
  for (const { file, version } of filesIn(base)) {
    const read = await readSiteVersion(site, version);
    if (read.ok) contents.set(file, read.content);
  }
  return contents;
}

function meaningOf(undone: Undone, published: Published, now: Now): Interpretation {
  if (undone.moved.length === 0) return change(undone.parts, undone.left, now);
  const question = askMoved(undone.moved);
  const answer = now.answers[question.id];
  if (answer === BRING_BACK) return change(withMoved(undone, published), undone.left, now);
  if (answer !== LEAVE) return ask(question, undone, now);
  const kept = undone.moved.map(({ subject }) => sentence("note.changed-since", { what: subject }));
  return change(undone.parts, [...undone.left, ...kept], now);
}

/** @param notes what is not brought back, and why */
function change(parts: Part[], notes: (string | Sentence)[], { catalogue }: Now): Interpretation {
  const wanted = heldAs(parts);
  if (wanted) return { ...wanted, outcome: "understood", notes, intent: intentOf(catalogue) };
  return refused(
    inWords(notes.length === 0 ? sentence("undo.nothing") : sentence("undo.impossible", { what: notes })),
  );
}

function ask(question: Question, { parts }: Undone, { definition, catalogue }: Now): Interpretation {
  const known = heldAs(parts);
  const label = known ? { section_label: labelOf(definition, known.section) } : {};
  const intent = { ...intentOf(catalogue), ...label };
  return { updates: {}, ...known, outcome: "unclear", questions: [question], intent };
}

const intentOf = ({ version }: Catalogue): ParsedIntent => ({
  source: "grammar",
  catalogue_version: version,
  understood: [],
});

/** Every value of before, in the order of what was published. */
function withMoved({ parts, moved }: Undone, published: Published): Part[] {
  return published.parts.flatMap(({ section }) => {
    const of = moved.filter((each) => each.section === section);
    const updates = {
      ...parts.find((part) => part.section === section)?.updates,
      ...Object.fromEntries(of.map(({ property, before }) => [property, before])),
    };
    return Object.keys(updates).length > 0 ? [{ section, updates }] : [];
  });
}
