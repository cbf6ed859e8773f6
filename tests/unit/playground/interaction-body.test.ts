import { describe, expect, it } from "vitest";
import { interactionBody, type Told } from "#playground/interaction-body.ts";
import { members, personOf } from "#playground/members.ts";
import { readInteraction } from "#src/discord/interaction.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";

const ann = personOf(members[0]?.id ?? "") ?? { id: "1", name: "Ann" };

/** What the service reads of what the playground sends. */
const read = (action: Told, person = ann) =>
  readInteraction(
    JSON.parse(JSON.stringify(interactionBody(action, { applicationId: "9", person, message: undefined }))),
  );

describe("What the playground sends is read by the service as", () => {
  it("a command with its words and its picture, where it was uploaded to", () => {
    const picture = {
      id: "7",
      url: "http://127.0.0.1:3000/discord/attachments/7/a?ex=1",
      name: "my idea.png",
      type: "image/png",
      size: 12,
      width: 3,
      height: 4,
    };
    const command = read({
      do: "command",
      name: "ux-update",
      options: { description: "make it red" },
      attachments: { image: picture },
    });
    expect(command).toMatchObject({
      kind: "command",
      name: "ux-update",
      options: { description: "make it red" },
      attachments: [{ filename: "my idea.png", content_type: "image/png", size: 12, width: 3, height: 4 }],
    });
    const [{ url } = { url: "" }] = command && "attachments" in command ? command.attachments : [];
    expect(url).toBe(picture.url);
  });

  it("a form's answers, written and chosen", () => {
    const inputs = [
      { id: "change", value: "dark blue", select: false },
      { id: "section", value: "header", select: true },
    ];
    expect(read({ do: "submit", message: null, customId: "answer:7:1", inputs })).toMatchObject({
      kind: "modal",
      target: { action: "answer", conversation_id: "7", revision: 1 },
      inputs: { change: "dark blue", section: "header" },
    });
  });

  it("a command that is being typed, and the option that is typed in", () => {
    const options = { section: "header", property: "te" };
    expect(read({ do: "typing", name: "ux-update", options, focused: "property" })).toMatchObject({
      kind: "autocomplete",
      options,
      focused: "property",
    });
  });

  it("a message that a command in its menu is about, with its author and picture", () => {
    const channel = new DiscordStandIn().channel;
    const picture = channel.upload({
      filename: "pier.png",
      content_type: "image/png",
      content: new Uint8Array([1]),
    });
    const message = channel.say("1", ann, { content: "use this", attachments: [picture] });
    const body = interactionBody(
      { do: "menu", message: message.id, name: "Request a change" },
      { applicationId: "9", person: ann, message },
    );
    expect(readInteraction(JSON.parse(JSON.stringify(body)))).toMatchObject({
      kind: "message-command",
      message: { content: "use this", author: { name: "Ann" }, attachments: [{ filename: "pier.png" }] },
    });
  });

  it("a member with or without Manage Server", () => {
    const status: Told = { do: "command", name: "ux-status", options: {}, attachments: {} };
    const MANAGE_SERVER = 1n << 5n;
    const may = members.map(({ id }) => {
      const interaction = read(status, personOf(id));
      return interaction && "permissions" in interaction && (interaction.permissions & MANAGE_SERVER) !== 0n;
    });
    expect(may).toEqual([false, false, true, false]);
  });
});
