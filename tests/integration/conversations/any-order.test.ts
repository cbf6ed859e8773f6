import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StreamRecord } from "#stand-ins/aws/deliver.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { messageOf } from "#src/discord/messages.ts";
import { english } from "#src/words/english.ts";
import { runs, within } from "#tests/support/runs.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot-token" });
});
afterAll(() => system.stop());

/** What several people and processes do with one conversation at the same time. */
interface Scene {
  shown: Message;
  /** What the stream has told so far: any of it may come again. */
  records: StreamRecord[];
  confirmed: string[];
}

type Activity = (scene: Scene) => Promise<unknown>;

const take = async (scene: Scene): Promise<StreamRecord[]> => {
  scene.records.push(...(await system.table.records()));
  return scene.records;
};

const activities: Record<string, Activity> = {
  confirm: async ({ shown, confirmed }) => {
    const { words } = await system.press(ANN, shown, "Confirm");
    if (words.includes("Publishing")) confirmed.push(diffOf(shown));
  },
  "confirm by a stranger": ({ shown }) => system.press(BOB, shown, "Confirm"),
  "confirm what is shown now": async ({ confirmed }) => {
    const now = system.message;
    if (!buttonsOf(now).includes("Confirm")) return;
    const { words } = await system.press(ANN, now, "Confirm");
    if (words.includes("Publishing")) confirmed.push(diffOf(now));
  },
  cancel: ({ shown }) => system.press(ANN, shown, "Cancel"),
  execution: async (scene) => system.execute(await take(scene)),
  "execution in another order": async (scene) => {
    const { messages } = await system.dispatch(await take(scene));
    await system.carryOut(messages.toReversed());
  },
};

const names = fc.constantFrom(...Object.keys(activities), "confirm", "execution", "execution");
const rounds = fc.array(fc.array(names, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 });

let texts = 0;

test(
  "whatever happens at once, one change is published and it is the one that was confirmed",
  async () => {
    const property = fc.asyncProperty(
      rounds,
      fc.array(fc.boolean(), { maxLength: 3 }),
      async (atOnce, changes) => {
        const { id, message } = await system.preview(ANN, {
          command: `section:footer text:"Text ${(texts += 1)}"`,
        });
        const scene: Scene = { shown: message, records: [], confirmed: [] };
        for (const [at, round] of atOnce.entries()) {
          if (changes[at]) await changeFooter();
          await Promise.all(round.map(async (name) => activities[name]?.(scene)));
        }
        await system.execute(await take(scene));
        await system.deliver();
        await expectPromise(id, scene);
      },
    );
    await fc.assert(property, { numRuns: runs(8), endOnFailure: true });
  },
  within(120_000),
);

/** Somebody else changes the line that the preview is about, back and forth. */
const changeFooter = () =>
  system.site.change("src/components/Footer.jsx", (page) =>
    page.includes("Theirs")
      ? page.replace("Theirs", "Ours")
      : page.replace(/(footer-text"[^>]*>)[^<]*/, "$1Theirs"),
  );

async function expectPromise(id: string, { confirmed }: Scene): Promise<void> {
  const branch = `ux-update/footer-${id}`;
  const stored = await system.app.conversations.find(id);
  const found = await system.site.git("rev-list", "--branches", "--not", "main", `--grep=${id}`);
  const commits = found.split("\n").filter(Boolean);
  if (!stored || "record" in stored) {
    expect(stored).toMatchObject({ record: { outcome: "cancelled" } });
    expect(commits).toEqual([]);
    return;
  }
  const { conversation } = stored;
  expect(["previewed", "published", "failed"]).toContain(conversation.status);
  expect(commits).toHaveLength(conversation.status === "published" ? 1 : 0);
  if (conversation.status === "published")
    expect(confirmed.map(changesIn)).toContainEqual(
      changesIn(await system.site.git("show", "--format=", branch)),
    );
  expect(system.message.content).toBe(messageOf(english, conversation).content);
}

const changesIn = (diff: string): string[] =>
  diff.split("\n").filter((line) => /^[-+]/.test(line) && !/^(---|\+\+\+) /.test(line));
