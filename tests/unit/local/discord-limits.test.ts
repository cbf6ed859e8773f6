import { ButtonStyle, ComponentType, InteractionResponseType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { messageProblems, responseProblems } from "#local/discord-limits.ts";

const long = (length: number) => "x".repeat(length);
const button = (custom_id: string, label = "Confirm") => ({
  type: ComponentType.Button,
  style: ButtonStyle.Success,
  label,
  custom_id,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });

const choice = (value: string) => ({ label: value, value });

const form = (inputs: number, title: string) => ({
  custom_id: "edit",
  title,
  components: Array.from({ length: inputs }, () => ({ type: ComponentType.Label, label: "Words" })),
});

describe("Discord's limits", () => {
  it.each([
    ["content of 2,000", { content: long(2000) }],
    ["an embed of 4,096", { embeds: [{ description: long(4096) }] }],
    ["embeds of 6,000 together", { embeds: [{ description: long(4096) }, { description: long(1904) }] }],
    ["five buttons", { components: [row(...["a", "b", "c", "d", "e"].map((id) => button(id)))] }],
    ["a custom id of 100", { components: [row(button(long(100)))] }],
    ["no buttons any more", { content: "Done", components: [] }],
  ])("allow %s", (_, message) => {
    expect(messageProblems(message)).toEqual([]);
  });

  it.each([
    ["content of 2,001", { content: long(2001) }, /content/],
    ["an embed of 4,097", { embeds: [{ description: long(4097) }] }, /embeds\.0\.description/],
    ["a title of 257", { embeds: [{ title: long(257) }] }, /embeds\.0\.title/],
    [
      "embeds of 6,001 together",
      { embeds: [{ description: long(4096) }, { description: long(1905) }] },
      /6000/,
    ],
    ["eleven embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, /embeds/],
    [
      "six buttons",
      { components: [row(...["a", "b", "c", "d", "e", "f"].map((id) => button(id)))] },
      /components/,
    ],
    ["a row without a button", { components: [row()] }, /components/],
    ["six rows", { components: ["a", "b", "c", "d", "e", "f"].map((id) => row(button(id))) }, /components/],
    ["a custom id of 101", { components: [row(button(long(101)))] }, /components/],
    ["a label of 81", { components: [row(button("a", long(81)))] }, /components/],
    ["two buttons with one custom id", { components: [row(button("a"), button("a"))] }, /same custom_id/],
  ])("refuse %s", (_, message, problem) => {
    expect(messageProblems(message).join("\n")).toMatch(problem);
  });

  it("hold for responses as well", () => {
    expect(
      responseProblems(InteractionResponseType.ChannelMessageWithSource, { content: long(2001) }),
    ).toHaveLength(1);
    expect(responseProblems(InteractionResponseType.DeferredChannelMessageWithSource, undefined)).toEqual([]);
  });

  it("allow a form five inputs and a title of 45", () => {
    expect(responseProblems(InteractionResponseType.Modal, form(5, long(45)))).toEqual([]);
    expect(responseProblems(InteractionResponseType.Modal, form(6, "Title"))).toHaveLength(1);
    expect(responseProblems(InteractionResponseType.Modal, form(1, long(46)))).toHaveLength(1);
  });

  it.each([
    ["a text of 4,000", { type: 4, custom_id: "a", value: long(4000) }, 0],
    ["an empty text", { type: 4, custom_id: "a", value: "" }, 1],
    ["two choices of one value", { type: 3, custom_id: "a", options: [choice("a"), choice("a")] }, 1],
  ])("are looked at inside a form: %s", (_, component, problems) => {
    const components = [{ type: ComponentType.Label, label: "Words", component }];
    const data = { custom_id: "edit", title: "Title", components };
    expect(responseProblems(InteractionResponseType.Modal, data)).toHaveLength(problems);
  });
});
