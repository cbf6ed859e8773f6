import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { buttonFor, diffIn } from "#stand-ins/discord/read-message.ts";
import { previewText } from "#src/discord/preview.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { english } from "#src/words/english.ts";

const message = (parts: Partial<Message>): Message => ({
  id: "1",
  channel_id: "2",
  content: "",
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  timestamp: "2026-11-22T12:00:00.000Z",
  edited_timestamp: null,
  author: { id: "3", username: "ux-agent", bot: true },
  interaction_metadata: null,
  ...parts,
});

const button = (custom_id: string, label: string) =>
  ({ type: ComponentType.Button, style: ButtonStyle.Success, label, custom_id }) as const;
const preview = (before: string, after: string) =>
  message({
    embeds: [
      { description: previewText(english, { changes: [], diff: unifiedDiff("a.html", before, after) }).text },
    ],
  });

describe("a message of the service", () => {
  it("gives the diff that it shows, as it is in the file", () => {
    const [before, after] = ["one\n", "a ``` b `` c\n"];
    expect(diffIn(preview(before, after))).toBe(unifiedDiff("a.html", before, after));
  });

  it("gives no diff when some of it is not shown", () => {
    const lines = Array.from({ length: 900 }, (_, at) => `line ${at}`).join("\n");
    expect(diffIn(preview(lines, lines.toUpperCase()))).toBeNull();
  });

  it("gives no diff when it shows none", () => {
    expect(diffIn(message({ content: "Cancelled" }))).toBeNull();
  });

  it("offers a button by what it does", () => {
    const buttons = [button("confirm:1:2", "Confirm"), button("cancel:1:2", "Cancel")];
    const shown = message({ components: [{ type: ComponentType.ActionRow, components: buttons }] });
    expect(buttonFor(shown, "cancel")).toBe("cancel:1:2");
    expect(buttonFor(shown, "edit")).toBeUndefined();
  });
});
