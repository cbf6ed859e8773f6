import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords, toldBy } from "#src/words/words.ts";
import { TransientError } from "#src/errors.ts";
import { branchName } from "#src/publishing/names.ts";
import type { Prepared, Publication, SiteFile } from "#src/publishing/publisher.ts";
import { editSite, siteDigest } from "#src/site/edit-site.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type Failed, type OpenSite, contentsOf, failed, readDefinition } from "#src/sites/site-reader.ts";
import type { Conversation, ConversationRecord, Failure, Result } from "#src/conversations/conversation.ts";
import type { PicturePorts } from "./find-pictures.ts";
import { type PreviewPorts, makePreview } from "./make-preview.ts";
import { isUndo } from "#src/conversations/is-undo.ts";
import { filesIn, hasPictures, partsOf, picturesIn, sectionLabelsIn } from "#src/conversations/parts-of.ts";
import type { Lifetimes } from "#src/conversations/lifetimes.ts";
import type { Drafted } from "#src/conversations/events.ts";

export type Confirmed = Extract<Conversation, { status: "confirmed" }>;

/** What came of a confirmed change. */
export type Publishing =
  | { type: "published"; result: Result; repository?: string }
  | { type: "publish-failed"; failure: Failure }
  | ({ type: "page-changed"; ttl: number } & Drafted)
  | { type: "undone"; failure: Failure };

export interface PublishPorts extends PreviewPorts, PicturePorts {
  lifetimes: Lifetimes;
  now: () => Date;
}

/**
 * Publishes what was shown, once: repeating it finds what an earlier try left. When the page has moved on so that other
 * lines would change, nothing is published and the new preview comes back.
 * @throws TransientError when a later try may do it
 */
export async function publish(ports: PublishPorts, conversation: Confirmed): Promise<Publishing> {
  const site = await ports.openSite(conversation.site);
  if (!site) return publishFailed({ code: "no-site", ...inWords(sentence("failed.site-removed")) });
  let read: Awaited<ReturnType<typeof readDefinition>> | undefined;
  let gone: Words | undefined;
  const outcome = await site.publisher.publish(publicationOf(conversation), async (current) => {
    read = await readDefinition(site);
    const same = read.ok ? await sameChange(conversation, read.definition, current) : null;
    if (same === null || !hasPictures(conversation.images)) return same;
    const { findPictures } = await import("./find-pictures.ts");
    const pictures = await findPictures(ports, conversation);
    if (pictures.ok)
      return new Map([...same, ...pictures.files.map(({ path, content }) => [path, content] as const)]);
    gone = pictures.why === "gone" ? pictures : undefined;
    return null;
  });
  if (!outcome.ok) return publishFailed(failed(outcome.failure).failure);
  if ("published" in outcome) {
    const { published: result, repository } = outcome;
    return { type: "published", result, ...(repository === undefined ? {} : { repository }) };
  }
  if (gone !== undefined)
    return undone({
      code: "picture",
      ...inWords(sentence("failed.nothing-published", { why: toldBy(gone) })),
    });
  return read && !read.ok ? withoutSettings(site, read.failure) : lookAgain(ports, conversation);
}

type ReadFailure = Failed["failure"];

/**
 * The settings could not be read, so that nothing is known of the page.
 * @throws TransientError unless the repository itself says that they are gone or not valid
 */
function withoutSettings({ configPath }: OpenSite, failure: ReadFailure): Publishing {
  const { code } = failure;
  switch (code) {
    case "no-file":
      return undone({
        code,
        ...inWords(sentence("failed.settings-gone", { file: configPath })),
      });
    case "bad-definition":
      return undone({ code, ...inWords(sentence("failed.nothing-published", { why: toldBy(failure) })) });
    default:
      throw new TransientError(failure);
  }
}

const publishFailed = (failure: Failure): Publishing => ({ type: "publish-failed", failure });

/** The same edit of the files as they are now, if it still removes and adds the lines that were shown. */
async function sameChange(
  conversation: Confirmed,
  definition: SiteDefinition,
  files: SiteFile[],
): Promise<Prepared | null> {
  const edit = await editSite(definition, partsOf(conversation), contentsOf(files));
  if (!edit.ok || siteDigest(edit.files, picturesIn(conversation.images)) !== conversation.base.digest)
    return null;
  return new Map(edit.files.map(({ path, after }) => [path, after]));
}

async function lookAgain(ports: PublishPorts, conversation: Confirmed): Promise<Publishing> {
  const again = await makePreview(ports, conversation);
  switch (again.type) {
    case "drafted":
      return { ...again, type: "page-changed", ttl: ports.lifetimes.afterInput(ports.now()) };
    case "asked":
      return pageChanged(sentence("failed.no-longer-clear"));
    case "draft-failed":
      return pageChanged(sentence("failed.page-changed", { why: toldBy(again.failure) }));
  }
}

const undone = (failure: Failure): Publishing => ({ type: "undone", failure });

const pageChanged = (why: Sentence): Publishing => undone({ code: "page-changed", ...inWords(why) });

type Publishable = Pick<
  Confirmed,
  | "conversation_id"
  | "section"
  | "request"
  | "user_id"
  | "user_name"
  | "confirmed_at"
  | "updated_at"
  | "approvals"
  | "undo_of"
  | "images"
  | "source"
> & { base: NonNullable<ConversationRecord["base"]> };

/** The same conversation always makes the same publication, so that publishing again makes the same commit. */
export function publicationOf(conversation: Publishable): Publication {
  const { conversation_id, section, base, request, images } = conversation;
  const adds = picturesIn(images).map(({ path }) => path);
  return {
    conversation_id,
    branch: branchName(section, conversation_id),
    paths: pathsIn(base),
    ...(adds.length > 0 ? { adds } : {}),
    section_labels: sectionLabelsIn(base),
    asked: isUndo(conversation) ? `Undo of ${nameOf(conversation.undo_of)}` : wordsOf(request),
    changes: base.changes.map(({ section: of, label, before, after, said }) => ({
      ...(of === undefined ? {} : { section: of }),
      label,
      before,
      after,
      ...(said === undefined ? {} : { said }),
    })),
    user: { id: conversation.user_id, name: conversation.user_name },
    ...sourceIn(conversation),
    ...(conversation.approvals?.length ? { approvals: conversation.approvals } : {}),
    confirmed_at: conversation.confirmed_at ?? conversation.updated_at,
  };
}

function sourceIn({ source }: Publishable): Pick<Publication, "source"> {
  if (!source) return {};
  const { user_id: id, name, message_url: url } = source;
  return { source: { id, name, ...(url === undefined ? {} : { url }) } };
}

function pathsIn(base: Publishable["base"]): Publication["paths"] {
  const [first, ...more] = filesIn(base);
  return [first.file, ...more.map(({ file }) => file)];
}

const nameOf = ({ branch, pull_request }: NonNullable<Confirmed["undo_of"]>): string =>
  pull_request ? `#${pull_request.number}` : branch;

/** Everything its owner said, in the order it was said. */
function wordsOf({ description, command, answers }: Confirmed["request"]): string {
  const said = [description, command, ...answers.map(({ answer }) => answer)];
  return said.filter((words) => words?.trim()).join("\n");
}
