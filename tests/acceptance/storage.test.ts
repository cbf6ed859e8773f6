import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createHandler } from "#functions/interactions.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const COMMAND = 'section:header text:"Hello"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe("a conversation", () => {
  test("is stored with a time to live one hour ahead", async () => {
    const { id } = await system.slash(ANN, { command: COMMAND });
    expect((await system.table.item(id))?.["ttl"]).toBe(Math.floor(system.time / 1000) + 3600);
  });

  test("is carried on by another container, with modules of its own", async () => {
    const { message } = await system.preview(ANN, { command: COMMAND });
    vi.resetModules();
    const fresh = await import("#functions/interactions.ts");
    const { createApp } = await import("#src/app.ts");
    expect(fresh.createHandler).not.toBe(createHandler);
    const before = system.use(
      fresh.createHandler({
        publicKey: () => system.functions.config.DISCORD_PUBLIC_KEY ?? "",
        now: () => system.now,
        ports: async () =>
          createApp(system.functions.config, { client: system.table.client, now: () => system.now }),
        log: async () => ({ info: () => {}, error: (_, { error }) => system.errors.push(error) }),
      }),
    );
    expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
    system.use(before);
  });

  test("is deleted on cancel", async () => {
    const { id, message } = await system.preview(ANN, { command: COMMAND });
    expect((await system.press(ANN, message, "Cancel")).words).toContain("Cancelled");
    expect(await system.table.item(id)).toBeUndefined();
  });

  test("that never was answers “Conversation not found or expired”", async () => {
    const { message } = await system.preview(ANN, { command: COMMAND });
    const unknown = await system.send(system.bodies.press(ANN, message, "confirm:123456789:1"));
    expect(unknown.words).toContain("Conversation not found or expired");
    expect(unknown.ephemeral).toBe(true);
    const foreign = await system.send(system.bodies.press(ANN, message, "some-other-bot"));
    expect(foreign.words).toContain("Conversation not found or expired");
  });

  test("has the attribute names that operators know", async () => {
    const { id, message } = await system.preview(ANN, { command: COMMAND });
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    const item = (await system.table.item(id)) ?? {};
    expect(item).toMatchObject({
      conversation_id: id,
      user_id: ANN.id,
      section: "header",
      updates: { text: "Hello" },
      images: [],
      confirmed: true,
      needs_clarification: false,
      clarification_questions: [],
      status: "published",
      revision: 1,
      request: { command: COMMAND, answers: [] },
      base: { file: "src/components/Header.jsx" },
      guild_id: "200000000000000001",
      channel_id: "400000000000000001",
      message_id: message.id,
      result: { branch: `ux-update/header-${id}` },
    });
    expect(Object.keys(item)).toEqual(
      expect.arrayContaining([
        "parsed_intent",
        "preview_message",
        "ttl",
        "reply_token",
        "reply_token_expires_at",
        "created_at",
        "updated_at",
      ]),
    );
    expect(item["history"]).toMatchObject([
      { by: ANN.id, event: "start" },
      { by: "execution", event: "drafted" },
      { by: ANN.id, event: "confirm" },
      { by: "execution", event: "published" },
    ]);
  });
});
