import { expect, test } from "vitest";
import { approvalAnnouncement } from "#src/discord/announcement.ts";
import { english } from "#src/words/english.ts";
import { conversationIn } from "#tests/support/conversations/example.ts";

const approving = (difference: object) =>
  conversationIn("approving", difference) as Parameters<typeof approvalAnnouncement>[1];

test("an announcement notifies exactly the roles that approve, and no one by what people wrote", () => {
  const base = { file: "f", version: "v", digest: "d", section_label: "@everyone <@&9> **x**", changes: [] };
  const { content, allowed_mentions } = approvalAnnouncement(english, approving({ base }), ["7", "8"]).body;
  expect(allowed_mentions).toEqual({ parse: [], roles: ["7", "8"], replied_user: false });
  expect(content).toContain("<@&7> <@&8>");
  expect(content).not.toContain("<@&9>");
});

const ofRevision = (revision: number) =>
  approvalAnnouncement(english, approving({ conversation_id: "1".repeat(20), revision, message_id: "9" }), [])
    .body;

test("an announcement of one revision has one nonce, within what Discord takes, and answers to the preview", () => {
  const { nonce } = ofRevision(2);
  expect(ofRevision(2)).toMatchObject({ nonce, enforce_nonce: true, message_reference: { message_id: "9" } });
  expect(nonce).not.toBe(ofRevision(3).nonce);
  expect(String(ofRevision(99_999_999).nonce).length).toBeLessThanOrEqual(25);
});

test("an announcement fits into Discord's limits, however many roles there are", () => {
  const roles = Array.from({ length: 200 }, (_, at) => String(10n ** 19n + BigInt(at)));
  const base = { file: "f", version: "v", digest: "d", section_label: "*".repeat(200), changes: [] };
  expect(approvalAnnouncement(english, approving({ base }), roles).body.content?.length).toBeLessThanOrEqual(
    2000,
  );
});
