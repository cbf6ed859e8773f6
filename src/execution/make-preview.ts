import type { MessageFile } from "#src/discord/preview-files.ts";
import type { SiteFile } from "#src/publishing/publisher.ts";
import { withFormValues } from "#src/requests/form-values.ts";
import type { Interpretation } from "#src/requests/interpretation.ts";
import { askItem } from "#src/requests/questions.ts";
import { read as readRequest } from "#src/requests/reader.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { editSite, filesOf, labelOf, siteDiff, siteDigest } from "#src/site/edit-site.ts";
import type { Refusal } from "#src/site/refusal.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { standingValues } from "#src/site/standing-values.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { isUndo } from "#src/conversations/is-undo.ts";
import { partsOf } from "#src/conversations/parts-of.ts";
import { type Failed, type OpenSite, readDefinition, readSiteFile } from "#src/sites/site-reader.ts";
import type { Conversation, Failure } from "#src/conversations/conversation.ts";
import type { Asked, Drafted, StoredProposal } from "#src/conversations/events.ts";
import { type ProposePorts, keepProposal, propose } from "./propose.ts";
import { shownAs } from "./shown-as.ts";
import { type UndoPorts, readUndo } from "./read-undo.ts";

/** What comes of a request on the site as it is now. */
export type PreviewResult =
  | ({ type: "drafted" } & Drafted)
  | ({ type: "asked" } & Asked)
  | { type: "draft-failed"; failure: Failure };

export interface PreviewPorts extends ProposePorts, UndoPorts {
  conversations: Pick<ConversationRepository, "apply" | "find">;
  /** The site that a conversation changes, by its key; null when it is not set up, or no longer. */
  openSite(key: string): Promise<OpenSite | null>;
  sites: Pick<SiteDirectory, "keepCatalogue">;
  /** The files of the previews that were made in this piece of work, by their digest. */
  files?: Map<string, MessageFile[]>;
}

type Understood = Extract<Interpretation, { outcome: "understood" }>;

/**
 * Reads the site and makes the preview of a request, or the questions it leaves open, or says why it cannot be. The
 * request is understood anew with what the site allows now.
 * @throws TransientError when a later try may do it
 */
export async function makePreview(ports: PreviewPorts, conversation: Conversation): Promise<PreviewResult> {
  const site = await ports.openSite(conversation.site);
  if (!site)
    return draftFailed(
      "no-site",
      "The site of this server cannot be opened: an administrator has to set it up again.",
    );
  const read = await readDefinition(site);
  if (!read.ok) return draftFailed(read.failure.code, read.failure.message);
  const { definition, catalogue } = read;
  if (conversation.parsed_intent?.catalogue_version !== catalogue.version)
    await ports.sites.keepCatalogue(site.key, catalogue);
  const { meaning, proposal } = await meaningOf(ports, conversation, { ...read, site });
  switch (meaning.outcome) {
    case "refused":
      return draftFailed("not-understood", meaning.message);
    case "unclear":
      return { ...asked(meaning), ...(proposal ? { proposal } : {}) };
    case "understood":
      if (proposal) await keepProposal(ports, conversation, proposal);
      return preview(
        { site, files: ports.files, most: conversation.attachment_size_limit },
        definition,
        meaning,
      );
  }
}

/**
 * What the request means, and the proposal of a model that is still to be stored. A question stores it in its own write.
 * A preview reads files first, which may fail and be tried again for minutes, and must not ask the model each time.
 */
async function meaningOf(
  ports: ProposePorts & UndoPorts,
  conversation: Conversation,
  { definition, catalogue, site }: { definition: SiteDefinition; catalogue: Catalogue; site: OpenSite },
): Promise<{ meaning: Interpretation; proposal: StoredProposal | null }> {
  const { request, images } = conversation;
  const answers = Object.fromEntries(request.answers.map(({ question, answer }) => [question, answer]));
  if (isUndo(conversation)) {
    const undo = await readUndo(ports, conversation, { definition, catalogue, site, answers });
    return { meaning: withFormValues(undo, answers, catalogue), proposal: null };
  }
  const whole = { ...request, answers, image_count: images.length };
  let proposal: StoredProposal | null = null;
  const meaning = await readRequest(whole, catalogue, {
    values: () =>
      standingValues(definition, async (path) => {
        const read = await readSiteFile(site, path);
        return read.ok ? read.file.content : null;
      }),
    propose: async (request, catalogue) => {
      const proposed = await propose(ports, conversation, { request, catalogue });
      proposal = proposed?.isNew ? proposed.proposal : null;
      return proposed?.proposal ?? null;
    },
  });
  return { meaning, proposal };
}

const asked = ({
  section,
  updates,
  parts,
  questions,
  intent,
}: Extract<Interpretation, { outcome: "unclear" }>): { type: "asked" } & Asked => ({
  type: "asked",
  ...(section === undefined ? {} : { section }),
  updates,
  ...(parts ? { parts } : {}),
  questions,
  parsed_intent: intent,
});

/** Only the file knows that several items of a list are called what was said. */
const notEdited = (
  { section, updates, parts, intent }: Understood,
  { code, message, which }: Refusal,
): PreviewResult => {
  if (!which) return draftFailed(code, message);
  const known = { section, updates, ...(parts ? { parts } : {}), intent };
  return asked({ ...known, questions: [askItem(which, message)], outcome: "unclear" });
};

/** Where a preview is made, and the most of each attached file, in bytes. */
interface Around {
  site: OpenSite;
  files: PreviewPorts["files"];
  most: number | undefined;
}

async function preview(
  { site, files, most }: Around,
  definition: SiteDefinition,
  meaning: Understood,
): Promise<PreviewResult> {
  const { parts } = meaning;
  const all = partsOf(meaning);
  const found = filesOf(definition, all);
  if (!found.ok) return draftFailed(found.code, found.message);
  const read = await readFiles(site, found.paths);
  if (!read.ok) return draftFailed(read.failure.code, read.failure.message);
  const edit = await editSite(
    definition,
    all,
    new Map(read.files.map(({ path, content }) => [path, content])),
  );
  if (!edit.ok) return notEdited(meaning, edit);
  const label = labelOf(definition, meaning.section);
  const diff = siteDiff(edit.files);
  const [first, ...more] = read.files.map(({ path, version }) => ({ file: path, version }));
  if (diff === "" || !first)
    return draftFailed("unchanged", `${label} already is like that: there is nothing to change.`);
  const shown = shownAs(edit.changes, diff, { notes: meaning.notes, most });
  if (!shown.ok) return draftFailed("too-long", shown.message);
  if (shown.base.attached) files?.set(shown.base.attached, shown.files);
  const further = more.length > 0 ? { files: more } : {};
  const { changes } = edit;
  return {
    type: "drafted",
    section: meaning.section,
    updates: meaning.updates,
    ...(parts ? { parts } : {}),
    parsed_intent: meaning.intent,
    base: {
      ...first,
      ...further,
      digest: siteDigest(edit.files),
      section_label: label,
      changes,
      ...shown.base,
    },
    preview_message: shown.text,
  };
}

async function readFiles(site: OpenSite, paths: string[]): Promise<{ ok: true; files: SiteFile[] } | Failed> {
  const files: SiteFile[] = [];
  for (const path of paths) {
    const read = await readSiteFile(site, path);
    if (!read.ok) return read;
    files.push(read.file);
  }
  return { ok: true, files };
}

const draftFailed = (code: string, message: string): PreviewResult => ({
  type: "draft-failed",
  failure: { code, message },
});
