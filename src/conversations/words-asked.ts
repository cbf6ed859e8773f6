import type { ConversationItem } from "#entities/conversation.ts";

type Request = Pick<ConversationItem["request"], "description" | "command" | "answers">;

/** What a request asks for, in few words; a form's are its values. Undefined for pictures alone, and for an undo. */
export const wordsAsked = ({ description, command, answers }: Request): string | undefined =>
  description ?? command ?? (answers.length > 0 ? answers.map(({ answer }) => answer).join(", ") : undefined);
