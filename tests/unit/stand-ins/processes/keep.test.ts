import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { Keep } from "#stand-ins/processes/keep.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-keep-"))));
afterEach(() => removeFolder(folder));

const open = () => new Keep(join(folder, "kept.db"));

describe("what is kept", () => {
  it("is there again, values with bytes in them, too, in the order of their names", () => {
    const first = open().map<unknown>("things");
    first.set("b", { words: "“Grüße”\n", none: null }).set("a", { content: new Uint8Array([0, 255, 10]) });
    first.set("c", 1);
    first.delete("c");
    expect(open().map<unknown>("things").entries().toArray()).toEqual([
      ["a", { content: new Uint8Array([0, 255, 10]) }],
      ["b", { words: "“Grüße”\n", none: null }],
    ]);
  });

  it("is kept apart by the names of the maps", () => {
    open().map<number>("one").set("a", 1);
    expect(open().map<number>("other").size).toBe(0);
  });
});

const message = (group: string, deduplicationId: string) => ({
  body: `${group} ${deduplicationId}`,
  group,
  deduplicationId,
});

const queue = () =>
  new FifoQueue({ now: () => 1_000_000, visibilityTimeout: 1000, kept: open().map("tasks") });

describe("a queue that is kept", () => {
  it("hands out again what was not deleted, the oldest first, and takes nothing twice", () => {
    const first = queue();
    for (const one of [message("a", "1"), message("b", "2"), message("a", "3")]) first.send(one);
    const [done] = first.receive(1);
    first.delete(done?.receipt ?? "");
    first.receive(10);

    const second = queue();
    second.send(message("a", "3"));
    second.send(message("c", "4"));
    expect(second.receive(10).map(({ body }) => body)).toEqual(["b 2", "a 3", "c 4"]);
  });
});

describe("a channel that is kept", () => {
  const TOKEN = "t".repeat(214);
  const interaction = {
    id: "1",
    type: 2,
    token: TOKEN,
    application_id: "9",
    channel_id: "3",
    data: { name: "ux-update" },
  };
  const deferred = { type: 5 };
  const original = `/webhooks/9/${TOKEN}/messages/@original`;

  it("has its messages and their files, and a token goes on to stand for its message", () => {
    const first = new DiscordStandIn(() => 1_600_000_000_000, { keep: open() });
    first.responded(JSON.stringify(interaction), JSON.stringify(deferred), 1_600_000_000_000);
    const file = { filename: "change.diff", content_type: "text/plain", content: new Uint8Array([45, 43]) };
    first.answer({
      method: "PATCH",
      path: original,
      body: '{"content":"A preview"}',
      files: new Map([["0", file]]),
    });

    const second = new DiscordStandIn(() => 1_600_000_060_000, { keep: open() });
    const [message] = second.channel.messages();
    expect(message?.content).toBe("A preview");
    expect(second.channel.file(message?.attachments[0]?.id ?? "")?.content).toEqual(file.content);
    expect(second.answer({ method: "PATCH", path: original, body: '{"content":"Published"}' }).status).toBe(
      200,
    );
    expect(second.violations).toEqual([]);

    const third = new DiscordStandIn(() => 1_600_000_060_000, { keep: open() });
    expect(third.channel.messages().map(({ content }) => content)).toEqual(["Published"]);
  });
});
