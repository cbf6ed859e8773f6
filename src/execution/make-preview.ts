import { withFormValues } from "#src/requests/form-values.ts";
import { colorsAskedOf } from "#src/requests/attached-picture.ts";
import type { Interpretation, Request } from "#src/requests/interpretation.ts";
import { read as readRequest } from "#src/requests/reader.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { isUndo } from "#src/conversations/is-undo.ts";
import { type OpenSite, readDefinition, readValues } from "#src/sites/site-reader.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import { questionsFor } from "#src/conversations/questions-for.ts";
import type { StoredProposal } from "#src/conversations/events.ts";
import { colorChoices } from "./color-choices.ts";
import { type DraftPorts, draftChange } from "./draft-change.ts";
import { sentence } from "#src/words/sentence.ts";
import { speech } from "#src/words/speech.ts";
import { inWords } from "#src/words/words.ts";
import { type PreviewResult, asked, draftFailed } from "./preview-result.ts";
import { type ProposePorts, keepProposal, propose } from "./propose.ts";
import { type UndoPorts, readUndo } from "./read-undo.ts";

export interface PreviewPorts extends ProposePorts, UndoPorts, DraftPorts {
  conversations: Pick<ConversationRepository, "apply" | "find">;
  /** The site that a conversation changes, by its key; null when it is not set up, or no longer. */
  openSite(key: string): Promise<OpenSite | null>;
  sites: Pick<SiteDirectory, "keepCatalogue" | "keepValues">;
}

/**
 * Reads the site and makes the preview of a request, or the questions it leaves open, or says why it cannot be. The
 * request is understood anew with what the site allows now.
 * @throws TransientError when a later try may do it
 */
export async function makePreview(ports: PreviewPorts, conversation: Conversation): Promise<PreviewResult> {
  const result = await previewOf(ports, conversation);
  return result.type === "asked"
    ? { ...result, questions: questionsFor(conversation, result.questions) }
    : result;
}

async function previewOf(ports: PreviewPorts, conversation: Conversation): Promise<PreviewResult> {
  const site = await ports.openSite(conversation.site);
  if (!site) return draftFailed("no-site", inWords(sentence("failed.no-site")));
  const read = await readDefinition(site);
  if (!read.ok) return draftFailed(read.failure.code, read.failure);
  const { definition, catalogue } = read;
  if (conversation.parsed_intent?.catalogue_version !== catalogue.version)
    await ports.sites.keepCatalogue(site.key, catalogue);
  const { meaning, proposal } = await meaningOf(ports, conversation, { ...read, site });
  switch (meaning.outcome) {
    case "refused":
      return draftFailed("not-understood", meaning);
    case "unclear":
      return { ...asked(meaning), ...(proposal ? { proposal } : {}) };
    case "understood":
      if (proposal) await keepProposal(ports, conversation, proposal);
      return draftChange(ports, meaning, {
        site,
        definition,
        images: conversation.images,
        isSeen: colorsAskedOf(requestOf(conversation)) !== null,
        most: conversation.attachment_size_limit,
        say: await speech(conversation.locale),
      });
  }
}

/** The words of a conversation, with what was answered since. */
function requestOf({ request, images }: Conversation): Request {
  const answers = Object.fromEntries(request.answers.map(({ question, answer }) => [question, answer]));
  return { ...request, answers, image_count: images.length };
}

/**
 * What the request means, and the proposal of a model that is still to be stored. A question stores it in its own write.
 * A preview reads files first, which may fail and be tried again for minutes, and must not ask the model each time.
 */
async function meaningOf(
  ports: ProposePorts & UndoPorts & DraftPorts,
  conversation: Conversation,
  { definition, catalogue, site }: { definition: SiteDefinition; catalogue: Catalogue; site: OpenSite },
): Promise<{ meaning: Interpretation; proposal: StoredProposal | null }> {
  const { images } = conversation;
  const whole = requestOf(conversation);
  const { answers } = whole;
  if (isUndo(conversation)) {
    const undo = await readUndo(ports, conversation, { definition, catalogue, site, answers });
    return { meaning: withFormValues(undo, answers, catalogue), proposal: null };
  }
  let proposal: StoredProposal | null = null;
  const meaning = await readRequest(whole, catalogue, {
    values: () => readValues(site, definition),
    colors: (number) => colorChoices(ports.fetchPicture, images[number - 1]),
    propose: async (request, catalogue) => {
      const proposed = await propose(ports, conversation, { request, catalogue });
      proposal = proposed?.isNew ? proposed.proposal : null;
      return proposed?.proposal ?? null;
    },
  });
  return { meaning, proposal };
}
