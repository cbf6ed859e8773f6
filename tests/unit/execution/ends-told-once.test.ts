import { expect, test } from "vitest";
import type { EndKind } from "#src/conversations/ends.ts";
import { pageOf } from "#tests/support/conversations/memory-site.ts";
import { LOG_CHANNEL, World } from "#tests/support/conversations/world.ts";

const [ANN, BOB] = ["1", "2"];
const HEADER = { command: 'section:header text:"A"' };

const signs: Record<EndKind, string> = {
  published: "✅ Published",
  failed: "❌ Failed",
  declined: "👎 Declined",
  withdrawn: "↩️ Withdrawn",
  expired: "⌛ Expired",
  cancelled: "🚫 Cancelled",
  merged: "🚀 Merged",
  closed: "🚪 Closed without merging",
};

async function previewed(options: Record<string, string> = HEADER): Promise<World> {
  const world = await new World().warmUp();
  world.hasLog = true;
  await world.send(world.interaction(ANN, { kind: "command", options }));
  await world.drain();
  return world;
}

async function decline(world: World): Promise<void> {
  const target = world.discord.buttons.findLast(({ action }) => action === "decline");
  if (!target) throw new Error("There is nothing to decline");
  const { message_id } = target;
  await world.send(
    world.interaction(BOB, { kind: "modal", target, message_id, inputs: { reason: "too loud" } }),
  );
}

/** What leads to each end: the last step of it waits to be worked on. */
const leading: Record<EndKind, () => Promise<World>> = {
  published: async () => {
    const world = await previewed();
    await world.press(ANN, "confirm");
    return world;
  },
  failed: async () => {
    const world = await leading.published();
    world.site.trouble = "no-permission";
    return world;
  },
  declined: async () => {
    const world = await previewed();
    world.approvals = 1;
    await world.press(ANN, "confirm");
    await world.drain();
    await decline(world);
    return world;
  },
  withdrawn: async () => {
    const world = await leading.published();
    await world.drain();
    world.time += 3_600_000;
    await world.press(ANN, "withdraw");
    return world;
  },
  expired: async () => {
    const world = await previewed();
    world.time += 3_700_000;
    world.table.removeExpired();
    return world;
  },
  cancelled: async () => {
    const world = await previewed();
    await world.press(ANN, "cancel");
    return world;
  },
  merged: () => onGitHub("merge"),
  closed: () => onGitHub("close"),
};

/** People have done something with what was published an hour ago, and a hint of it waits. */
async function onGitHub(what: "merge" | "close"): Promise<World> {
  const world = await leading.published();
  await world.drain();
  world.time += 3_600_000;
  world.site[what]();
  await world.hint(idIn(world));
  return world;
}

const idIn = (world: World): string => world.table.conversations[0]?.conversation_id ?? "";

const logged = ({ discord }: World) =>
  discord.posts.flatMap(({ channel_id, content }) =>
    channel_id === LOG_CHANNEL
      ? [Object.values(signs).find((sign) => content?.startsWith(sign)) ?? content]
      : [],
  );

/** Works on what waits, and leaves trouble as it is. */
async function workOn(world: World): Promise<void> {
  for (let next = world.waiting[0]; next; next = world.waiting[0])
    if (!(await world.deliver(next))) throw new Error("It was not done", { cause: world.errors.at(-1) });
}

const kinds = Object.keys(signs) as EndKind[];
/** In seconds: at once, when a nonce is unique no more, and when a queue gives a lost message out again. */
const waits = [0, 119, 125];

test.each(kinds)(
  "that a request is %s is told exactly once, after whichever step a process ends and whenever the next one comes",
  async (kind) => {
    for (const wait of waits) {
      let crashed = true;
      for (let steps = 0; crashed; steps += 1) {
        const world = await leading[kind]();
        crashed = await world.workUntilCrash(steps);
        world.time += wait * 1000;
        await workOn(world);
        const told = logged(world).filter((sign) => sign === signs[kind]);
        expect(told, `after step ${steps} and ${wait} s`).toHaveLength(1);
      }
    }
  },
);

test.each(kinds)("that a request is %s is told once, however often its task comes again", async (kind) => {
  const world = await leading[kind]();
  await workOn(world);
  const told = logged(world);
  for (const wait of [0, 60, 90, 600, 100_000]) {
    world.time += wait * 1000;
    for (const queued of world.queue) queued.done = false;
    await workOn(world);
  }
  expect(logged(world)).toEqual(told);
});

test("every end of one request is told in its turn: a failure, what came of the next try, and that it was taken back", async () => {
  const world = await leading.failed();
  await workOn(world);
  await world.press(ANN, "retry");
  await workOn(world);
  world.site.trouble = "none";
  await world.press(ANN, "retry");
  await workOn(world);
  await world.press(ANN, "withdraw");
  await workOn(world);
  expect(logged(world)).toEqual([signs.failed, signs.failed, signs.published, signs.withdrawn]);
});

test("a publication whose worker ended before it told of it is told although it is withdrawn by then", async () => {
  let untold = 0;
  for (let steps = 0, crashed = true; crashed; steps += 1) {
    const world = await leading.published();
    crashed = await world.workUntilCrash(steps);
    if (!world.discord.buttons.some(({ action }) => action === "withdraw")) continue;
    untold += logged(world).length === 0 ? 1 : 0;
    await world.press(ANN, "withdraw");
    await world.drain();
    expect(new Set(logged(world)), `after step ${steps}`).toEqual(
      new Set([signs.withdrawn, signs.published]),
    );
    expect(logged(world)).toHaveLength(2);
  }
  expect(untold).toBeGreaterThan(0);
});

test("what is closed, opened again and merged is told as closed and as merged, and no look tells it again", async () => {
  const world = await leading.closed();
  const look = async () => {
    await world.hint(idIn(world));
    await workOn(world);
    world.time += 86_400_000;
  };
  await workOn(world);
  await look();
  const [commit] = world.site.commits;
  if (!commit) throw new Error("nothing was published");
  commit.state = "published";
  await look();
  world.site.merge();
  await look();
  await look();
  expect(logged(world)).toEqual([signs.published, signs.closed, signs.merged]);
});

test("a merge is not lost by a Discord that is down when it is found", async () => {
  const world = await leading.merged();
  world.discord.down = true;
  for (let tries = 0; tries < 40; tries += 1) {
    for (const queued of world.waiting) await world.deliver(queued);
    world.time += 4000;
  }
  expect(world.waiting).toEqual([]);
  world.discord.down = false;
  world.time += 86_400_000;
  await world.hint(idIn(world));
  await workOn(world);
  expect(logged(world)).toEqual([signs.published, signs.merged]);
});

test("a failure to make a preview is told when the request is over, as what it is", async () => {
  const world = await new World().warmUp();
  world.hasLog = true;
  await world.send(world.interaction(ANN, { kind: "command", options: HEADER }));
  world.site.page = pageOf("A");
  await world.drain();
  expect(world.table.conversations[0]?.status).toBe("failed");
  expect(logged(world)).toEqual([]);
  world.time += 3_700_000;
  world.table.removeExpired();
  await world.drain();
  expect(logged(world)).toEqual([signs.failed]);
});

test("a failure that is not tried again is told when it happens, and not once more when its request is over", async () => {
  const world = await leading.failed();
  await workOn(world);
  world.time += 3 * 86_400_000;
  world.table.removeExpired();
  await world.drain();
  expect(world.table.items.values().next().value).toMatchObject({ record: { outcome: "failed" } });
  expect(logged(world)).toEqual([signs.failed]);
});

test("without a log channel nothing is told, and an end makes no task that there would not be without", async () => {
  const world = await leading.cancelled();
  world.hasLog = false;
  const tasks = world.queue.length;
  await world.drain();
  expect(world.discord.posts).toEqual([]);
  expect(world.queue).toHaveLength(tasks);
});

test("a log channel that Discord does not let the bot post in stops nothing", async () => {
  const world = await leading.published();
  world.discord.post = async () => false;
  await workOn(world);
  expect(world.table.conversations[0]?.status).toBe("published");
  expect(world.discord.messages.values().next().value?.content).toContain("✅ Published");
});
