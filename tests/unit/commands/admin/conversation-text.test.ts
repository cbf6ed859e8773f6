import { expect, test } from "vitest";
import { conversationTable, conversationText } from "#commands/admin/conversation-text.ts";
import { detailOf, summaryOf } from "#src/admin/conversation-view.ts";
import type { Publication } from "#src/conversations/conversation.ts";
import { NOW, recordIn, result } from "#tests/support/conversations/example.ts";

const url = "https://github.com/acme/site/pull/12";
const followed = (publication?: Publication, outcome: "published" | "withdrawn" = "published") => ({
  record: recordIn(outcome, {
    result: { ...result, pull_request: { number: 12, url } },
    ...(publication ? { publication } : {}),
  }),
});
const merged: Publication = {
  state: "merged",
  changed: false,
  merged_by: "octo-cat\u001B[2J",
  merged_at: "2026-01-02T00:00:00Z",
  preview_url: "https://preview.example/",
};

test.each<[Publication | undefined, string]>([
  [undefined, url],
  [{ state: "open", changed: false }, url],
  [{ state: "open", changed: false, checks: "failed" }, `${url} (checks failed)`],
  [{ state: "open", changed: true, checks: "passed" }, `${url} (checks passed, branch changed by people)`],
  [{ state: "closed", changed: false }, `${url} (closed without merging)`],
  [{ state: "merged", changed: false }, `${url} (merged)`],
  [merged, `${url} (merged by octo-cat�[2J)`],
])("a table tells what has become of a pull request: %o", (publication, told) => {
  const [, row] = conversationTable([summaryOf(followed(publication), NOW)]).split("\n");
  expect(row?.endsWith(`  ${told}`), row).toBe(true);
});

test("one request tells it with when it was merged and where a host shows it", () => {
  const text = conversationText(detailOf(followed(merged), NOW));
  expect(text).toMatch(/^On GitHub +merged by octo-cat�\[2J$/m);
  expect(text).toMatch(/^Merged at +2026-01-02 00:00:00Z$/m);
  expect(text).toMatch(/^Preview +https:\/\/preview\.example\/$/m);
});

test("what was withdrawn is not told to be closed, too", () => {
  const closed: Publication = { state: "closed", changed: false };
  expect(conversationTable([summaryOf(followed(closed, "withdrawn"), NOW)])).not.toContain("closed");
});
