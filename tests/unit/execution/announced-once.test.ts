import { expect, test } from "vitest";
import { Process } from "#tests/support/conversations/process.ts";
import { World } from "#tests/support/conversations/world.ts";

const [ANN, BOB] = ["1", "2"];

/** A change that Ann has confirmed; the approval that it needs has not been asked for yet. */
async function submitted(): Promise<World> {
  const world = await new World().warmUp();
  world.approvals = 1;
  await world.send(
    world.interaction(ANN, { kind: "command", options: { command: 'section:header text:"A"' } }),
  );
  await world.drain();
  await press(world, ANN, "confirm");
  return world;
}

async function press(world: World, who: string, action: string): Promise<void> {
  const target = world.discord.buttons.findLast((button) => button.action === action);
  if (!target) throw new Error(`There is no button ${action}`);
  await world.send(world.interaction(who, { kind: "button", target, message_id: target.message_id }));
}

/** Works on what waits until a process ends after so many steps; whether one did. */
async function workUntilCrash(world: World, steps: number): Promise<boolean> {
  const process = new Process(steps);
  for (let next = world.waiting[0]; next && !process.ended; next = world.waiting[0])
    await world.deliver(next, process);
  return process.ended;
}

/** In seconds: at once, and around the two minutes after which an announcement is given up. */
const waits = [0, 60, 119, 121, 200, 3000];

test("those who may approve are told exactly once, after whichever step a process ends and whenever the next one comes", async () => {
  const told = new Set<number>();
  for (const wait of waits) {
    let crashed = true;
    for (let steps = 0; crashed; steps += 1) {
      const world = await submitted();
      crashed = await workUntilCrash(world, steps);
      const before = world.discord.posts.length;
      world.time += wait * 1000;
      await world.drain();
      const { posts } = world.discord;
      told.add(posts.length);
      if (wait < 120) expect(posts, `after step ${steps} and ${wait} s`).toHaveLength(1);
      else
        expect(posts.length, `after step ${steps} and ${wait} s`).toBeLessThanOrEqual(
          Math.max(before, crashed ? before : 1),
        );
      await press(world, BOB, "approve");
      await world.drain();
      expect(world.site.commits).toHaveLength(1);
      expect(world.discord.posts).toHaveLength(posts.length);
    }
  }
  expect(told).toEqual(new Set([0, 1]));
});

test("a second crash between the post and the note of it does not tell them twice", async () => {
  for (let first = 0; first < 6; first += 1)
    for (let second = 0; second < 6; second += 1) {
      const world = await submitted();
      await workUntilCrash(world, first);
      world.time += 20_000;
      await workUntilCrash(world, second);
      world.time += 20_000;
      await world.drain();
      expect(world.discord.posts, `after steps ${first} and ${second}`).toHaveLength(1);
    }
});
