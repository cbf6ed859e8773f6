import {
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  TextInputStyle,
} from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { messageProblems, responseProblems, typeProblems } from "#stand-ins/discord/limits.ts";

const long = (length: number) => "x".repeat(length);
const button = (custom_id: string, label = "Confirm") => ({
  type: ComponentType.Button,
  style: ButtonStyle.Success,
  label,
  custom_id,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });

const select = (...values: string[]) => ({
  type: ComponentType.StringSelect,
  custom_id: "choice",
  options: values.map((value) => ({ label: "Choice", value })),
});
const labelled = (input: object) => ({
  type: ComponentType.Label,
  label: "Words",
  component: { type: ComponentType.TextInput, style: TextInputStyle.Short, ...input },
});

const form = (inputs: number, title: string) => ({
  custom_id: "edit",
  title,
  components: Array.from({ length: inputs }, (_, at) => labelled({ custom_id: `input-${at}` })),
});

describe("Discord's limits", () => {
  it.each([
    ["content of 2,000", { content: long(2000) }],
    ["an embed of 4,096", { embeds: [{ description: long(4096) }] }],
    ["embeds of 6,000 together", { embeds: [{ description: long(4096) }, { description: long(1904) }] }],
    ["five buttons", { components: [row(...["a", "b", "c", "d", "e"].map((id) => button(id)))] }],
    ["a custom id of 100", { components: [row(button(long(100)))] }],
    ["no buttons any more", { content: "Done", components: [] }],
    ["a select alone in its row", { components: [row(select("a", "b"))] }],
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
    ["a button without words", { components: [row({ ...button("a"), label: undefined })] }, /label/],
    ["a button that is a link as well", { components: [row({ ...button("a"), url: "https://a.b" })] }, /url/],
    ["a select beside a button", { components: [row(select("a"), button("b"))] }, /alone/],
    ["a select of one value twice", { components: [row(select("a", "a"))] }, /same value/],
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
    ["a label around nothing", { type: ComponentType.Label, label: "Words" }],
    ["an input of 4,001 characters", labelled({ custom_id: "a", value: long(4001) })],
    ["an input without a custom id", labelled({})],
    ["a button", button("a")],
  ])("refuse a form with %s", (_, part) => {
    const modal = { ...form(1, "Title"), components: [part] };
    expect(responseProblems(InteractionResponseType.Modal, modal)).not.toEqual([]);
  });

  it.each([
    ["a text of 4,000", labelled({ custom_id: "a", value: long(4000) }), 0],
    ["an empty text", labelled({ custom_id: "a", value: "" }), 1],
    ["two choices of one value", { ...labelled({}), component: select("a", "a") }, 1],
  ])("are looked at inside a form: %s", (_, part, problems) => {
    const data = { custom_id: "edit", title: "Title", components: [part] };
    expect(responseProblems(InteractionResponseType.Modal, data)).toHaveLength(problems);
  });
});

describe("Discord", () => {
  const { ApplicationCommand, MessageComponent, ModalSubmit, Ping } = InteractionType;
  const { ChannelMessageWithSource, Modal, Pong, UpdateMessage } = InteractionResponseType;
  const form = { type: ModalSubmit };

  it.each([
    ["a message for a command", { type: ApplicationCommand }, ChannelMessageWithSource],
    ["a form for a button", { type: MessageComponent }, Modal],
    ["an update for a button", { type: MessageComponent }, UpdateMessage],
    ["an update for the form of a button", { ...form, message: {} }, UpdateMessage],
    ["a pong for a ping", { type: Ping }, Pong],
  ])("takes %s", (_, interaction, response) => {
    expect(typeProblems(interaction, response)).toEqual([]);
  });

  it.each([
    ["a form for a form", form, Modal],
    ["an update for the form of a command", form, UpdateMessage],
    ["an update for a command", { type: ApplicationCommand }, UpdateMessage],
    ["a message for a ping", { type: Ping }, ChannelMessageWithSource],
    ["a pong for a command", { type: ApplicationCommand }, Pong],
  ])("does not take %s", (_, interaction, response) => {
    expect(typeProblems(interaction, response)).toHaveLength(1);
  });
});
