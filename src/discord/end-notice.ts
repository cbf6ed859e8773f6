import type { ConversationRecord } from "#src/conversations/conversation.ts";
import type { End } from "#src/conversations/ends.ts";
import { messageUrl } from "#src/conversations/message-url.ts";
import { sectionLabelsIn } from "#src/conversations/parts-of.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Say } from "#src/words/say.ts";
import type { Posting } from "./posting.ts";
import { MessageFlags } from "./protocol.ts";
import { mergeOf } from "./published-text.ts";
import { inert, limits, plain, publishedAs } from "./text.ts";

/** What a notice says of the request; a conversation has it as well as its record. */
type Told = Pick<
  ConversationRecord,
  | "conversation_id"
  | "user_id"
  | "guild_id"
  | "channel_id"
  | "message_id"
  | "base"
  | "result"
  | "publication"
  | "failure"
>;

/**
 * One end of a request, for the log channel of its site. The channel may be open to others than those who see the request's
 * own message, so it repeats no words of a person: who asked, what part of the site, and where to look. It notifies no one, and
 * speaks the language of the request's own message.
 */
export function endNotice(say: Say, end: End, told: Told): Posting {
  const { conversation_id } = told;
  // The id is what `npm run admin -- show` takes; with the number of the event it tells this notice from all others.
  const mark = `-# ${conversation_id} · ${end.number + 1}`;
  const content = shorten(`${headline(say, end, told)}\n${askedBy(say, told)}`, limits.content - 100);
  return {
    body: {
      content: `${content}\n${mark}`,
      allowed_mentions: { parse: [] },
      nonce: `${conversation_id}e${end.number}`.slice(-limits.nonce),
      enforce_nonce: true,
      // The link to a pull request would bring a picture of it along.
      flags: MessageFlags.SuppressEmbeds,
    },
    isSame: (message) => message.content.endsWith(mark),
  };
}

function headline(say: Say, { kind, by }: End, { base, result, publication, failure }: Told): string {
  const where = result ? ` · ${publishedAs(result)}` : "";
  const what = base ? `**${sectionLabelsIn(base).map(plain).join(", ")}**` : say("end.a-request");
  switch (kind) {
    case "published":
    case "withdrawn":
    case "closed":
      return `${say(`end.${kind}`, { what })}${where}`;
    case "merged":
      return `${mergedLine(say, what, publication)}${where}`;
    case "failed":
      return `${say("end.failed", { what })}${failure && base && !result ? `. ${inert(say.words(failure))}` : ""}`;
    case "declined":
      return say("end.declined", { who: `<@${by}>`, what });
    case "expired":
    case "cancelled":
      return say(`end.${kind}`, { what });
  }
}

function mergedLine(say: Say, what: string, publication: Told["publication"]): string {
  const merge = publication && mergeOf(publication);
  return merge ? say("end.merged-by", { who: merge.who, what }) : say("end.merged", { what });
}

function askedBy(say: Say, told: Told): string {
  const who = `<@${told.user_id}>`;
  const url = messageUrl(told);
  return url === undefined ? say("end.asked", { who }) : say("end.asked-linked", { who, url });
}
