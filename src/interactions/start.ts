import { shapeOf } from "#src/conversations/shape-of.ts";
import type { SiteItem } from "#entities/site.ts";
import { limits } from "#src/discord/text.ts";
import type { Meaning, Request } from "#src/requests/interpretation.ts";
import { storedIntent, withStatus } from "#src/conversations/changes.ts";
import type { Askings } from "#src/conversations/askings.ts";
import type { Answer } from "#src/conversations/events.ts";
import { type Conversation, type Image, epochSeconds } from "#src/conversations/conversation.ts";
import type { ConversationRepository, NewConversation } from "#src/conversations/conversation-repository.ts";
import { UnknownOutcomeError } from "#src/errors.ts";
import type { Lifetimes } from "#src/conversations/lifetimes.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import { questionsFor } from "#src/conversations/questions-for.ts";
import { DEFAULT_LOCALE, type Locale } from "#src/words/locale.ts";
import { type UnderstandPorts, understand } from "./understand.ts";
import type { Words } from "#src/words/words.ts";

/** A request as it came in. */
export interface Command {
  interaction_id: string;
  user: { id: string; name: string };
  guild_id?: string;
  channel_id?: string;
  locale: Locale;
  /** In bytes, of each file of an answer. */
  attachment_size_limit?: number;
  command?: string;
  description?: string;
  /** What a form says besides the words. */
  answers?: Answer[];
  images: Image[];
  /** What it takes back, in place of words: only `execution` can tell what that comes to. */
  undo_of?: NonNullable<Conversation["undo_of"]>;
  /** Of a form that was opened for a message: what was stored then is under this id, and the conversation takes its place. */
  opened?: { conversation_id: string; images: number; linked: boolean };
  reply: { token: string; expires_at: string };
  at: Date;
}

export type Started =
  /** `again`: a redelivery, which is answered like the first time. */
  | { started: "drafting" | "clarifying"; conversation: Conversation; again?: true }
  /** Nothing is stored; the words say what to do. */
  | ({ started: "refused" } & Words)
  /** It may be stored, and then waits for an answer: no work is under way that would show its questions. */
  | { started: "perhaps"; conversation: Conversation }
  /** A redelivery of what has moved on or ended since. */
  | { started: "already"; stored: Stored }
  /** What the form was opened for is not stored any more. */
  | { started: "gone" };

export interface StartPorts extends UnderstandPorts {
  conversations: Pick<ConversationRepository, "start">;
  askings: Pick<Askings, "begin">;
  lifetimes: Lifetimes;
}

/** Starts a conversation with one write. What the words alone show to be wrong is refused, what they leave open is asked. */
export async function start(ports: StartPorts, site: SiteItem, asked: Command): Promise<Started> {
  const interpretation = asked.undo_of ? null : await understand(ports, site, requestOf(asked));
  if (interpretation?.outcome === "refused") return { ...interpretation, started: "refused" };
  const ttl = ports.lifetimes.afterInput(asked.at);
  const conversation = conversationOf(asked, { site, interpretation, ttl });
  if (asked.opened) return startOpened(ports, asked, { conversation, linked: asked.opened.linked });
  const outcome = await ports.conversations.start(conversation).catch((error: unknown) => {
    if (error instanceof UnknownOutcomeError && conversation.status === "clarifying") return null;
    throw error;
  });
  if (!outcome) return { started: "perhaps", conversation };
  if (outcome.started) return { started: conversation.status, conversation };
  return repeated(asked, conversation, outcome.existing);
}

async function startOpened(
  { askings }: StartPorts,
  asked: Command,
  { conversation, linked }: { conversation: NewConversation; linked: boolean },
): Promise<Started> {
  const outcome = await askings.begin(conversation, linked);
  if (outcome.begun === "gone") return { started: "gone" };
  if (outcome.begun === "before") return repeated(asked, conversation, outcome.existing);
  return { started: outcome.conversation.status, conversation: outcome.conversation };
}

/** The same interaction again is answered like the first time for as long as nothing else has happened. */
function repeated(asked: Command, conversation: NewConversation, existing: Stored | null): Started {
  const untouched = existing && "conversation" in existing && existing.conversation.history.length <= 2;
  const own = untouched && isSame(asked, existing.conversation);
  if (!existing || own) return { started: conversation.status, conversation, again: true };
  return { started: "already", stored: existing };
}

/** A form that was opened for a message may be sent a second time, which is another interaction. */
const isSame = ({ user, opened, reply }: Command, stored: Conversation): boolean =>
  stored.user_id === user.id && (!opened || stored.reply_token === reply.token);

const requestOf = (asked: Command): Request => ({
  ...wordsOf(asked),
  image_count: asked.opened?.images ?? asked.images.length,
  answers: Object.fromEntries((asked.answers ?? []).map(({ question, answer }) => [question, answer])),
});

const wordsOf = ({ command, description }: Command) => ({
  ...(command === undefined ? {} : { command }),
  ...(description === undefined ? {} : { description }),
});

interface Understood {
  /** The site that is asked to change. */
  site: SiteItem;
  /** Null where only `execution` can tell. */
  interpretation: Meaning | null;
  ttl: number;
}

function conversationOf(asked: Command, { site, interpretation, ttl }: Understood): NewConversation {
  const at = asked.at.toISOString();
  const { interaction_id, user } = asked;
  return {
    conversation_id: asked.opened?.conversation_id ?? interaction_id,
    user_id: user.id,
    user_name: user.name,
    ...(asked.guild_id ? { guild_id: asked.guild_id, live: epochSeconds(asked.at) } : {}),
    ...(asked.channel_id ? { channel_id: asked.channel_id } : {}),
    // Most write English, and a start is to stay within one write unit.
    ...(asked.locale === DEFAULT_LOCALE ? {} : { locale: asked.locale }),
    ...sizeLimitOf(asked),
    site: site.guild_id,
    ...contentOf(asked, interpretation),
    ...(asked.undo_of ? undoing(asked.undo_of, site) : {}),
    images: asked.images,
    request: { ...wordsOf(asked), answers: asked.answers ?? [] },
    revision: 1,
    reply_token: asked.reply.token,
    reply_token_expires_at: asked.reply.expires_at,
    history: [{ at, by: user.id, event: "start" }],
    ttl,
    created_at: at,
    updated_at: at,
  };
}

function contentOf(asked: Pick<Command, "locale">, interpretation: Meaning | null) {
  if (!interpretation) return withStatus("drafting", false);
  const { section, updates, parts, intent } = interpretation;
  const known = {
    ...shapeOf(updates, parts),
    ...(section === undefined ? {} : { section }),
    updates,
    ...(parts ? { parts } : {}),
  };
  if (interpretation.outcome === "unclear")
    return {
      ...withStatus("clarifying", false, questionsFor(asked, interpretation.questions)),
      ...known,
      parsed_intent: storedIntent(intent),
    };
  // `execution` understands the words anew and writes down how, so that a start stays within one write unit.
  const { source, catalogue_version } = intent;
  return { ...withStatus("drafting", false), ...known, parsed_intent: { source, catalogue_version } };
}

/** That the stored catalogue is the one of this version keeps `execution` from storing it again. */
const undoing = (undo_of: NonNullable<Command["undo_of"]>, { catalogue }: SiteItem) => ({
  undo_of,
  ...(catalogue
    ? { parsed_intent: { source: "grammar" as const, catalogue_version: catalogue.version } }
    : {}),
});

/** Most interactions have the limit that every server has. */
const sizeLimitOf = ({ attachment_size_limit: most = limits.fileBytes }: Command) =>
  most < limits.fileBytes ? { attachment_size_limit: most } : {};
