import type { Context, SQSRecord } from "aws-lambda";
import { createHandler as createExecution } from "#functions/execution.ts";
import { createHandler as createInteractions } from "#functions/interactions.ts";
import type { SiteItem } from "#entities/site.ts";
import { findOut } from "#src/conversations/find-out.ts";
import { createMessageBoard } from "#src/discord/message-board.ts";
import { dispatch } from "#src/execution/dispatch.ts";
import { groupOf } from "#src/execution/task.ts";
import { editSection } from "#src/site/edit-section.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { workQueue } from "#stand-ins/aws/work-queue.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { type Answer, readAnswer } from "#tests/support/answer.ts";
import { MemorySite } from "#tests/support/conversations/memory-site.ts";
import { MemoryFarewells } from "#tests/support/conversations/memory-farewells.ts";
import { quietExecution, quietInteractions, quietSites } from "#tests/support/conversations/quiet-ports.ts";
import { MemoryTable, type Told } from "#tests/support/conversations/memory-table.ts";
import { type Body, InteractionBodies, PUBLIC_KEY, sign } from "#tests/support/interaction-bodies.ts";
import { MemoryMetrics } from "#tests/support/memory-metrics.ts";
import { SimulatedClock } from "#tests/support/simulated-clock.ts";
import { type Around, clientInTown, farewellsInTown, publisherInTown, tableInTown } from "./neighbours.ts";
import type { Troubles } from "./troubles.ts";

/** What is known of a conversation beside what the system stores. */
export interface Life {
  site: MemorySite;
  troubles: Troubles;
  /** Whether its server has the bot, which can edit without a reply token. */
  bot: boolean;
  messageId?: string;
}

const onDemand: (() => Promise<unknown>)[] = [
  () => import("#src/execution/preview-within-limits.ts"),
  () => import("#src/execution/publish-unless-blocked.ts"),
  () => import("#src/execution/withdraw.ts"),
  () => import("#src/execution/take-back.ts"),
  () => import("#src/execution/attach-preview.ts"),
  () => import("#src/interactions/handle-interaction.ts"),
  () => import("#src/interactions/read-by-catalogue.ts"),
];

const STREAM_POLL = 200;
const MOMENT = 1500;
const VISIBILITY = 120_000;

/** The whole system by a clock that only the test moves, with people's requests coming through the front door. */
export class Town {
  readonly clock = new SimulatedClock(Date.parse("2026-11-25T08:00:00.000Z"));
  readonly now = (): Date => new Date(this.clock.time);
  readonly table = new MemoryTable(this.now);
  readonly farewells = new MemoryFarewells(this.now);
  readonly discord = new DiscordStandIn(this.clock.now, { conformance: conformanceProblems });
  readonly bodies = new InteractionBodies(this.clock.now);
  readonly lives = new Map<string, Life>();
  /** What `interactions` could not do. */
  readonly errors: Error[] = [];
  /** How long each write waited in the stream and the queue to be worked on, by conversation, in milliseconds. */
  readonly waits: { conversation_id: string; milliseconds: number }[] = [];
  readonly #queue = new FifoQueue({ now: this.clock.now, visibilityTimeout: VISIBILITY });
  readonly #owners = new Map<string, string>();
  /** When what caused each message of the queue was written. */
  readonly #written = new Map<string, number>();
  readonly #metrics = new MemoryMetrics();
  readonly #end = new AbortController();
  readonly #around: Around = {
    clock: this.clock,
    troublesOf: (id) => this.lives.get(id)?.troubles ?? {},
    conversationOf: (path) =>
      this.#owners.get(/(?:messages\/|^)(\d+)$/.exec(path)?.[1] ?? path.split("/")[3] ?? "") ?? "",
  };
  readonly #stored = tableInTown(this.#around, this.table);
  readonly #farewells = farewellsInTown(this.#around, this.farewells);
  #catalogue: SiteItem["catalogue"];
  #interactions = this.#createInteractions();
  #working: Promise<unknown> = Promise.resolve();

  async open(maximumConcurrency: number): Promise<this> {
    const site = new MemorySite();
    const read = await readDefinition(site.open);
    if (!read.ok) throw new Error(read.failure.message);
    // Loads what is loaded on demand, which takes real time: by this clock nothing may.
    await Promise.all(onDemand.map((load) => load()));
    const page = new TextEncoder().encode(site.page);
    await editSection(read.definition, page, { section: "header", updates: { text: "A" } });
    this.#catalogue = read.catalogue;
    this.#working = Promise.all([this.#follow(), this.#work(maximumConcurrency)]);
    return this;
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.clock.runUntil(this.clock.time + VISIBILITY);
    await this.#working;
  }

  /** Discord sends an interaction of a conversation. An answer that is late is dropped, and its token never works. */
  async send(conversationId: string, payload: Body, isLate = false): Promise<Answer> {
    const body = JSON.stringify(payload);
    const sent = this.clock.time;
    const event = { version: "2.0", isBase64Encoded: false, body, headers: sign(body, this.now()) };
    const result = await this.clock.during(() => this.#interactions(event as never, {} as Context));
    const { statusCode = 0, body: text = "" } = result as { statusCode?: number; body?: string };
    this.#owners.set(String(payload["token"]), conversationId);
    this.discord.responded(body, text, isLate ? sent - 3001 : sent);
    return readAnswer(String(payload["id"]), statusCode, text);
  }

  /** The message that an interaction's token stands for becomes the conversation's. */
  noteMessage(conversationId: string, token: string): void {
    const message = this.discord.channel.ofToken(token);
    const life = this.lives.get(conversationId);
    if (typeof message === "string" || !life) return;
    life.messageId = message.id;
    this.#owners.set(message.id, conversationId);
  }

  messageOf(conversationId: string): Message | undefined {
    const id = this.lives.get(conversationId)?.messageId;
    return id === undefined ? undefined : structuredClone(this.discord.channel.message(id));
  }

  #createInteractions() {
    const ports = {
      ...quietInteractions(this.table, this.now),
      conversations: findOut(this.#stored),
      sites: quietSites(async (guild_id) => this.#site(guild_id ?? "")),
      metrics: this.#metrics,
    };
    const log = {
      info: () => {},
      error: (_: string, { error }: { error: Error }) => this.errors.push(error),
    };
    return createInteractions({
      publicKey: () => PUBLIC_KEY,
      now: this.now,
      ports: async () => ports,
      log: async () => log,
    });
  }

  #site(guild_id: string): SiteItem {
    const updated_at = this.now().toISOString();
    return { guild_id, updated_at, ...(this.#catalogue ? { catalogue: this.#catalogue } : {}) };
  }

  /** The stream: what was written since the last look, all of it side by side, until it is routed. */
  async #follow(): Promise<void> {
    for (let at = 0; !this.#end.signal.aborted;) {
      const records = this.table.stream.slice(at);
      at += records.length;
      await Promise.all(records.map((told) => this.#route(told)));
      await this.clock.pause(STREAM_POLL);
    }
  }

  async #route({ change, written }: Told): Promise<void> {
    const discord = clientInTown(this.#around, this.discord, { bot: () => false, singleTry: MOMENT });
    const ports = {
      conversations: this.#stored,
      farewells: this.#farewells,
      sites: { wantedIn: () => null, find: async () => null },
      queue: {
        send: async (task: Parameters<typeof groupOf>[0], deduplicationId: string) => {
          this.#written.set(deduplicationId, written);
          this.#queue.send({ body: JSON.stringify(task), group: groupOf(task), deduplicationId });
        },
      },
      board: createMessageBoard(discord, this.now, this.#metrics),
      recordRetentionDays: 90,
      metrics: this.#metrics,
    };
    for (let wait = 250; ; wait *= 2) {
      const isRouted = await dispatch(ports, change).then(
        () => true,
        () => false,
      );
      if (isRouted) return;
      await this.clock.pause(wait);
    }
  }

  #work(maximumConcurrency: number): Promise<void> {
    const execution = this.#createExecution();
    return workQueue({
      queue: this.#queue,
      batchSize: 1,
      maximumConcurrency,
      invoke: async (records) => {
        for (const { attributes } of records) this.#noteWait(attributes);
        const { batchItemFailures } = await execution(
          { Records: records as unknown as SQSRecord[] },
          {} as Context,
        );
        return { failed: new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)) };
      },
      pause: this.clock.pause,
      signal: this.#end.signal,
    });
  }

  #noteWait(attributes: Record<string, string>): void {
    if (attributes["ApproximateReceiveCount"] !== "1") return;
    const written = this.#written.get(attributes["MessageDeduplicationId"] ?? "");
    const milliseconds = this.clock.time - (written ?? 0);
    this.waits.push({ conversation_id: attributes["MessageGroupId"] ?? "", milliseconds });
  }

  #createExecution() {
    const bot = (id: string) => this.lives.get(id)?.bot === true;
    const ports = {
      ...quietExecution(this.now),
      conversations: this.#stored,
      farewells: this.#farewells,
      board: createMessageBoard(clientInTown(this.#around, this.discord, { bot }), this.now, this.#metrics),
      openSite: async (key: string) => {
        const id = key.slice(1);
        const site = this.lives.get(id)?.site ?? new MemorySite();
        return { ...site.open, key, publisher: publisherInTown(this.#around, id, site) };
      },
      sites: { find: async () => this.#site(""), keepCatalogue: async () => {}, keepValues: async () => {} },
      metrics: this.#metrics,
      postpone: async (receipt: string, seconds: number) => {
        this.#queue.changeVisibility(receipt, seconds * 1000);
        return true;
      },
    };
    return createExecution({ ports: () => ports, log: { error: (_, { error }) => this.errors.push(error) } });
  }
}
