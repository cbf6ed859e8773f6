import * as fc from "fast-check";
import { expect } from "vitest";
import { type Trouble, footOf, pageOf } from "#tests/support/conversations/memory-site.ts";
import type { Told } from "#tests/support/conversations/memory-table.ts";
import { Process } from "#tests/support/conversations/process.ts";
import { type ButtonAction, buttonActions } from "#src/discord/custom-id.ts";
import { readOpeningId } from "#src/discord/opening.ts";
import type { Acting, Queued } from "#tests/support/conversations/world.ts";
import { checkPromise } from "./promise.ts";
import type { Reference } from "./reference.ts";
import {
  type Actor,
  OWNER,
  type OpenedForm,
  STRANGER,
  THIRD,
  type Session,
  clickOf,
  newest,
} from "./session.ts";

/** One thing that may happen; after each the promise has to hold. */
class Happening implements fc.AsyncCommand<Reference, Session> {
  readonly #name: string;
  readonly #run: (reference: Reference, session: Session) => Promise<void> | void;

  constructor(name: string, run: (reference: Reference, session: Session) => Promise<void> | void) {
    this.#name = name;
    this.#run = run;
  }

  check = (): boolean => true;

  async run(reference: Reference, session: Session): Promise<void> {
    await this.#run(reference, session);
    checkPromise(reference, session);
  }

  toString = (): string => this.#name;
}

type Replies = "received" | "lost";

const words: Record<string, string>[] = [
  { command: 'section:header text:"A"' },
  { command: 'section:header text:"B"' },
  { command: 'section:header text:"A" section:footer text:"A"' },
  { command: 'section:footer text:"B" section:header text:"B" motto:"B"' },
  { description: "change the header text" },
  { description: 'set the header text to "A" and explode' },
];
/** An edit of both files. */
const BOTH = "both";
/** What people answer, or the text they ask for when they edit; `?` is an edit that leaves something open. */
const values = ["A", "B", "T1", "?", BOTH];
const MOST_CONVERSATIONS = 3;

function ask(actor: Actor, options: Record<string, string>, reply: Replies) {
  return new Happening(`${actor} asks ${JSON.stringify(options)} (${reply})`, async (reference, session) => {
    if (reference.conversations.size >= MOST_CONVERSATIONS) return;
    const { interaction, effect } = await session.act(actor, { kind: "command", options }, reply);
    expect(effect).toBe(true);
    follow(reference, session, interaction.interaction_id);
  });
}

/** **Request a change** opens a form, which begins nothing; it may be sent later, or never. */
const askFromMessage = (actor: Actor, words: string) =>
  new Happening(`${actor} opens a form for “${words}”`, async (reference, session) => {
    const act = { kind: "message-command" as const, words };
    const { interaction, answer, effect } = await session.act(actor, act, "received");
    expect(effect).toBe(false);
    noteForm(reference, session, interaction);
    const opening = answer.type === 9 ? readOpeningId(answer.data.custom_id) : null;
    if (opening?.opens !== "message") throw new Error("No form was opened");
    session.forms.push(opening);
  });

function noteForm(reference: Reference, { world }: Session, asked: Acting): void {
  if (world.table.opened.has(asked.interaction_id))
    reference.formOpened(asked.interaction_id, asked.user.id, world.time);
}

function sendForm(actor: Actor, back: number, reply: Replies) {
  return new Happening(`${actor} sends form -${back} (${reply})`, async (reference, session) => {
    const opening = newest(session.forms, back);
    if (!opening || reference.conversations.size >= MOST_CONVERSATIONS) return;
    const act = { kind: "form" as const, opening, words: 'set the header text to "M"' };
    const isOver = hasRecord(session, opening);
    const { effect } = await session.act(actor, act, reply);
    expectBegun(reference, session, { opening, by: actor, effect, isOver });
  });
}

/** What a form began has ended, and its record says how: nothing begins in its place, even if the form was opened anew. */
function hasRecord({ world }: Session, { conversation_id }: OpenedForm): boolean {
  const stored = world.table.items.get(conversation_id);
  return stored !== undefined && "record" in stored;
}

function expectBegun(
  reference: Reference,
  session: Session,
  { opening, by, effect, isOver }: { opening: OpenedForm; by: string; effect: boolean; isOver: boolean },
): void {
  const id = opening.conversation_id;
  const begins = !isOver && reference.formSent(id, by, session.world.time);
  expect(effect, `form ${id} sent by ${by}`).toBe(begins);
  if (!effect) return;
  session.reached.add("from a message");
  follow(reference, session, id);
}

function press(actor: Actor, action: ButtonAction, back: number, reply: Replies) {
  return new Happening(`${actor} presses ${action} -${back} (${reply})`, async (reference, session) => {
    const button = newest(
      session.world.discord.buttons.filter((one) => one.action === action),
      back,
    );
    if (!button || (action === "undo" && reference.conversations.size >= MOST_CONVERSATIONS)) return;
    const { message_id } = button;
    const { interaction, answer, effect } = await session.act(
      actor,
      { kind: "button", target: button, message_id },
      reply,
    );
    if (answer.type === 9)
      session.modals.push({
        target: button,
        inputs: button.action === "decline" ? ["reason"] : questionsOf(session, button.conversation_id),
      });
    if (action === "undo") {
      if (effect) follow(reference, session, interaction.interaction_id);
    } else expectEffect(reference, session, interaction, effect);
    if (effect) session.agreed(button, actor);
    if (effect) session.reached.add(button.action);
    if (
      actor !== OWNER &&
      action !== "undo" &&
      action !== "approve" &&
      action !== "decline" &&
      !isOwn(reference, button.conversation_id, actor)
    )
      expect(answer).toMatchObject({ type: 4, data: { flags: 64 } });
  });
}

function submit(actor: Actor, back: number, value: string, reply: Replies) {
  return new Happening(
    `${actor} submits modal -${back} with ${value} (${reply})`,
    async (reference, session) => {
      const modal = newest(session.modals, back);
      if (!modal) return;
      const { target } = modal;
      const answered = Object.fromEntries(modal.inputs.map((id) => [id, value]));
      const inputs = target.action === "edit" ? edited(value) : answered;
      const { interaction, effect } = await session.act(
        actor,
        { kind: "modal", target, message_id: target.message_id, inputs },
        reply,
      );
      expectEffect(reference, session, interaction, effect);
      if (effect) session.reached.add(target.action);
    },
  );
}

/** Opens the form and sends it, which random presses seldom do one after the other. */
const decline = (actor: Actor, back: number, reply: Replies) =>
  new Happening(`${actor} declines -${back} (${reply})`, async (reference, session) => {
    await press(actor, "decline", back, "received").run(reference, session);
    await submit(actor, 0, "too loud", reply).run(reference, session);
  });

const edited = (value: string): Record<string, string> =>
  value === "?"
    ? { description: "change the header text" }
    : { command: `section:header text:"${value}"${value === BOTH ? ' section:footer text:"E"' : ""}` };

const redeliver = (back: number) =>
  new Happening(`interaction -${back} comes again`, async (reference, session) => {
    const interaction = newest(session.sent, back);
    if (!interaction) return;
    const opening = interaction.kind === "modal" ? interaction.opening : null;
    if (opening && reference.conversations.size >= MOST_CONVERSATIONS) return;
    const isKept = session.world.table.opened.has(interaction.interaction_id);
    const isOver = opening?.opens === "message" && hasRecord(session, opening);
    const { effect } = await session.again(interaction);
    // After what it kept is gone, it is kept anew.
    if (!isKept) noteForm(reference, session, interaction);
    if (opening?.opens === "message")
      return expectBegun(reference, session, { opening, by: interaction.user.id, effect, isOver });
    const isUndo = interaction.kind === "button" && interaction.target?.action === "undo";
    const isStart = isUndo || interaction.kind === "command";
    if (!isStart) return expectEffect(reference, session, interaction, effect);
    if (effect && !isUndo) session.reached.add("started again between its end and its record");
    if (effect) follow(reference, session, interaction.interaction_id);
  });

const lasting = (steps: number): string => (steps < 20 ? ` for ${steps} steps` : "");

const deliver = (which: number, steps: number) =>
  new Happening(`what comes as number ${which} is worked on${lasting(steps)}`, (_, session) =>
    workOn(session, newest(session.world.waiting, which), steps),
  );

const deliverAgain = (back: number, steps: number) =>
  new Happening(`what came -${back} comes again${lasting(steps)}`, async (_, session) => {
    const { table, queue } = session.world;
    const again = newest(
      [...table.stream, ...queue].filter(({ done }) => done),
      back,
    );
    if (again) again.done = false;
    await workOn(session, again, steps);
  });

async function workOn(session: Session, what: Told | Queued | undefined, steps: number): Promise<void> {
  if (!what) return;
  const process = new Process(steps < 20 ? steps : Infinity);
  await session.world.deliver(what, process);
  if (process.ended) session.reached.add("crash");
  const after = session.world.conversation(what.conversation_id);
  const event = after?.history.at(-1)?.event;
  if (event) session.reached.add(event);
  const commit = session.world.site.commits.find((one) => one.conversation_id === what.conversation_id);
  if (Object.keys(commit?.after ?? {}).length > 1) session.reached.add("several-files");
  if (commit?.state === "withdrawn" && after?.status === "previewed") session.reached.add("taken back");
}

const change = (title: string, rest: string) =>
  new Happening(`the page becomes ${title} ${rest}`, (_, { world }) => {
    world.site.page = pageOf(title, rest);
  });

const changeFoot = (text: string) =>
  new Happening(`the other file becomes ${text}`, (_, { world }) => {
    world.site.foot = footOf(text);
  });

const merge = () => new Happening("somebody merges", (_, { world }) => world.site.merge());

const siteTrouble = (trouble: Trouble) =>
  new Happening(`site: ${trouble}`, (_, { world }) => {
    world.site.trouble = trouble;
  });

const discordDown = (down: boolean) =>
  new Happening(`Discord: ${down ? "down" : "up"}`, (_, { world }) => {
    world.discord.down = down;
  });

const wait = (seconds: number) =>
  new Happening(`${seconds} s pass`, (_, { world }) => {
    world.time += seconds * 1000;
  });

const removeExpired = () =>
  new Happening("DynamoDB removes what has expired", (_, session) => {
    const before = session.world.table.stream.length;
    session.world.table.removeExpired();
    if (session.world.table.stream.length > before) session.reached.add("expiry");
  });

function follow(reference: Reference, { world }: Session, id: string): void {
  const conversation = world.conversation(id);
  if (conversation) reference.started(id, conversation.user_id, conversation, world.time);
}

function expectEffect(reference: Reference, session: Session, interaction: Acting, effect: boolean): void {
  const click = clickOf(interaction);
  if (!click) return expect(effect).toBe(false);
  const before = reference.conversations.get(click.conversation_id)?.phase;
  expect(effect, `${click.action} of ${click.revision} by ${click.by} while ${before}`).toBe(
    reference.click(click, session.world.time, session.world),
  );
}

const isOwn = (reference: Reference, id: string, actor: Actor): boolean =>
  reference.conversations.get(id)?.owner === actor;

const questionsOf = ({ world }: Session, id: string): string[] =>
  world.conversation(id)?.clarification_questions.map((question) => question.id) ?? [];

const approvals = (count: number) =>
  new Happening(`the site asks for ${count} approvals`, (_, { world }) => {
    world.approvals = count;
  });

const role = (who: Actor, has: boolean) =>
  new Happening(`${who} ${has ? "gets" : "loses"} the role that approves`, (_, { world }) => {
    if (has) world.approvers.add(who);
    else world.approvers.delete(who);
  });

const actor = fc.constantFrom<Actor>(OWNER, OWNER, OWNER, OWNER, STRANGER);
const other = fc.constantFrom<Actor>(STRANGER, THIRD, OWNER);
const reply = fc.constantFrom<Replies>("received", "received", "received", "lost");
const recent = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 8 }) },
);
const steps = fc.oneof(
  { weight: 3, arbitrary: fc.constant(20) },
  { weight: 1, arbitrary: fc.nat({ max: 7 }) },
);

const delivers = fc.tuple(fc.nat({ max: 2 }), steps).map((args) => deliver(...args));
const action = fc.constantFrom<ButtonAction>("confirm", "confirm", "redraft", ...buttonActions);
const presses = fc.tuple(actor, action, recent, reply).map((args) => press(...args));

const approves = fc
  .tuple(other, fc.constantFrom<ButtonAction>("approve", "approve", "approve", "decline"), recent, reply)
  .map((args) => press(...args));

const declines = fc.tuple(other, recent, reply).map((args) => decline(...args));

/** Everything that may happen; what leads on is there more often. */
export const happenings = [
  fc.tuple(actor, fc.constantFrom(...words), reply).map((args) => ask(...args)),
  fc.tuple(actor, fc.constantFrom("hello", "too long")).map((args) => askFromMessage(...args)),
  fc.tuple(actor, recent, reply).map((args) => sendForm(...args)),
  ...Array.from({ length: 4 }, () => delivers),
  ...Array.from({ length: 4 }, () => presses),
  fc.tuple(actor, recent, fc.constantFrom(...values), reply).map((args) => submit(...args)),
  approves,
  approves,
  declines,
  fc.tuple(other, recent, fc.constantFrom(...values), reply).map((args) => submit(...args)),
  fc.constantFrom(0, 1, 1, 2, 2).map(approvals),
  fc.tuple(other, fc.constantFrom(true, true, false)).map((args) => role(...args)),
  recent.map(redeliver),
  fc.tuple(recent, steps).map((args) => deliverAgain(...args)),
  fc.tuple(fc.constantFrom("T0", "T0", "T1"), fc.constantFrom("", "x")).map((args) => change(...args)),
  fc.constantFrom("F0", "F0", "F1").map(changeFoot),
  fc.constantFrom<Trouble>("none", "none", "outage", "lost-answer", "no-permission").map(siteTrouble),
  fc.boolean().map(discordDown),
  fc.constantFrom(1, 4, 130, 1000, 3700, 90_000).map(wait),
  fc.constant(removeExpired()),
  fc.constant(merge()),
];
