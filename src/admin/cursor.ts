import type { Position } from "#src/conversations/user-conversations.ts";
import { matching, object, text, unfit } from "#src/shape.ts";
import { jsonIn } from "#src/json-in.ts";

const written = object({
  user_id: text,
  created_at: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  conversation_id: matching(/^\d{1,20}$/),
});

/** The start of the next page, as an opaque word that is safe in a URL. */
export const writeCursor = ({ user_id, created_at, conversation_id }: Position): string =>
  Buffer.from(JSON.stringify({ user_id, created_at, conversation_id })).toString("base64url");

/** Reads a cursor; null when this system would not write it so, or when it belongs to another user's list. */
export function readCursor(cursor: string, userId: string): Position | null {
  const position = written(jsonIn(Buffer.from(cursor, "base64url").toString()));
  if (position === unfit || position.user_id !== userId) return null;
  return writeCursor(position) === cursor ? position : null;
}
