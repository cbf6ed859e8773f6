import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { type Answer, labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, APPROVER, BOB, CARL, type User } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const HEADER = "src/components/Header.jsx";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
});
afterAll(() => system.stop());

const needs = (approvals: number) =>
  settleDefaultSite(system, { approvals, approver_role_ids: APPROVER.roles });

let texts = 0;
let id: string;
let message: Message;

async function submitted() {
  texts += 1;
  ({ id, message } = await system.preview(ANN, { command: `section:header text:"Text ${texts}"` }));
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  message = structuredClone(system.discord.standIn.channel.message(message.id) ?? message);
}

const approve = (user: User, member = APPROVER) => system.press(user, message, "Approve", member);
const cancel = () => system.press(ANN, message, "Cancel");

async function declineWith(modal: Answer) {
  const [label = ""] = labelsOf(modal);
  return system.submit(CARL, modal, message, { [label]: "no" }, APPROVER);
}

interface Stored {
  status?: string;
  outcome?: string;
  revision: number;
  approvers?: Set<string>;
  history: { event: string; by: string }[];
}
const stored = async () => (await system.table.item(id)) as unknown as Stored | undefined;
const commits = async () =>
  (await system.site.git("rev-list", "--all", "--not", "main", `--grep=${id}`)).split("\n").filter(Boolean);

/** All at once, in another order each round. */
const atOnce = (round: number, acts: (() => Promise<unknown>)[]) =>
  Promise.all(
    [...acts.slice(round % acts.length), ...acts.slice(0, round % acts.length)].map((act) => act()),
  );

/** One publication with enough different people behind it, or none. */
async function expectPromise(needed: number): Promise<"published" | "not"> {
  const made = await commits();
  expect(made.length).toBeLessThanOrEqual(1);
  const { history = [], approvers = new Set() } = (await stored()) ?? {};
  const last = history.filter(({ event }) => event === "approve-last");
  expect(last.length).toBe(made.length);
  if (made.length === 0) return "not";
  const from = history.findLastIndex(({ event }) => event === "submit");
  const by = history.slice(from).filter(({ event }) => event.startsWith("approve"));
  expect(new Set(by.map((one) => one.by)).size).toBe(needed);
  expect(by.map((one) => one.by)).not.toContain(ANN.id);
  expect(approvers.size).toBe(needed);
  expect(await system.site.git("show", `${made[0]}:${HEADER}`)).toContain(`Text ${texts}`);
  return "published";
}

const rounds = [0, 1, 2, 3];

describe.each([1, 2])("with %i approvals missing", (needed) => {
  beforeAll(() => needs(needed));

  test.each(rounds)(
    "many clicks of two approvers and the owner count each approver once, round %i",
    async (round) => {
      await submitted();
      const many = [BOB, CARL, ANN].flatMap((user) => Array.from({ length: 8 }, () => () => approve(user)));
      await atOnce(round * 7, many);
      if ((await stored())?.status === "approving") {
        for (const user of [BOB, CARL]) await approve(user);
      }
      await system.deliver();
      expect(await expectPromise(needed)).toBe("published");
    },
  );

  test.each(rounds)("against Cancel: one of both, and the message says which, round %i", async (round) => {
    await submitted();
    if (needed === 2) await approve(CARL);
    await atOnce(round, [() => approve(BOB), cancel, () => approve(BOB), cancel]);
    await system.deliver();
    const end = await expectPromise(needed);
    const said = system.discord.standIn.channel.message(message.id)?.content ?? "";
    expect(said).toContain(end === "published" ? "✅ Published" : "Cancelled");
  });

  test.each(rounds)(
    "against an edit: an approval never counts for the new words, round %i",
    async (round) => {
      await submitted();
      if (needed === 2) await approve(CARL);
      const modal = await system.press(ANN, message, "Edit");
      const edit = () =>
        system.submit(ANN, modal, message, { Command: `section:header text:"Edited ${texts}"` });
      await atOnce(round, [() => approve(BOB), edit, () => approve(BOB), edit]);
      await system.deliver();
      const end = await expectPromise(needed);
      if (end === "not") expect(await stored()).toMatchObject({ status: "previewed", revision: 2 });
    },
  );

  test.each(rounds)("against a decline: published, or back with its owner, round %i", async (round) => {
    await submitted();
    const modal = await system.press(CARL, message, "Decline", APPROVER);
    if (needed === 2) await approve(CARL);
    await atOnce(round, [() => approve(BOB), () => declineWith(modal)]);
    await system.deliver();
    const end = await expectPromise(needed);
    if (end === "not") expect(await stored()).toMatchObject({ status: "previewed", revision: 2 });
  });

  test.each(rounds)("in the last second, in the next one, and without the role, round %i", async (round) => {
    await submitted();
    const until = Number((await system.table.item(id))?.["ttl"]) * 1000;
    system.time = until - 500;
    await atOnce(round, [() => approve(BOB, { roles: [] }), () => approve(CARL, { roles: ["8"] })]);
    expect((await stored())?.approvers ?? new Set()).toEqual(new Set());
    system.time = round % 2 === 0 ? until - 1 : until;
    await atOnce(round, [() => approve(BOB), () => approve(CARL)]);
    if (needed === 2 && (await stored())?.approvers?.size === 1)
      await atOnce(round, [() => approve(BOB), () => approve(CARL)]);
    await system.deliver();
    expect(await expectPromise(needed)).toBe(round % 2 === 0 ? "published" : "not");
  });
});
