import { InteractionResponseType, InteractionType, MessageFlags } from "discord-api-types/v10";
import { beforeEach, describe, expect, it } from "vitest";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";

const command = {
  id: "11",
  type: InteractionType.ApplicationCommand,
  token: "first",
  application_id: "1",
  channel_id: "3",
  member: { user: { id: "7", username: "ada" } },
};
const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  UpdateMessage,
  DeferredMessageUpdate,
  Modal,
} = InteractionResponseType;

let clock: number;
let discord: DiscordStandIn;
beforeEach(() => {
  clock = Date.UTC(2026, 10, 22);
  discord = new DiscordStandIn(() => clock);
});

const respond = (interaction: object, response: object, sent = clock) =>
  discord.responded(JSON.stringify(interaction), JSON.stringify(response), sent);
const original = (token: string) => `/webhooks/1/${token}/messages/@original`;
const get = (path: string) => discord.answer({ method: "GET", path, body: "" });
const patch = (path: string, data: object, authorization?: string) =>
  discord.answer({ method: "PATCH", path, body: JSON.stringify(data), authorization });

describe("Discord's stand-in", () => {
  it("knows no message before the response to its interaction", () => {
    expect(get(original("first"))).toMatchObject({ status: 404, body: { code: 10_015 } });
  });

  it("shows a message that was answered at once", () => {
    respond(command, {
      type: ChannelMessageWithSource,
      data: { content: "Hello", flags: MessageFlags.Ephemeral },
    });
    expect(get(original("first"))).toMatchObject({
      status: 200,
      body: { content: "Hello", flags: MessageFlags.Ephemeral, channel_id: "3", edited_timestamp: null },
    });
  });

  it("shows a deferred message as loading until it is edited", () => {
    respond(command, { type: DeferredChannelMessageWithSource });
    expect(get(original("first")).body).toMatchObject({ flags: MessageFlags.Loading, content: "" });
    patch(original("first"), { content: "Ready" });
    expect(get(original("first")).body).toMatchObject({ flags: 0, content: "Ready" });
  });

  it("keeps what an edit does not name", () => {
    respond(command, {
      type: ChannelMessageWithSource,
      data: { content: "Words", embeds: [{ title: "Title" }] },
    });
    patch(original("first"), { content: "Other words" });
    expect(get(original("first")).body).toMatchObject({
      content: "Other words",
      embeds: [{ title: "Title" }],
    });
  });

  describe("after the press of a button", () => {
    let message: { id: string };
    beforeEach(() => {
      respond(command, { type: ChannelMessageWithSource, data: { content: "Preview" } });
      message = discord.channel.messages()[0] ?? { id: "" };
    });
    const click = () => ({ ...command, type: InteractionType.MessageComponent, token: "second", message });

    it("changes the message of the button", () => {
      respond(click(), { type: UpdateMessage, data: { content: "Publishing" } });
      expect(get(original("first")).body).toMatchObject({ content: "Publishing" });
    });

    it("lets the new token edit the same message", () => {
      respond(click(), { type: DeferredMessageUpdate });
      patch(original("second"), { content: "Published" });
      expect(get(original("first")).body).toMatchObject({ id: message.id, content: "Published" });
    });

    it("adds a message of its own for a reply", () => {
      respond(click(), {
        type: ChannelMessageWithSource,
        data: { content: "Not yours", flags: MessageFlags.Ephemeral },
      });
      expect(discord.channel.messages().map(({ content }) => content)).toEqual(["Preview", "Not yours"]);
    });

    it("leaves the channel alone when a form opens", () => {
      const component = { type: 4, custom_id: "words", style: 1 };
      const form = { title: "Change", components: [{ type: 18, label: "Words", component }] };
      respond(click(), { type: Modal, data: { custom_id: "edit:11:1", ...form } });
      expect(discord.channel.messages()).toHaveLength(1);
      expect(discord.violations).toEqual([]);
    });
  });

  it("ends a token after a quarter of an hour, but not the message", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "Preview" } });
    clock += 15 * 60_000 + 1;
    expect(patch(original("first"), { content: "Late" })).toMatchObject({
      status: 401,
      body: { code: 50_027 },
    });
    expect(discord.violations).toMatchObject([
      { what: "PATCH /webhooks/1/…/messages/@original", problems: [expect.stringContaining("15 minutes")] },
    ]);
    const [message] = discord.channel.messages();
    const path = `/channels/3/messages/${message?.id}`;
    expect(patch(path, { content: "Expired" }, "Bot token")).toMatchObject({ status: 200 });
    expect(message?.content).toBe("Expired");
  });

  it("wants a bot's token for a message by its id", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "Preview" } });
    expect(patch(`/channels/3/messages/${discord.channel.messages()[0]?.id}`, { content: "x" }).status).toBe(
      401,
    );
    expect(patch("/channels/3/messages/5", { content: "x" }, "Bot token")).toMatchObject({ status: 404 });
  });

  it("adds a message that follows up", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "First" } });
    discord.answer({
      method: "POST",
      path: "/webhooks/1/first",
      body: JSON.stringify({ content: "Second" }),
    });
    expect(discord.channel.messages().map(({ content }) => content)).toEqual(["First", "Second"]);
  });

  it("takes a response that is late for none, and says so", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "Late" } }, clock - 3_001);
    expect(discord.channel.messages()).toEqual([]);
    expect(discord.violations).toMatchObject([{ problems: ["it took longer than 3 seconds"] }]);
  });

  it("refuses an edit that is too large, changes nothing and does not write down the token", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "Preview" } });
    expect(patch(original("first"), { content: "x".repeat(2001) })).toMatchObject({
      status: 400,
      body: { code: 50_035 },
    });
    expect(discord.channel.messages()[0]?.content).toBe("Preview");
    expect(JSON.stringify(discord.violations)).toMatch(/content/);
    expect(JSON.stringify(discord.violations)).not.toMatch(/first/);
  });

  it("refuses a message that is empty, from the start or by an edit", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "" } });
    expect(discord.channel.messages()).toEqual([]);
    respond({ ...command, token: "second" }, { type: ChannelMessageWithSource, data: { content: "Words" } });
    expect(patch(original("second"), { content: "" })).toMatchObject({ status: 400 });
    expect(patch(original("second"), { content: "", embeds: [{ title: "Title" }] })).toMatchObject({
      status: 200,
    });
    expect(discord.violations).toHaveLength(2);
  });

  it("says so when something else than a response comes back", () => {
    discord.responded(JSON.stringify(command), "Internal Server Error", clock);
    expect(discord.violations).toMatchObject([{ problems: ["it is not a response"] }]);
  });

  it("refuses a body that is not JSON", () => {
    respond(command, { type: ChannelMessageWithSource, data: { content: "Preview" } });
    expect(discord.answer({ method: "PATCH", path: original("first"), body: "content=x" }).status).toBe(400);
  });

  it("answers nothing else", () => {
    expect(get("/gateway").status).toBe(404);
  });
});
