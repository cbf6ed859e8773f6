import { randomUUID } from "node:crypto";
import { conversationParameters, readParameters } from "#src/admin/parameters.ts";
import { retryConversation } from "#src/admin/retry-conversation.ts";
import { UserError } from "#src/errors.ts";
import { checked } from "./checked.ts";
import { type Choice, withTable } from "./choose-table.ts";

/** Asks `execution` to try a failed conversation again. It does so after this command has ended. */
export async function retry(id: string, choice: Choice): Promise<void> {
  const { conversationId } = checked(readParameters(conversationParameters, { conversationId: id }));
  await withTable(choice, async (app) => {
    const retried = await retryConversation(app, conversationId, randomUUID());
    if (!retried.ok) throw new UserError(retried.message);
    const doing = retried.conversation.status === "confirmed" ? "published" : "prepared";
    console.log(
      `Conversation ${conversationId} is being ${doing} again: \`show ${conversationId}\` tells what comes of it.`,
    );
  });
}
