import { stripVTControlCharacters } from "node:util";
import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { markdown, shownMessage } from "#commands/demo/show-message.ts";

const button = (custom_id: string, label: string) =>
  ({ type: ComponentType.Button, style: ButtonStyle.Success, label, custom_id }) as const;

describe("a message in the terminal", () => {
  it("has its buttons beside each other", () => {
    const components = [button("confirm:1:2", "Confirm"), button("cancel:1:2", "Cancel")];
    const shown = shownMessage({
      id: "1",
      channel_id: "2",
      content: "",
      embeds: [],
      components: [{ type: ComponentType.ActionRow, components }],
      attachments: [],
      flags: 0,
      timestamp: "2026-11-22T12:00:00.000Z",
      edited_timestamp: null,
      author: { id: "3", username: "ux-agent", bot: true },
      interaction_metadata: null,
    });
    expect(stripVTControlCharacters(shown)).toMatch(/^.*Confirm.*Cancel.*$/m);
  });
});

describe("Markdown in the terminal", () => {
  it.each([
    ["**Text**: a → b", "Text: a → b"],
    [String.raw`2 \* 3 \_ \`x\``, "2 * 3 _ `x`"],
    ["branch `ux-update/a-1`", "branch ux-update/a-1"],
    ["[#12](https://example.org/12)", "#12 (https://example.org/12)"],
    ["https:\u200B//example.org", "https://example.org"],
    ["```diff\n-a\n+b\n```", "-a\n+b"],
  ])("shows %j as %j", (written, shown) => {
    expect(stripVTControlCharacters(markdown(written))).toBe(shown);
  });

  it("says when a time is", () => {
    expect(stripVTControlCharacters(markdown(`until <t:${Math.round(Date.now() / 1000) + 3600}:R>`))).toBe(
      "until in 60 minutes",
    );
  });
});
