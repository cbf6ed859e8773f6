import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { ConversationEntity } from "#entities/conversation.ts";
import { batchGet } from "./batch-get.ts";
import { type Conversation, type Phase, isExpired, phaseOf } from "./conversation.ts";
import type { ConversationRepository } from "./conversation-repository.ts";

/** A published conversation, or one being withdrawn, no longer waits for a person. */
const over = new Set<Phase>(["published", "withdrawing", "withdrawn"]);

const isOpen = (conversation: Conversation, now: Date): boolean =>
  !over.has(phaseOf(conversation)) && !isExpired(conversation, now);

/** How many DynamoDB reads at once. */
const AT_ONCE = 100;

interface Options {
  table: string;
  client: DynamoDBClient;
  conversations: ConversationEntity;
  repository: Pick<ConversationRepository, "parse">;
  now: () => Date;
}

/** Finds out which of some conversations still wait for a person or for `execution`: one batch get for each hundred. */
export function createOpenAmong({ table, client, conversations, repository, now }: Options) {
  const keyOf = (conversation_id: string) => marshall(conversations.get({ conversation_id }).params()["Key"]);
  return async (conversationIds: string[]): Promise<Set<string>> => {
    const open = new Set<string>();
    for (let from = 0; from < conversationIds.length; from += AT_ONCE) {
      const keys = conversationIds.slice(from, from + AT_ONCE).map(keyOf);
      for (const item of await batchGet({ client, table }, keys)) {
        const stored = repository.parse(unmarshall(item));
        if (stored && "conversation" in stored && isOpen(stored.conversation, now()))
          open.add(stored.conversation.conversation_id);
      }
    }
    return open;
  };
}
