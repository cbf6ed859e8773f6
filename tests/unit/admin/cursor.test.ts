import { expect, test } from "vitest";
import { readCursor, writeCursor } from "#src/admin/cursor.ts";

const position = { user_id: "1", created_at: "2026-11-22T08:00:00.000Z", conversation_id: "42" };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a cursor leads back to where it was made", () => {
  expect(readCursor(writeCursor(position), "1")).toEqual(position);
});

test("it needs no escaping in a URL", () => {
  expect(encodeURIComponent(writeCursor(position))).toBe(writeCursor(position));
});

test.each([
  ["nothing", ""],
  ["not base64", "%%%"],
  ["not JSON", Buffer.from("{").toString("base64url")],
  ["null", encoded(null)],
  ["a part left out", encoded({ ...position, created_at: undefined })],
  ["a part added", encoded({ ...position, pk: "site#default" })],
  ["a time that is none", encoded({ ...position, created_at: "yesterday" })],
  ["an id that is none", encoded({ ...position, conversation_id: "42#" })],
  ["another user's", encoded({ ...position, user_id: "2" })],
])("%s is not a cursor", (_, cursor) => {
  expect(readCursor(cursor, "1")).toBeNull();
});
