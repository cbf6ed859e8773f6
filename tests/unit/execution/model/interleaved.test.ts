import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ButtonAction } from "#src/discord/custom-id.ts";
import { type Trouble, footOf, pageOf } from "#tests/support/conversations/memory-site.ts";
import { Process } from "#tests/support/conversations/process.ts";
import { World } from "#tests/support/conversations/world.ts";
import { runs, within } from "#tests/support/runs.ts";
import { checkCommits, checkEnd } from "./promise.ts";
import { type Actor, OWNER, STRANGER, Session, THIRD } from "./session.ts";

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
  (action: ButtonAction, who: Actor = OWNER): Activity =>
  async (session, turn) => {
    await turn();
    const button = session.world.discord.buttons.findLast((one) => one.action === action);
    if (!button) return;
    const act = { kind: "button" as const, target: button, message_id: button.message_id };
    const { effect } = await session.act(who, act, "received");
    if (effect) session.agreed(button, who);
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

const changeFoot =
  (text: string): Activity =>
  async ({ world }, turn) => {
    await turn();
    world.site.foot = footOf(text);
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

const decline: Activity = async (session, turn) => {
  await turn();
  const target = session.world.discord.buttons.findLast((one) => one.action === "decline");
  if (!target) return;
  const act = {
    kind: "modal" as const,
    target,
    message_id: target.message_id,
    inputs: { reason: "too loud" },
  };
  await session.act(STRANGER, act, "received");
};

const loseRole: Activity = async ({ world }, turn) => {
  await turn();
  world.approvers.delete(STRANGER);
};

const block =
  (who: Actor): Activity =>
  async ({ world }, turn) => {
    await turn();
    world.blocked.add(who);
  };

const expire: Activity = async ({ world }, turn) => {
  await turn();
  world.time += 86_400_000;
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
  ["the other file becomes F1", changeFoot("F1")],
  ["an answer is lost", trouble("lost-answer")],
  ["all is well", trouble("none")],
  ["4 s pass", wait],
);

const ONE_FILE = 'section:header text:"A"';
const BOTH_FILES = `${ONE_FILE} section:footer text:"A"`;
const either = fc.constantFrom(ONE_FILE, BOTH_FILES, BOTH_FILES);

test(
  "whatever goes on at once, each conversation publishes once and only what was confirmed",
  async () => {
    const files = new Set<number>();
    const activities = fc.array(activity, { minLength: 2, maxLength: 9, size: "max" });
    const property = fc.asyncProperty(
      activities,
      either,
      fc.scheduler(),
      async (atOnce, command, scheduler) => {
        const session = await previewed(command);
        await allAtOnce(session, atOnce, scheduler);
        for (const { after } of session.world.site.commits) files.add(Object.keys(after).length);
      },
    );
    await fc.assert(property, { numRuns: runs(2000) });
    expect([...files]).toEqual(expect.arrayContaining([1, 2]));
  },
  within(60_000),
);

const beside = fc.constantFrom<[string, Activity]>(
  ["2 approves", press("approve", STRANGER)],
  ["2 approves", press("approve", STRANGER)],
  ["3 approves", press("approve", THIRD)],
  ["3 approves", press("approve", THIRD)],
  ["the owner approves", press("approve", OWNER)],
  ["2 declines", decline],
  ["2 loses the role", loseRole],
  ["2 is blocked", block(STRANGER)],
  ["the owner is blocked", block(OWNER)],
  ["the approval expires", expire],
  ["execution", execution],
  ["execution", execution],
  ["cancel", press("cancel")],
  ["edit", edit],
  ["confirm", press("confirm")],
  ["the page becomes T1", change("T1")],
  ["the other file becomes F1", changeFoot("F1")],
  ["an answer is lost", trouble("lost-answer")],
  ["all is well", trouble("none")],
);

test.each([1, 2])(
  "whatever goes on while %d approvals are missing, nothing is published without them, and each approver is told once",
  async (missing) => {
    const activities = fc.array(beside, { minLength: 2, maxLength: 9, size: "max" });
    const ended = new Set<string>();
    const property = fc.asyncProperty(
      activities,
      either,
      fc.scheduler(),
      async (atOnce, command, scheduler) => {
        const session = await previewed(command);
        session.world.approvals = missing;
        await press("confirm")(session, async () => {});
        await session.world.drain();
        await allAtOnce(session, atOnce, scheduler);
        expect(session.world.discord.posts.length).toBeGreaterThan(0);
        for (const { status } of session.world.table.conversations) ended.add(status);
      },
    );
    await fc.assert(property, { numRuns: runs(1500) });
    expect([...ended]).toEqual(expect.arrayContaining(["published", "approving", "previewed"]));
  },
  within(60_000),
);

/** Does everything at once, in an order of the scheduler's, and checks what is left when all is quiet. */
async function allAtOnce(
  session: Session,
  atOnce: [string, Activity][],
  scheduler: fc.Scheduler,
): Promise<void> {
  const turn = () => scheduler.schedule(Promise.resolve());
  const all = Promise.all(atOnce.map(([, run]) => run(session, turn)));
  await scheduler.waitFor(all);
  await session.world.drain();
  checkCommits(session);
  checkEnd(session);
}

/** A conversation whose preview waits for a decision. */
async function previewed(command = ONE_FILE): Promise<Session> {
  const session = new Session(await new World().warmUp());
  const options = { command };
  await session.act(OWNER, { kind: "command", options }, "received");
  await session.world.drain();
  expect(session.world.discord.buttons.at(0)?.action).toBe("confirm");
  return session;
}
