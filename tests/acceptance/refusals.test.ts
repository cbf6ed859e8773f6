import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { customIdOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const command = 'section:header text:"Hello"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** A click that no button offers now: as from a message of before, or made up. */
const forged = (action: string, id: string, revision = 1): Promise<Answer> =>
  system.send(system.bodies.press(ANN, system.message, `${action}:${id}:${revision}`));

describe("a click is refused in words that only the person sees, when the conversation", () => {
  test("is still being prepared", async () => {
    const { id } = await system.slash(ANN, { command });
    expect(await forged("confirm", id)).toMatchObject({
      ephemeral: true,
      words: "The preview is still being prepared: please wait a moment.",
    });
    await system.deliver();
  });

  test("waits for an answer", async () => {
    const { id } = await system.slash(ANN, { description: "make the header darker" });
    expect(await forged("confirm", id)).toMatchObject({
      ephemeral: true,
      words: "A question is still open: press **Answer** on the newest message.",
    });
  });

  test("waits for a decision", async () => {
    const { id } = await system.preview(ANN, { command });
    expect(await forged("retry", id)).toMatchObject({
      ephemeral: true,
      words: "The preview is ready: please decide with the buttons below it.",
    });
  });

  test("is being published, is published, is being withdrawn and is withdrawn", async () => {
    const { id, message } = await system.preview(ANN, { command });
    const confirm = customIdOf(message, "Confirm");
    await system.send(system.bodies.press(ANN, message, confirm));
    expect((await forged("edit", id)).words).toContain("is being published right now");
    await system.deliver();
    expect((await forged("edit", id)).words).toContain(
      `already published on branch \`ux-update/header-${id}\``,
    );
    await system.press(ANN, system.message, "Withdraw");
    expect((await forged("edit", id)).words).toContain("is being withdrawn right now");
    await system.deliver();
    expect((await forged("edit", id)).words).toContain("was withdrawn");
  });

  test("has failed", async () => {
    const { id, message } = await system.preview(ANN, { command: 'section:navbar brand:"New"' });
    await system.press(ANN, message, "Confirm");
    await system.site.git("mv", "src/components/NavBar.jsx", "src/components/Moved.jsx");
    await system.site.git("commit", "--quiet", "--message=Moved");
    await system.deliver();
    const refused = await forged("confirm", id);
    expect(refused.ephemeral).toBe(true);
    expect(refused.words).toMatch(/^This change could not be published: .*NavBar\.jsx/);
  });
});
