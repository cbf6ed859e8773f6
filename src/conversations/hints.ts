import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { commitKey, followingKey } from "#entities/following.ts";
import { lostCondition } from "#src/lost-condition.ts";

/** Something published about which GitHub may have news, by its conversation or by its commit. */
export type Told = { repository: string } & ({ conversation_id: string } | { commit: string });

/**
 * What GitHub reports is only a hint: it comes late, twice, out of order or not at all. So nothing of a report is stored but
 * when it came, and `execution` asks GitHub what is true.
 *
 *     report ── if it is followed ──▶ hinted_at ── the table's stream ──▶ `execution` looks at GitHub
 */
export interface Hints {
  /**
   * Notes when there was a hint, with one conditional write. The repository is part of the item's key, so that a report of
   * one repository reaches nothing of another. False when nothing like it is followed; then nothing is written.
   */
  give(told: Told): Promise<boolean>;
}

interface Place {
  table: string;
  client: Pick<DynamoDBClient, "send">;
  now: () => Date;
}

export const createHints = ({ table, client, now }: Place): Hints => ({
  async give(told) {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key:
            "commit" in told
              ? commitKey(told.repository, told.commit)
              : followingKey(told.repository, told.conversation_id),
          UpdateExpression: "SET hinted_at = :now",
          ConditionExpression: "attribute_exists(conversation_id)",
          ExpressionAttributeValues: { ":now": { S: now().toISOString() } },
        }),
      );
      return true;
    } catch (error) {
      if (lostCondition(error)) return false;
      throw error;
    }
  },
});

const hinted = z.object({
  repository: z.string(),
  conversation_id: z.string(),
  /** When it came; ISO 8601. */
  hinted_at: z.string(),
});

/** A hint as an item of the stream tells of it. */
export type Hint = z.infer<typeof hinted>;

/** The hint in an item of the stream, as unmarshalled; null when it is another item. */
export const hintIn = (item: Record<string, unknown>): Hint | null => hinted.safeParse(item).data ?? null;
