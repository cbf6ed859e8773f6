import { describe, expect, it } from "vitest";
import { interactionBody } from "#playground/interaction-body.ts";
import { members, personOf } from "#playground/members.ts";
import type { Action } from "#playground/wire.ts";
import { readInteraction } from "#src/discord/interaction.ts";

const ann = personOf(members[0]?.id ?? "") ?? { id: "1", name: "Ann" };

/** What the service reads of what the playground sends. */
const read = (action: Action, person = ann) =>
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

  it("a member with or without Manage Server", () => {
    const status: Action = { do: "command", name: "ux-status", options: {}, attachments: {} };
    const MANAGE_SERVER = 1n << 5n;
    const may = members.map(({ id }) => {
      const interaction = read(status, personOf(id));
      return interaction && "permissions" in interaction && (interaction.permissions & MANAGE_SERVER) !== 0n;
    });
    expect(may).toEqual([false, false, true, false]);
  });
});
