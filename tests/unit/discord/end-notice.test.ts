import { describe, expect, test } from "vitest";
import type { End, EndKind } from "#src/conversations/ends.ts";
import { endNotice } from "#src/discord/end-notice.ts";
import { english } from "#src/words/english.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { NOW, OWNER, failure, recordIn, result } from "#tests/support/conversations/example.ts";

const end = (kind: EndKind, number = 3): End => ({ kind, at: NOW, by: "2", number });
const place = { guild_id: "5", channel_id: "6", message_id: "7" };
const first = (content: string | undefined) => content?.split("\n")[0];

describe("a notice of an end", () => {
  test.each([
    ["published", recordIn("published"), "✅ Published: **Header** · `ux-update/header-1`"],
    ["failed", recordIn("failed"), "❌ Failed: **Header**. It could not be reached."],
    ["declined", recordIn("expired"), "👎 Declined by <@2>: **Header**"],
    ["withdrawn", recordIn("withdrawn"), "↩️ Withdrawn: **Header** · `ux-update/header-1`"],
    ["expired", recordIn("expired"), "⌛ Expired: **Header**"],
    ["cancelled", recordIn("cancelled"), "🚫 Cancelled: **Header**"],
    ["merged", recordIn("published"), "🚀 Merged: **Header** · `ux-update/header-1`"],
    ["closed", recordIn("published"), "🚪 Closed without merging: **Header** · `ux-update/header-1`"],
  ] as const)("says that it was %s, of which part, who asked and where to look", (kind, record, headline) => {
    const { content } = endNotice(english, end(kind), { ...record, ...place }).body;
    expect(content).toBe(
      `${headline}\nAsked for by <@${OWNER}> · [message](https://discord.com/channels/5/6/7)\n-# 1 · 4`,
    );
  });

  test("links to the pull request", () => {
    const pull_request = { number: 12, url: "https://github.com/acme/site/pull/12" };
    const { body } = endNotice(
      english,
      end("published"),
      recordIn("published", { result: { ...result, pull_request } }),
    );
    expect(first(body.content)).toBe(
      "✅ Published: **Header** · [#12](https://github.com/acme/site/pull/12)",
    );
  });

  test("says who merged it on GitHub, by a name that formats nothing", () => {
    const publication = {
      state: "merged",
      changed: false,
      merged_by: "octo*cat",
      merged_at: NOW.toISOString(),
    } as const;
    const { body } = endNotice(english, end("merged"), recordIn("published", { publication }));
    expect(first(body.content)).toBe(
      String.raw`🚀 Merged by octo\*cat: **Header** · ` + "`ux-update/header-1`",
    );
  });

  test("says nothing of a failure to make a preview, whose words may be a person's", () => {
    const { base: _, ...undrafted } = recordIn("failed", {
      failure: { code: "value", message: "The text “my secret” is too long." },
    });
    expect(endNotice(english, end("failed"), undrafted).body.content).not.toContain("secret");
    expect(first(endNotice(english, end("failed"), undrafted).body.content)).toBe("❌ Failed: a request");
  });

  test("does not say of an earlier failure what came later", () => {
    const later = recordIn("published", { failure });
    expect(first(endNotice(english, end("failed"), later).body.content)).toBe("❌ Failed: **Header**");
  });

  test("notifies no one, shows no picture of a link, and is what Discord takes", () => {
    const base = { ...recordIn("failed").base, section_label: `@everyone <@&9> ${"*".repeat(3000)}` };
    const long = recordIn("failed", {
      base: base as never,
      failure: { code: "c", message: "x".repeat(5000) },
    });
    const { body } = endNotice(english, end("failed", 9999), { ...long, conversation_id: "9".repeat(20) });
    expect(body).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4, enforce_nonce: true });
    expect(body.content?.length).toBeLessThanOrEqual(2000);
    expect(String(body.nonce).length).toBeLessThanOrEqual(25);
    expect(conformanceProblems("post", body)).toEqual([]);
  });

  test("is told from those of other events and other requests", () => {
    const { isSame } = endNotice(english, end("failed", 3), recordIn("failed"));
    const other = (number: number, conversation_id = "1") =>
      endNotice(english, end("failed", number), recordIn("failed", { conversation_id })).body;
    expect(isSame({ content: other(3).content ?? "" })).toBe(true);
    for (const one of [other(13), other(4), other(3, "11"), other(3, "2")])
      expect(isSame({ content: one.content ?? "" })).toBe(false);
    const nonces = [other(3), other(4), other(3, "2")].map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(3);
  });
});
