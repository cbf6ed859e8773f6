import type { Context, SQSRecord } from "aws-lambda";
import { createHandler } from "#functions/execution.ts";
import type { ExecutionPorts } from "#src/execution/carry-out.ts";
import type { LookAgainPorts } from "#src/execution/look-again.ts";
import { dispatch } from "#src/execution/dispatch.ts";
import type { Task } from "#src/execution/task.ts";
import type { Postpone } from "#src/execution/postpone.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import { type InteractionPorts, handleInteraction } from "#src/interactions/handle-interaction.ts";
import { createMessageBoard } from "#src/discord/message-board.ts";
import type { Interaction, Targeted } from "#src/discord/interaction.ts";
import { requestInputs } from "#src/discord/forms/request-form.ts";
import type { Opening } from "#src/discord/opening.ts";
import type { Reply } from "#src/discord/replies.ts";
import type { BlockedPeople } from "#src/sites/blocked-people.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import type { SiteItem } from "#entities/site.ts";
import { MemoryDiscord } from "./memory-discord.ts";
import { MemoryFarewells } from "./memory-farewells.ts";
import { quietExecution, quietInteractions, quietSites } from "./quiet-ports.ts";
import { MemoryMetrics } from "#tests/support/memory-metrics.ts";
import { messageOf } from "#tests/support/queue-message.ts";
import { MemoryFollowings } from "./memory-followings.ts";
import { MemorySite, REPOSITORY } from "./memory-site.ts";
import { MemoryTable, type Told } from "./memory-table.ts";
import { Process } from "./process.ts";

export const APPROVER_ROLE = "7";
const GUILD = "200000000000000001";
const CHANNEL = "400000000000000001";
export const LOG_CHANNEL = "400000000000000002";

export type Acting = Exclude<Interaction, { kind: "ping" | "autocomplete" | "unknown" }>;

/** Everything of a person's interaction that is not about who and when. */
export type Act =
  | { kind: "command"; options: Record<string, string> }
  | { kind: "button"; target: Target; message_id: string }
  | { kind: "modal"; target: Target; message_id: string; inputs: Record<string, string> }
  /** **Request a change** of a message with these words. */
  | { kind: "message-command"; words: string }
  /** Sends the form that this opened. */
  | { kind: "form"; opening: Opening; words: string };

type Target = NonNullable<Extract<Acting, { kind: "button" }>["target"]>;

/** A message of the queue. */
export interface Queued {
  /** Of the stream's record that caused it. */
  id: string;
  conversation_id: string;
  task: Task;
  /** Milliseconds. */
  sent: number;
  /** How often it was received: only the worker that received it last may delete or postpone it. */
  received: number;
  /** Whether `execution` has said that it is carried out. */
  done: boolean;
}

const DEDUPLICATED_FOR = 5 * 60_000;

function firstOfEach<T extends { conversation_id: string; done: boolean }>(all: T[]): T[] {
  const first = new Map<string, T>();
  for (const one of all)
    if (!one.done && !first.has(one.conversation_id)) first.set(one.conversation_id, one);
  return [...first.values()];
}

/** The real use cases over a table, a stream, a site and a Discord in memory, and a clock that only tests move. */
export class World {
  readonly table: MemoryTable;
  readonly farewells: MemoryFarewells;
  readonly followings = new MemoryFollowings();
  readonly site = new MemorySite();
  readonly discord = new MemoryDiscord(() => this.time);
  readonly metrics = new MemoryMetrics();
  /** Milliseconds. */
  time = Date.parse("2026-11-22T10:00:00.400Z");
  /** How many others have to approve a change, and who has the role for it. */
  approvals = 0;
  readonly approvers = new Set(["1", "2", "3"]);
  /** Who may change nothing any more. */
  readonly blocked = new Set<string>();
  /** Whether the site has a channel in which ends are told. */
  hasLog = false;
  /** Everything that was ever sent to the queue, in order. */
  readonly queue: Queued[] = [];
  /** What `dispatch` and `execution` failed with. */
  readonly errors: unknown[] = [];
  /** The conversations whose message Discord would not take for so long that it was left as it was. */
  readonly unshown = new Set<string>();
  #ids = 0;
  readonly #blockedPeople: BlockedPeople = {
    block: async (_, { user_id }) => void this.blocked.add(user_id),
    unblock: async (_, userId) => this.blocked.delete(userId),
    list: async () => [...this.blocked].map((user_id) => ({ user_id, at: "", by: "" })),
  };
  #catalogue: SiteItem["catalogue"];

  constructor() {
    this.table = new MemoryTable(this.now);
    this.farewells = new MemoryFarewells(this.now);
  }

  now = (): Date => new Date(this.time);

  async warmUp(): Promise<this> {
    const read = await readDefinition(this.site.open);
    if (!read.ok) throw new Error(read.failure.message);
    this.#catalogue = read.catalogue;
    return this;
  }

  /** An interaction that nobody has sent yet. */
  interaction(userId: string, act: Act): Acting {
    this.#ids += 1;
    const interaction_id = String(1_000_000 + this.#ids);
    const origin = {
      interaction_id,
      user: { id: userId, name: `user ${userId}` },
      permissions: 0n,
      role_ids: this.approvers.has(userId) ? [APPROVER_ROLE] : [],
      guild_id: GUILD,
      channel_id: CHANNEL,
      locale: "en" as const,
      token: `token-of-${interaction_id}`,
    };
    if (act.kind === "command") return { ...origin, ...act, name: "ux-update", attachments: [] };
    if (act.kind === "message-command")
      return { ...origin, kind: act.kind, name: "Request a change", message: someonesMessage(act.words) };
    if (act.kind === "form") {
      const { opening, words } = act;
      return { ...origin, kind: "modal", target: null, opening, inputs: { [requestInputs.words]: words } };
    }
    const { message_id, ...rest } = act;
    const content = this.discord.messages.get(message_id)?.content ?? "";
    return { ...origin, ...rest, message: { id: message_id, content, attachment_ids: [] } };
  }

  /** Discord sends an interaction, and shows its reply unless that is lost on the way. */
  async send(interaction: Acting, reply: "received" | "lost" = "received"): Promise<Reply> {
    const begins =
      interaction.kind === "command" ||
      (interaction.kind === "button" && interaction.target?.action === "undo");
    const form = interaction.kind === "modal" ? interaction.opening : null;
    const begun = form?.opens === "message" ? form.conversation_id : interaction.interaction_id;
    const messageId = begins || form ? `9${begun}` : messageIn(interaction);
    this.discord.open(interaction.token, messageId ?? "");
    const answer = await this.sendAgain(interaction);
    if (reply === "received") this.discord.receive(interaction.token, answer);
    return answer;
  }

  /** The same interaction comes once more; Discord has its reply already, or has given up on it. */
  async sendAgain(interaction: Acting): Promise<Reply> {
    return handleInteraction(this.#interactionPorts(), interaction);
  }

  /** What the stream and the queue hand over next: the first of each conversation that is not done yet. */
  get waiting(): (Told | Queued)[] {
    return [...firstOfEach(this.table.stream), ...firstOfEach(this.queue)];
  }

  /** Hands a record to `dispatch`, or a message to `execution`; whether it was done. If not, it comes again. */
  async deliver(thing: Told | Queued, process = new Process()): Promise<boolean> {
    return "change" in thing ? this.#route(thing, process) : this.#carryOut(thing, process);
  }

  /** Everything outside works again, and all is handed over until nothing is left. */
  async drain(): Promise<void> {
    this.site.trouble = "none";
    this.discord.down = false;
    for (let next = this.waiting[0]; next; next = this.waiting[0])
      if (!(await this.deliver(next)))
        throw new Error("Something cannot be carried out though nothing is wrong", {
          cause: this.errors.at(-1),
        });
  }

  /** Presses the newest button of an action. */
  async press(who: string, action: string): Promise<Reply> {
    const target = this.discord.buttons.findLast((button) => button.action === action);
    if (!target) throw new Error(`There is no button ${action}`);
    const { message_id } = target;
    return this.send(this.interaction(who, { kind: "button", target, message_id }));
  }

  /** Works on what waits until a process ends after so many steps; whether one did. */
  async workUntilCrash(steps: number): Promise<boolean> {
    const process = new Process(steps);
    for (let next = this.waiting[0]; next && !process.ended; next = this.waiting[0])
      await this.deliver(next, process);
    return process.ended;
  }

  async #route(told: Told, process: Process): Promise<boolean> {
    const board = createMessageBoard(this.#discordFor(process), this.now, this.metrics);
    try {
      await dispatch(
        {
          conversations: process.steps(this.table, ["archive"]),
          farewells: process.steps(this.farewells, ["keep"]),
          sites: { wantedIn: () => null, find: async () => this.#site() },
          queue: process.steps({ send: this.#send }, ["send"]),
          board,
          recordRetentionDays: 90,
          metrics: this.metrics,
        },
        told.change,
      );
      told.done = true;
    } catch (error) {
      this.errors.push(error);
    }
    return told.done;
  }

  /** The site's repository has news of a publication; `execution` may ask about it from now on. */
  async hint(conversation_id: string): Promise<void> {
    await this.followings.begin({ conversation_id, repository: REPOSITORY }, "");
    const hinted_at = this.now().toISOString();
    await this.#send(
      { conversation_id, repository: REPOSITORY, hinted_at, status: "hinted" },
      `hint-${hinted_at}`,
    );
    this.time += 4000;
  }

  /** The queue takes a message with the same id once within five minutes. */
  #send = async (task: Task, id: string): Promise<void> => {
    if (this.queue.some((before) => before.id === id && before.sent > this.time - DEDUPLICATED_FOR)) return;
    const conversation_id = "site" in task ? task.site : task.conversation_id;
    this.queue.push({ id, conversation_id, task, sent: this.time, received: 0, done: false });
  };

  /** A message that another worker has received or carried out meanwhile is no longer this one's, as with SQS. */
  async #carryOut(queued: Queued, process: Process): Promise<boolean> {
    const receipt = (queued.received += 1);
    const isMine = () => !queued.done && queued.received === receipt;
    const ports = {
      ...this.executionPorts(process),
      ...process.steps({ postpone: (async () => isMine()) satisfies Postpone }, ["postpone"]),
    };
    const handler = createHandler({
      ports: () => ports,
      log: { error: (_, { error }) => this.errors.push(error) },
    });
    const message: SQSRecord = messageOf(queued.task, queued.id, queued.sent);
    const { batchItemFailures } = await handler({ Records: [message] }, {} as Context);
    // A process that has ended deletes no message, whatever its code made of that.
    if (batchItemFailures.length > 0 || process.ended) return false;
    if (isMine()) queued.done = true;
    return true;
  }

  conversation(id: string): Conversation | null {
    const stored = this.table.items.get(id);
    return stored && "conversation" in stored ? stored.conversation : null;
  }

  executionPorts(process = new Process()): ExecutionPorts & LookAgainPorts {
    const site = process.steps(this.site, ["readFile", "readVersion", "publish", "withdraw", "look"]);
    return {
      ...quietExecution(this.now),
      conversations: process.steps(this.table, ["apply", "find"]),
      farewells: process.steps(this.farewells, ["find", "drop"]),
      followings: process.steps(this.followings, ["find", "looked", "end"]),
      publications: process.steps(this.table, ["keep"]),
      board: createMessageBoard(this.#discordFor(process), this.now, this.metrics),
      openSite: async () => ({ ...this.site.open, publisher: site }),
      sites: { find: async () => this.#site(), keepCatalogue: async () => {}, keepValues: async () => {} },
      blockedPeople: process.steps(this.#blockedPeople, ["list"]),
      metrics: this.metrics,
      warn: (message, { conversation_id }) => {
        if (conversation_id && message === "A message could not be shown") this.unshown.add(conversation_id);
      },
    };
  }

  #discordFor(process: Process): MemoryDiscord {
    return process.steps(this.discord, [
      "originalMessageId",
      "editOriginal",
      "editMessage",
      "attachments",
      "post",
      "messagesSince",
    ]);
  }

  #interactionPorts(): InteractionPorts {
    return {
      ...quietInteractions(this.table, this.now),
      conversations: this.table,
      askings: this.table.askings,
      sites: {
        ...quietSites(async () => this.#site()),
        isBlocked: async (_, userId) => this.blocked.has(userId),
      },
      blockedPeople: this.#blockedPeople,
      metrics: this.metrics,
    };
  }

  #site(): SiteItem {
    const { key: guild_id } = this.site.open;
    return {
      guild_id,
      updated_at: this.now().toISOString(),
      ...(this.approvals > 0 ? { approvals: this.approvals, approver_role_ids: [APPROVER_ROLE] } : {}),
      ...(this.hasLog ? { log_channel: { id: LOG_CHANNEL } } : {}),
      ...(this.#catalogue ? { catalogue: this.#catalogue } : {}),
    };
  }
}

const someonesMessage = (content: string): Targeted => ({
  id: "700000000000000001",
  channel_id: CHANNEL,
  content,
  author: { id: "8", name: "Somebody" },
  attachments: [],
});

/** The message that an interaction is about, if it is one of ours. */
const messageIn = (interaction: Acting): string | undefined =>
  interaction.kind === "button" || interaction.kind === "modal" ? interaction.message?.id : undefined;
