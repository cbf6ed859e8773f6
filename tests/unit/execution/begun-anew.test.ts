import { beforeEach, expect, test } from "vitest";
import { type Acting, World } from "#tests/support/conversations/world.ts";

const ANN = "1";

let world: World;
let asked: Acting;
beforeEach(async () => {
  world = await new World().warmUp();
  asked = world.interaction(ANN, { kind: "command", options: { command: 'section:header text:"A"' } });
  await world.send(asked);
});

/** The draft waits in the queue while its conversation expires, is removed and begins anew with the same interaction. */
async function beginAnew(): Promise<void> {
  const [told] = world.waiting;
  if (told) await world.deliver(told);
  world.time += 3700 * 1000;
  world.table.removeExpired();
  await world.sendAgain(asked);
}

/** The queue goes on while the stream has not told of the removal yet. */
async function carryOutWhatIsQueued(): Promise<void> {
  for (const queued of world.queue.filter(({ done }) => !done)) await world.deliver(queued);
}

const recordsOf = () =>
  [...world.table.items.values()].flatMap((stored) => ("record" in stored ? [stored.record.outcome] : []));

test("a conversation that began anew stays ended when it is not confirmed", async () => {
  await beginAnew();
  await carryOutWhatIsQueued();
  expect(world.conversation(asked.interaction_id)?.status).toBe("previewed");
  await world.drain();
  expect(recordsOf()).toEqual(["expired"]);
  expect(world.site.commits).toEqual([]);
});

test("a conversation that began anew and was confirmed goes on, and its record says that it was published", async () => {
  await beginAnew();
  await carryOutWhatIsQueued();
  const target = world.discord.buttons.findLast(({ action }) => action === "confirm");
  if (!target) throw new Error("There is nothing to confirm");
  await world.send(world.interaction(ANN, { kind: "button", target, message_id: target.message_id }));
  const [queued] = world.queue;
  if (!queued) throw new Error("Nothing was queued");
  queued.done = false;
  await world.deliver(queued);
  await world.drain();
  expect(world.conversation(asked.interaction_id)?.status).toBe("published");
  world.time += 100 * 3_600_000;
  world.table.removeExpired();
  await world.drain();
  expect(recordsOf()).toEqual(["published"]);
  expect(world.site.commits.map(({ state }) => state)).toEqual(["published"]);
});
