import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createFarewellEntity } from "#entities/farewell.ts";
import { type Conversation, epochSeconds } from "./conversation.ts";
import { type Held, tokensIn, usableTokens } from "./reply-tokens.ts";

/** The reply tokens of removed conversations whose message does not say yet how they ended. */
export interface Farewells {
  /** Keeps the tokens of a removed conversation. False when none of them works any more: then nothing is stored. */
  keep(removed: Pick<Conversation, "conversation_id"> & Held): Promise<boolean>;
  /** One consistent read. */
  find(conversationId: string): Promise<Held | null>;
  drop(conversationId: string): Promise<void>;
}

interface Place {
  table: string;
  client: DynamoDBClient;
  now: () => Date;
}

/** Farewells in the table: one write for each method but `find`. */
export function createFarewells({ now, ...place }: Place): Farewells {
  const farewells = createFarewellEntity(place);
  return {
    async keep({ conversation_id, ...held }) {
      const ends = usableTokens(held, now()).map(({ expires_at }) => epochSeconds(new Date(expires_at)));
      if (ends.length === 0) return false;
      await farewells.put({ conversation_id, ...tokensIn(held), ttl: Math.max(...ends) }).go();
      return true;
    },
    async find(conversation_id) {
      const { data } = await farewells.get({ conversation_id }).go({ consistent: true });
      return data;
    },
    async drop(conversation_id) {
      await farewells.delete({ conversation_id }).go();
    },
  };
}
