import { type ExecutionPorts, carryOut } from "#src/execution/carry-out.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import { lifetimes } from "#src/conversations/lifetimes.ts";
import { type InteractionPorts, handleInteraction } from "#src/interactions/handle-interaction.ts";
import { createMessageBoard } from "#src/discord/message-board.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import type { Reply } from "#src/discord/replies.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import type { SiteItem } from "#entities/site.ts";
import { MemoryDiscord } from "./memory-discord.ts";
import { MemoryMetrics } from "#tests/support/memory-metrics.ts";
import { MemorySite } from "./memory-site.ts";
import { MemoryTable, type Told } from "./memory-table.ts";
import { Process } from "./process.ts";

const HOUR = 3600;
const CHANNEL = "400000000000000001";

export type Acting = Exclude<Interaction, { kind: "ping" } | { kind: "unknown" }>;

/** Everything of a person's interaction that is not about who and when. */
export type Act =
  | { kind: "command"; options: Record<string, string> }
  | { kind: "button"; target: Target; message_id: string }
  | { kind: "modal"; target: Target; message_id: string; inputs: Record<string, string> };

type Target = NonNullable<Extract<Acting, { kind: "button" }>["target"]>;

/** The real use cases over a table, a stream, a site and a Discord in memory, and a clock that only tests move. */
export class World {
  readonly table: MemoryTable;
  readonly site = new MemorySite();
  readonly discord = new MemoryDiscord();
  readonly metrics = new MemoryMetrics();
  /** Milliseconds. */
  time = Date.parse("2026-11-22T10:00:00.400Z");
  /** The conversations whose message Discord would not take for so long that it was left as it was. */
  readonly unshown = new Set<string>();
  #ids = 0;
  #catalogue: SiteItem["catalogue"];

  constructor() {
    this.table = new MemoryTable(this.now);
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
      role_ids: [],
      channel_id: CHANNEL,
      token: `token-of-${interaction_id}`,
    };
    if (act.kind === "command") return { ...origin, ...act, name: "ux-update", attachments: [] };
    return { ...origin, ...act };
  }

  /** Discord sends an interaction, and shows its reply unless that is lost on the way. */
  async send(interaction: Acting, reply: "received" | "lost" = "received"): Promise<Reply> {
    const messageId =
      interaction.kind === "command" ? `9${interaction.interaction_id}` : interaction.message_id;
    this.discord.open(interaction.token, messageId ?? "");
    const answer = await this.sendAgain(interaction);
    if (reply === "received") this.discord.receive(interaction.token, answer);
    return answer;
  }

  /** The same interaction comes once more; Discord has its reply already, or has given up on it. */
  async sendAgain(interaction: Acting): Promise<Reply> {
    return handleInteraction(this.#interactionPorts(), interaction);
  }

  /** The first record of each conversation that is not carried out yet: what the stream hands over next. */
  get waiting(): Told[] {
    const first = new Map<string, Told>();
    for (const told of this.table.stream)
      if (!told.done && !first.has(told.conversation_id)) first.set(told.conversation_id, told);
    return [...first.values()];
  }

  /** Hands one record to a process of `execution`; whether it was carried out. If not, it comes again. */
  async deliver(told: Told, process = new Process()): Promise<boolean> {
    told.done = false;
    try {
      await carryOut(this.executionPorts(process), told.change);
      told.done = true;
      return true;
    } catch {
      return false;
    }
  }

  /** Everything outside works again, and the stream is handed over until nothing is left in it. */
  async drain(): Promise<void> {
    this.site.trouble = "none";
    this.discord.down = false;
    for (let next = this.waiting[0]; next; next = this.waiting[0])
      if (!(await this.deliver(next)))
        throw new Error("A record cannot be carried out though nothing is wrong");
  }

  conversation(id: string): Conversation | null {
    const stored = this.table.items.get(id);
    return stored && "conversation" in stored ? stored.conversation : null;
  }

  executionPorts(process = new Process()): ExecutionPorts {
    const site = process.steps(this.site, ["readFile", "publish", "withdraw"]);
    const discord = process.steps(this.discord, ["originalMessageId", "editOriginal", "editMessage"]);
    return {
      conversations: process.steps(this.table, ["apply", "archive", "find"]),
      board: createMessageBoard(discord, this.now, this.metrics),
      openSite: async () => ({ ...this.site.open, publisher: site }),
      sites: { find: async () => this.#site(), keepCatalogue: async () => {} },
      usage: { count: async () => ({ limit: null }) },
      limits: { person_open: 5, person_hourly: 20, server_open: 50, server_hourly: 100 },
      lifetimes: lifetimes(HOUR),
      recordRetentionDays: 90,
      now: this.now,
      metrics: this.metrics,
      tell: () => {},
      warn: (message, { conversation_id }) => {
        if (conversation_id && message === "A message could not be shown") this.unshown.add(conversation_id);
      },
    };
  }

  #interactionPorts(): InteractionPorts {
    return {
      conversations: this.table,
      earlyLimits: { reached: () => null, note: () => {}, release: () => {} },
      sites: { find: async () => this.#site(), defaultServes: () => true, wantCatalogue: async () => {} },
      lifetimes: lifetimes(HOUR),
      now: this.now,
      metrics: this.metrics,
      userConversations: { page: async () => ({ stored: [] }) },
    };
  }

  #site(): SiteItem {
    const { key: guild_id } = this.site.open;
    return {
      guild_id,
      updated_at: this.now().toISOString(),
      ...(this.#catalogue ? { catalogue: this.#catalogue } : {}),
    };
  }
}
