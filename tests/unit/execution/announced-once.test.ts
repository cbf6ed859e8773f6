import { expect, test } from "vitest";
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
  await world.press(ANN, "confirm");
  return world;
}

/** In seconds: at once, around the two minutes in which a nonce is unique, and when a queue gives a lost message out again. */
const waits = [0, 60, 119, 121, 200, 3000];

test("those who may approve are told exactly once, after whichever step a process ends and whenever the next one comes", async () => {
  for (const wait of waits) {
    let crashed = true;
    for (let steps = 0; crashed; steps += 1) {
      const world = await submitted();
      crashed = await world.workUntilCrash(steps);
      world.time += wait * 1000;
      await world.drain();
      const { posts } = world.discord;
      expect(posts, `after step ${steps} and ${wait} s`).toHaveLength(1);
      await world.press(BOB, "approve");
      await world.drain();
      expect(world.site.commits).toHaveLength(1);
      expect(posts).toHaveLength(1);
    }
  }
});

test("a second crash between the post and the note of it does not tell them twice", async () => {
  for (let first = 0; first < 6; first += 1)
    for (let second = 0; second < 6; second += 1) {
      const world = await submitted();
      await world.workUntilCrash(first);
      world.time += 20_000;
      await world.workUntilCrash(second);
      world.time += 20_000;
      await world.drain();
      expect(world.discord.posts, `after steps ${first} and ${second}`).toHaveLength(1);
    }
});
