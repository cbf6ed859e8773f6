import type { Conversation } from "#src/conversations/conversation.ts";
import type { Say } from "#src/words/say.ts";
import { speech } from "#src/words/speech.ts";

/** The port of what answers one interaction in words. */
export interface Spoken {
  /** In the language of the person who acts: what only they see. What everyone sees is said by {@link ownersSay}. */
  say: Say;
}

/** Speaks the language of a conversation's owner; that of the person who acts where the conversation is not known any more. */
export const ownersSay = async (
  { say }: Spoken,
  conversation: Pick<Conversation, "locale"> | null | undefined,
): Promise<Say> => (conversation ? speech(conversation.locale) : say);
