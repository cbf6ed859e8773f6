import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Action } from "#src/discord/custom-id.ts";
import { type Trouble, pageOf } from "#tests/support/conversations/memory-site.ts";
import { Process } from "#tests/support/conversations/process.ts";
import { World } from "#tests/support/conversations/world.ts";
import { runs, within } from "#tests/support/runs.ts";
import { checkCommits, checkEnd } from "./promise.ts";
import { OWNER, Session } from "./session.ts";

/** One of several things that go on at once; `turn` waits until it is its turn. */
type Activity = (session: Session, turn: () => Promise<unknown>) => Promise<void>;

/**
 * A worker gets the first message, as others may at the same time: its visibility is lost. When one of them is done the
 * message is gone, whatever becomes of the others' tries.
 */
const execution: Activity = async (session, turn) => {
  await turn();
  await routeAll(session);
  const [message] = session.world.waiting;
  if (message) await session.world.deliver(message, new Process(Infinity, turn));
};

async function routeAll({ world }: Session): Promise<void> {
  for (const record of world.table.stream.filter(({ done }) => !done)) await world.deliver(record);
}

const press =
  (action: Action): Activity =>
  async (session, turn) => {
    await turn();
    const button = session.world.discord.buttons.findLast((one) => one.action === action);
    if (!button) return;
    const act = { kind: "button" as const, target: button, message_id: button.message_id };
    const { effect } = await session.act(OWNER, act, "received");
    if (effect && action === "confirm") session.confirmations.push(button);
  };

const edit: Activity = async (session, turn) => {
  await turn();
  const target = session.world.discord.buttons.findLast((one) => one.action === "edit");
  if (!target) return;
  const inputs = { command: 'section:header text:"B"' };
  await session.act(OWNER, { kind: "modal", target, message_id: target.message_id, inputs }, "received");
};

const change =
  (title: string): Activity =>
  async ({ world }, turn) => {
    await turn();
    world.site.page = pageOf(title);
  };

const trouble =
  (what: Trouble): Activity =>
  async ({ world }, turn) => {
    await turn();
    world.site.trouble = what;
  };

const wait: Activity = async ({ world }, turn) => {
  await turn();
  world.time += 4000;
};

const activity = fc.constantFrom<[string, Activity]>(
  ["execution", execution],
  ["execution", execution],
  ["confirm", press("confirm")],
  ["confirm", press("confirm")],
  ["cancel", press("cancel")],
  ["edit", edit],
  ["the page becomes T0", change("T0")],
  ["the page becomes T1", change("T1")],
  ["an answer is lost", trouble("lost-answer")],
  ["all is well", trouble("none")],
  ["4 s pass", wait],
);

test(
  "whatever goes on at once, each conversation publishes once and only what was confirmed",
  async () => {
    const activities = fc.array(activity, { minLength: 2, maxLength: 9, size: "max" });
    const property = fc.asyncProperty(activities, fc.scheduler(), async (atOnce, scheduler) => {
      const session = await previewed();
      const turn = () => scheduler.schedule(Promise.resolve());
      const all = Promise.all(atOnce.map(([, run]) => run(session, turn)));
      await scheduler.waitFor(all);
      await session.world.drain();
      checkCommits(session);
      checkEnd(session);
    });
    await fc.assert(property, { numRuns: runs(2000) });
  },
  within(60_000),
);

/** A conversation whose preview waits for a decision. */
async function previewed(): Promise<Session> {
  const session = new Session(await new World().warmUp());
  const options = { command: 'section:header text:"A"' };
  await session.act(OWNER, { kind: "command", options }, "received");
  await session.world.drain();
  expect(session.world.discord.buttons.at(0)?.action).toBe("confirm");
  return session;
}
