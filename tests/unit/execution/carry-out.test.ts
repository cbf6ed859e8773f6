import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryOut } from "#src/execution/carry-out.ts";
import type { OpenSite } from "#src/sites/site-reader.ts";
import { pageOf } from "#tests/support/conversations/memory-site.ts";
import { Process } from "#tests/support/conversations/process.ts";
import { type Queued, World } from "#tests/support/conversations/world.ts";

const ANN = "1";
const MINUTE = 60_000;

let world: World;
let id: string;
let confirmed: Queued;
beforeEach(async () => {
  world = await new World().warmUp();
  ({ interaction_id: id } = await newPreview());
  await press("confirm");
  confirmed = await routed();
});

async function newPreview() {
  const options = { command: 'section:header text:"A"' };
  const asked = world.interaction(ANN, { kind: "command", options });
  await world.send(asked);
  await world.drain();
  return asked;
}

/** The message that `dispatch` makes of what was written last. */
async function routed(): Promise<Queued> {
  const told = world.table.stream.at(-1);
  if (told) await world.deliver(told);
  const message = world.queue.at(-1);
  if (!message) throw new Error("Nothing was queued");
  return message;
}

async function press(action: "confirm" | "retry" | "cancel"): Promise<void> {
  const target = world.discord.buttons.findLast((one) => one.action === action);
  if (!target) throw new Error(`There is no button to ${action}`);
  await world.send(world.interaction(ANN, { kind: "button", target, message_id: target.message_id }));
}

/** Carries a task out and counts what it asks of the table. */
async function requestsOf({ task }: Queued): Promise<string[]> {
  const requests: string[] = [];
  const { conversations, ...ports } = world.executionPorts();
  const counted = new Proxy(conversations, {
    get: (target, name, receiver) => {
      requests.push(String(name));
      // oxlint-disable-next-line typescript/no-unsafe-return -- passed on as it is
      return Reflect.get(target, name, receiver);
    },
  });
  await carryOut({ ...ports, conversations: counted }, task);
  return requests;
}

/** The site, each call of which takes nearly as long as it may. */
const slow = ({ site }: World): OpenSite => ({
  ...site.open,
  publisher: {
    readFile: async (path) => late(await site.readFile(path)),
    readVersion: async (version) => late(await site.readVersion(version)),
    publish: async (publication, prepare) => late(await site.publish(publication, prepare)),
    withdraw: async (published) => late(await site.withdraw(published)),
  },
});

function late<T>(answer: T): T {
  world.time += 19_000;
  return answer;
}

const state = () => world.conversation(id)?.status;
const shown = () => world.discord.messages.get(`9${id}`)?.content;
const live = () => world.site.commits.filter((commit) => commit.state === "published");

describe("a task", () => {
  test("takes one read and one write", async () => {
    expect(await requestsOf(confirmed)).toEqual(["find", "apply"]);
    expect(state()).toBe("published");
  });

  test("that comes again finds its work done, writes nothing and shows it again", async () => {
    await world.deliver(confirmed);
    world.discord.messages.set(`9${id}`, { content: "⏳ Publishing…", embeds: [], components: [] });
    world.time += MINUTE;
    expect(await requestsOf(confirmed)).toEqual(["find"]);
    expect(shown()).toContain("✅ Published");
  });

  test("that comes again publishes nothing when the page has been changed, and back, in the meantime", async () => {
    world.site.page = pageOf("T1");
    await world.deliver(confirmed);
    world.site.page = pageOf("T0");
    expect(await world.deliver(confirmed)).toBe(true);
    expect(world.site.commits).toEqual([]);
    expect(state()).toBe("previewed");
  });

  test("of an earlier state does what the conversation waits for now", async () => {
    const stale = { ...confirmed, task: { conversation_id: id, revision: 1, status: "drafting" as const } };
    expect(await world.deliver(stale)).toBe(true);
    expect(state()).toBe("published");
  });

  test("that shows its result slowly shows the end, when the owner has cancelled meanwhile", async () => {
    const { interaction_id: asked } = await newPreview();
    const { board, ...ports } = world.executionPorts();
    const show: typeof board.show = async (...shown) => {
      await press("cancel");
      await world.drain();
      world.time += 1000;
      return board.show(...shown);
    };
    const slowly = {
      ...board,
      show: vi.fn(board.show).mockImplementationOnce(show),
    };
    const task = { conversation_id: asked, revision: 1, status: "drafting" as const };
    await carryOut({ ...ports, board: slowly }, task);
    expect(world.discord.messages.get(`9${asked}`)?.content).toContain("❌ Cancelled");
  });

  test("of a conversation that is gone does nothing", async () => {
    world.table.items.delete(id);
    expect(await world.deliver(confirmed)).toBe(true);
    expect(world.site.commits).toEqual([]);
  });
});

/** A worker that has read the conversation and does not go on before it is told to. */
function slowWorker() {
  const goOn = Promise.withResolvers<void>();
  let steps = 0;
  const before = async () => {
    steps += 1;
    if (steps > 1) await goOn.promise;
  };
  return { goOn: goOn.resolve, working: world.deliver(confirmed, new Process(Infinity, before)) };
}

describe("two workers on one message, because its visibility was lost", () => {
  test("take back what the slower one publishes after the page was changed, and back", async () => {
    const slower = slowWorker();
    world.site.page = pageOf("T1");
    expect(await world.deliver(confirmed)).toBe(true);
    world.site.page = pageOf("T0");
    slower.goOn();
    expect(await slower.working).toBe(true);
    expect(world.site.commits).toMatchObject([{ state: "withdrawn" }]);
    expect(state()).toBe("previewed");
  });

  test("take it back also when the slower one does not learn that it has published", async () => {
    const slower = slowWorker();
    world.site.page = pageOf("T1");
    await world.deliver(confirmed);
    world.site.page = pageOf("T0");
    world.site.trouble = "lost-answer";
    slower.goOn();
    expect(await slower.working, "the message is gone, so that it does not come again").toBe(false);
    expect(world.site.commits).toMatchObject([{ state: "withdrawn" }]);
    expect(state()).toBe("previewed");
  });

  test("leave nothing behind when the slower one ends in the middle and the conversation is cancelled", async () => {
    world.site.page = pageOf("T1");
    await world.deliver(confirmed);
    world.site.page = pageOf("T0");
    world.site.commits.push(leftover());
    await press("cancel");
    await world.drain();
    expect(live()).toEqual([]);
    expect(world.table.items.get(id)).toMatchObject({ record: { outcome: "cancelled" } });
    expect(shown()).toContain("Cancelled");
  });
});

/** What a worker published that ended before it could write it down. */
const leftover = () => ({
  conversation_id: id,
  branch: `ux-update/header-${id}`,
  commit: "0123456789abcdef0123456789abcdef01234567",
  before: { "page.json": pageOf("T0") },
  after: { "page.json": pageOf("A") },
  state: "published" as const,
});

describe("trouble that lasts", () => {
  test("is tried again for two minutes and then becomes a failure that can be tried again", async () => {
    world.site.trouble = "outage";
    expect(await world.deliver(confirmed)).toBe(false);
    expect(state()).toBe("confirmed");
    world.time += 3 * MINUTE;
    expect(await world.deliver(confirmed)).toBe(true);
    expect(shown()).toContain("nothing is published twice");
    world.site.trouble = "none";
    await press("retry");
    await world.drain();
    expect(state()).toBe("published");
    expect(live()).toHaveLength(1);
  });

  test("is left to another try before the function would be stopped in the middle of it", async () => {
    const slowly = { ...world.executionPorts(), openSite: async () => slow(world) };
    world.site.page = pageOf("T1");
    await expect(carryOut(slowly, confirmed.task)).rejects.toThrow("answers very slowly");
    expect(world.time - confirmed.sent).toBeLessThan(40_000);
    expect(state()).toBe("confirmed");
    world.time += 2 * MINUTE;
    await carryOut(slowly, confirmed.task);
    expect(shown()).toContain("❌ The site's repository answers very slowly at the moment.");
    await press("retry");
    await world.drain();
    expect(shown()).toContain("The page has changed since you confirmed");
  });

  test("is never said to have changed nothing, also when it is too late to try again", async () => {
    world.site.trouble = "lost-answer";
    world.time += 3 * MINUTE;
    await world.deliver(confirmed);
    expect(live()).toHaveLength(1);
    world.time += 25 * 60 * MINUTE;
    await press("retry");
    expect(shown()).toContain(
      "Expired: publishing failed and can no longer be tried again. It may be published",
    );
  });

  test("is not waited for when GitHub says that it takes longer", async () => {
    world.site.trouble = "limit";
    expect(await world.deliver(confirmed)).toBe(true);
    expect(shown()).toContain("try again in 30 minutes. It may be published already");
  });

  test("is said without a word of publishing when nothing can have been published", async () => {
    const asked = world.interaction(ANN, {
      kind: "command",
      options: { command: 'section:header text:"B"' },
    });
    world.site.trouble = "limit";
    await world.send(asked);
    await world.deliver(await routed());
    expect(world.conversation(asked.interaction_id)?.failure?.message).toBe(
      "Please try again in 30 minutes.",
    );
  });

  test("gives way to the result of a slower try: what is published is published", async () => {
    const slow = world.executionPorts();
    const publishing = Promise.withResolvers<void>();
    const written = carryOut(
      {
        ...slow,
        board: { ...slow.board, look: () => publishing.promise.then(() => ({ standing: "unknown" })) },
      },
      confirmed.task,
    );
    await expect.poll(live).toHaveLength(1);
    world.site.trouble = "outage";
    world.time += 3 * MINUTE;
    await world.deliver(confirmed);
    expect(state()).toBe("failed");
    publishing.resolve();
    await written;
    expect(state()).toBe("published");
    expect(world.conversation(id)).not.toHaveProperty("failure");
    expect(live()).toHaveLength(1);
  });
});
