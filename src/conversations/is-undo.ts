import type { ConversationItem } from "#entities/conversation.ts";

type Undoing = Pick<ConversationItem, "undo_of" | "request">;

/** Whether a conversation takes a published one back. Once it was edited into words, those say what is meant. */
export const isUndo = <C extends Undoing>(
  conversation: C,
): conversation is C & { undo_of: NonNullable<C["undo_of"]> } => {
  const { undo_of, request } = conversation;
  return undo_of !== undefined && !request.description && !request.command;
};
