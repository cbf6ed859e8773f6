import * as z from "zod/mini";
import type { Position } from "#src/conversations/user-conversations.ts";

const position = z.strictObject({
  user_id: z.string(),
  created_at: z.iso.datetime(),
  conversation_id: z.string().check(z.regex(/^\d{1,20}$/)),
});

/** The start of the next page, as an opaque word that is safe in a URL. */
export const writeCursor = (last: Position): string =>
  Buffer.from(JSON.stringify(last)).toString("base64url");

/** Reads a cursor; null when it is malformed or belongs to another user's list. */
export function readCursor(cursor: string, userId: string): Position | null {
  const { data } = position.safeParse(jsonIn(cursor));
  return data?.user_id === userId ? data : null;
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
