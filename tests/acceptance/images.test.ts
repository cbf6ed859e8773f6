import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const PNG = {
  id: "1",
  filename: "hero.png",
  size: 1234,
  url: "https://cdn.discordapp.com/attachments/1/2/hero.png?ex=6860a1b2&is=1&hm=2",
  content_type: "image/png",
  width: 800,
  height: 600,
};

const asked = (options: Record<string, string>, ...attachments: Partial<typeof PNG>[]) =>
  system.send(
    system.bodies.slash(
      ANN,
      options,
      "ux-update",
      {},
      attachments.map((change) => ({ ...PNG, ...change })),
    ),
  );

describe("attached images", () => {
  test("are kept as references beside the request", async () => {
    const { id } = await asked(
      { command: 'section:header text:"With a picture"' },
      {},
      { id: "2", filename: "b.webp", content_type: "image/webp" },
    );
    expect(await system.table.item(id)).toMatchObject({
      images: [
        {
          id: "1",
          name: "hero.png",
          content_type: "image/png",
          size: 1234,
          width: 800,
          height: 600,
          url: PNG.url,
          url_expires_at: "2025-06-29T02:15:14.000Z",
        },
        { id: "2", name: "b.webp" },
      ],
    });
  });

  test("are shown to an operator without their links, which are signed", async () => {
    const { id } = await asked({ command: 'section:header text:"With a picture"' }, {});
    const { body, text } = await new AdminApi(() => system.app).show(id);
    expect(body.images).toMatchObject([{ name: "hero.png", size: 1234, width: 800, height: 600 }]);
    expect(text).not.toContain("cdn.discordapp.com");
  });

  test("with nothing else make a question", async () => {
    const { id } = await asked({}, {});
    expect(buttonsOf(system.message)).toEqual(["Answer", "Cancel"]);
    expect(await system.table.item(id)).toMatchObject({
      status: "clarifying",
      images: [{ name: "hero.png" }],
    });
  });

  test("that were asked about leave a request that can be edited", async () => {
    await asked({}, {});
    const question = system.message;
    const modal = await system.press(ANN, question, "Answer");
    const [section = "", change = ""] = labelsOf(modal);
    const answers = { [section]: "header", [change]: 'change the text to "As in the picture"' };
    await system.submit(ANN, modal, question, answers);
    await system.deliver();
    const edit = await system.press(ANN, system.message, "Edit");
    expect(labelsOf(edit)).toEqual(["Text", "In your own words"]);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("are named without what their names would do in a message", async () => {
    const { words } = await asked({}, { filename: "[look](https:__a.example) <@1>.exe", content_type: "" });
    expect(words).not.toMatch(/\]\(|<@/);
  });

  test.each([
    ["another type", { content_type: "image/svg+xml" }],
    ["no type", { content_type: "" }],
    ["more than 8 MB", { size: 8 * 1024 * 1024 + 1 }],
    ["another host", { url: "https://example.com/hero.png" }],
    ["a host that only looks like Discord's", { url: "https://cdn.discordapp.com.example.com/hero.png" }],
    ["no https", { url: "http://cdn.discordapp.com/hero.png" }],
  ])("of %s are refused with the list of what is good, and nothing is stored", async (_, change) => {
    const answer = await asked({ command: 'section:header text:"x"' }, change);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("PNG, JPEG, GIF or WebP, at most 8 MB");
    expect(await system.table.item(answer.id)).toBeUndefined();
  });
});
