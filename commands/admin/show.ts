import { conversationParameters, readParameters } from "#src/admin/parameters.ts";
import { noConversation, showConversation } from "#src/admin/show-conversation.ts";
import { UserError } from "#src/errors.ts";
import { checked } from "./checked.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { conversationText } from "./conversation-text.ts";

/** Prints one conversation with its timeline. */
export async function show(id: string, options: Choice & { json?: true }): Promise<void> {
  const { conversationId } = checked(readParameters(conversationParameters, { conversationId: id }));
  await withTable(options, async (app) => {
    const conversation = await showConversation(app, conversationId);
    if (!conversation) throw new UserError(noConversation(conversationId));
    console.log(options.json ? JSON.stringify(conversation, null, 2) : conversationText(conversation));
  });
}
