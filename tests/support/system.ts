import type { APIInteractionResponse, APIModalInteractionResponse } from "discord-api-types/v10";
import type { Logger } from "@aws-lambda-powertools/logger";
import type { LogAttributes } from "@aws-lambda-powertools/logger/types";
import type { Context, DynamoDBRecord } from "aws-lambda";
import { createHandler as createExecutionHandler } from "#functions/execution.ts";
import { createHandler as createInteractionsHandler } from "#functions/interactions.ts";
import { DiscordStandIn } from "#local/discord-stand-in.ts";
import type { Message } from "#local/discord-messages.ts";
import type { StreamRecord } from "#local/delivery.ts";
import { generateKeyPair, signedHeaders } from "#local/signing-key.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { type ExecutionApp, createExecutionApp } from "#src/execution-app.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import { type DiscordServer, startDiscordServer } from "./discord-server.ts";
import { type TestTable, createTestTable } from "./dynamodb.ts";
import { MemoryMetrics } from "./memory-metrics.ts";
import { type SiteRepository, createSiteRepository } from "./site-repository.ts";

export const ANN = { id: "100000000000000001", username: "ann", global_name: "Ann" };
export const BOB = { id: "100000000000000002", username: "bob", global_name: "Bob" };
export type User = typeof ANN;

const keys = generateKeyPair();
export const GUILD = "200000000000000001";
const APPLICATION = "300000000000000001";

/** What came back for one interaction: the HTTP response and, when it is one, Discord's reply in it. */
export interface Answer {
  id: string;
  status: number;
  reply: APIInteractionResponse;
  /** What the person reads in an immediate answer. */
  words: string;
  ephemeral: boolean;
}

/** The whole system of a test: the functions, a table and its stream, a Git repository and a stand-in for Discord. */
export class TestSystem {
  readonly table: TestTable;
  readonly site: SiteRepository;
  readonly discord: DiscordServer;
  readonly errors: Error[] = [];
  readonly warnings: string[] = [];
  readonly metrics = new MemoryMetrics();
  /** Where the functions write their log, when a test looks at it. */
  log: Pick<Logger, "info" | "error"> | null = null;
  readonly #log = {
    info: (message: string, details: LogAttributes) => this.log?.info(message, details),
    error: (message: string, details: { error: Error }) => {
      this.errors.push(details.error);
      this.log?.error(message, details);
    },
  };
  /** What goes on while a function waits for a moment. */
  whileWaiting: () => Promise<void> = async () => {};
  /** Milliseconds; starts at the real time, so that the engine does not take what it stores for expired. */
  time = Date.now();
  #ids = 0n;
  #env: Record<string, string>;
  #interactions: ReturnType<typeof createInteractionsHandler>;
  #execution: ReturnType<typeof createExecutionHandler>;
  #executionApp: ExecutionApp;

  constructor(parts: {
    table: TestTable;
    site: SiteRepository;
    discord: DiscordServer;
    env: Record<string, string>;
  }) {
    this.table = parts.table;
    this.site = parts.site;
    this.discord = parts.discord;
    this.discord.standIn = new DiscordStandIn(() => this.time);
    this.#env = {
      TABLE_NAME: parts.table.name,
      DISCORD_PUBLIC_KEY: keys.publicKey,
      DISCORD_APPLICATION_ID: APPLICATION,
      DISCORD_API_URL: parts.discord.url,
      SITE_REPOSITORY: parts.site.path,
      ...parts.env,
    };
    this.#interactions = this.newContainer();
    this.#executionApp = createExecutionApp(this.config, {
      ...this.#replacements,
      backoff: { first: 1, factor: 1 },
      timing: { retry: 1 },
      warn: (message, { error }) => this.warnings.push(`${message}: ${String(error)}`),
      tell: (message, details) => this.log?.info(message, details),
    });
    this.#execution = createExecutionHandler({
      app: () => this.#executionApp,
      log: this.#log,
    });
  }

  /** The environment of the functions. */
  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  get config() {
    return readConfig([], this.#env);
  }

  get now(): Date {
    return new Date(this.time);
  }

  get #replacements() {
    const wait = () => this.whileWaiting();
    return { client: this.table.client, now: () => this.now, metrics: this.metrics, wait };
  }

  get app(): ExecutionApp {
    return this.#executionApp;
  }

  /** A handler with modules and memory of its own, as another Lambda container has. */
  newContainer(): ReturnType<typeof createInteractionsHandler> {
    const app = createApp(this.config, this.#replacements);
    return createInteractionsHandler({
      publicKey: () => keys.publicKey,
      now: () => this.now,
      ports: async () => app,
      log: this.#log,
    });
  }

  /** From now on interactions are answered by this container; returns the one before. */
  use(container: ReturnType<typeof createInteractionsHandler>): ReturnType<typeof createInteractionsHandler> {
    const before = this.#interactions;
    this.#interactions = container;
    return before;
  }

  /** From now on the environment of new containers, and the one in use, name no site. */
  forgetDefaultSite(): void {
    const { SITE_REPOSITORY: _, ...env } = this.#env;
    this.#env = env;
    this.use(this.newContainer());
  }

  /** From now on every request to the table fails. */
  breakTable(): void {
    this.table.client.middlewareStack.add(() => () => Promise.reject(new Error("the table is away")), {
      step: "initialize",
      priority: "high",
    });
  }

  /** The headers that Discord sends with this body. */
  sign(body: string, at: Date = this.now): Record<string, string> {
    return signedHeaders(keys.privateKey, body, at);
  }

  /** Stores what can be changed on the site, as a first request does. */
  async warmUp(): Promise<void> {
    const site = await this.#executionApp.openSite(DEFAULT_SITE);
    const read = site && (await readDefinition(site));
    if (!read?.ok) throw new Error(`The sample site cannot be read: ${JSON.stringify(read)}`);
    await this.#executionApp.sites.keepCatalogue(DEFAULT_SITE, read.catalogue);
    await this.slash(ANN, { command: "nothing" });
    await this.deliver();
    this.table.requests.length = 0;
  }

  nextId(): string {
    this.#ids += 1n;
    return ((BigInt(this.time - 1_420_070_400_000) << 22n) + this.#ids).toString();
  }

  /** Sends one signed HTTP request as Discord does and does with the response what Discord does. */
  async send(payload: Record<string, unknown>, change: Partial<HttpRequest> = {}): Promise<Answer> {
    const body = JSON.stringify(payload);
    const request = { body, headers: this.sign(body), ...change };
    const response = await this.post(request);
    const text = response.body ?? "";
    if (response.statusCode === 200) this.discord.standIn.responded(body, text, this.time);
    const reply = JSON.parse(text) as APIInteractionResponse;
    const data = "data" in reply && reply.data && "content" in reply.data ? reply.data : undefined;
    return {
      id: String(payload["id"]),
      status: response.statusCode ?? 0,
      reply,
      words: data?.content ?? "",
      ephemeral: ((data?.flags ?? 0) & 64) !== 0,
    };
  }

  async post(request: HttpRequest) {
    const event = { version: "2.0", isBase64Encoded: false, ...request } as never;
    const result = await this.#interactions(event, {} as Context);
    return result as { statusCode?: number; body?: string };
  }

  /** The body of an interaction by somebody in the test's server. */
  interaction(user: User, rest: Record<string, unknown>, member: MemberChange = {}): Record<string, unknown> {
    const id = this.nextId();
    return {
      id,
      application_id: APPLICATION,
      token: `token-of-${id}`,
      version: 1,
      guild_id: GUILD,
      channel_id: "400000000000000001",
      member: { user, roles: [], permissions: "2048", nick: null, ...member },
      ...rest,
    };
  }

  slash(
    user: User,
    options: Record<string, string>,
    name = "ux-update",
    member: MemberChange = {},
  ): Promise<Answer> {
    return this.send(this.slashBody(user, options, name, member));
  }

  slashBody(
    user: User,
    options: Record<string, string>,
    name = "ux-update",
    member: MemberChange = {},
    attachments: { id: string }[] = [],
  ): Record<string, unknown> {
    const given = Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value }));
    const images = attachments.map(({ id }, at) => ({
      name: `image${at > 0 ? at + 1 : ""}`,
      type: 11,
      value: id,
    }));
    const resolved = { attachments: Object.fromEntries(attachments.map((each) => [each.id, each])) };
    const data = { id: "500000000000000001", type: 1, name, options: [...given, ...images], resolved };
    return this.interaction(user, { type: 2, data }, member);
  }

  /** Presses a button by its label, on the message as it is shown now or as it was shown. */
  press(user: User, message: Message, label: string, member: MemberChange = {}): Promise<Answer> {
    return this.send(this.pressBody(user, message, customIdOf(message, label), member));
  }

  pressBody(
    user: User,
    message: Message,
    customId: string,
    member: MemberChange = {},
  ): Record<string, unknown> {
    return this.interaction(
      user,
      { type: 3, message, data: { component_type: 2, custom_id: customId } },
      member,
    );
  }

  /** Fills in a modal and sends it; values by the label of the input. */
  submit(user: User, modal: Answer, message: Message, values: Record<string, string>): Promise<Answer> {
    const { data } = modal.reply as APIModalInteractionResponse;
    const components = data.components.flatMap((label) =>
      label.type === 18 && "custom_id" in label.component
        ? [{ type: 18, component: filled(label.component as Input, values[label.label] ?? "") }]
        : [],
    );
    return this.send(
      this.interaction(user, { type: 5, message, data: { custom_id: data.custom_id, components } }),
    );
  }

  /** The labels of a modal's inputs. */
  labelsOf(modal: Answer): string[] {
    const { data } = modal.reply as APIModalInteractionResponse;
    return data.components.flatMap((label) => (label.type === 18 ? label.label : []));
  }

  /** Hands the stream's new records to `execution` until nothing new comes; what fails is handed over again. */
  async deliver(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      const records = await this.table.records();
      if (records.length === 0) return;
      const failures = await this.execute(records);
      for (let again = 0; failures.length > 0 && again < 3; again += 1) {
        const rest = records.slice(
          records.findIndex(({ dynamodb }) => failures.includes(dynamodb.SequenceNumber)),
        );
        failures.splice(0, failures.length, ...(await this.execute(rest)));
      }
    }
  }

  /** One invocation of `execution`; answers the sequence numbers of the records it could not carry out. */
  execute(records: StreamRecord[]): Promise<string[]> {
    return this.executeLate(records, 0);
  }

  /** The same for records that have waited for some minutes. */
  async executeLate(records: StreamRecord[], minutes: number): Promise<string[]> {
    const written = Math.floor(this.time / 1000) - minutes * 60;
    const Records = records.map((record) => ({
      ...record,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: written },
    })) as DynamoDBRecord[];
    const result = await this.#execution({ Records }, {} as Context);
    return result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  }

  /** The newest message that everyone in the channel sees. */
  get message(): Message {
    const message = this.discord.standIn.channel.messages().findLast(({ flags }) => (flags & 64) === 0);
    if (!message) throw new Error("There is no message in the channel");
    return structuredClone(message);
  }

  /** Asks for a change and shows its preview. */
  async preview(user: User, options: Record<string, string>): Promise<{ id: string; message: Message }> {
    const { id } = await this.slash(user, options);
    await this.deliver();
    return { id, message: this.message };
  }

  passMinutes(minutes: number): void {
    this.time += minutes * 60_000;
  }

  /** What DynamoDB's time to live does to an item, and how its stream tells of it. */
  async expire(conversationId: string): Promise<StreamRecord[]> {
    const removed = await this.table.remove(conversationId);
    const records = removed.map((record) => ({
      ...record,
      userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
    }));
    await this.execute(records);
    return records;
  }

  async stop(): Promise<void> {
    await this.discord.stop();
    await this.site.remove();
  }
}

interface HttpRequest {
  body?: string;
  headers: Record<string, string>;
  isBase64Encoded?: boolean;
}

/** What is different about the member who acts. */
type MemberChange = { permissions?: string; roles?: string[]; nick?: string };

type Input = { type: number; custom_id: string };

const filled = ({ type, custom_id }: Input, value: string) =>
  type === 3 ? { type, custom_id, values: [value] } : { type, custom_id, value };

/** The custom id behind the button that a person sees under this label. */
export function customIdOf(message: Message, label: string): string {
  for (const row of message.components) {
    if (row.type !== 1) continue;
    for (const button of row.components)
      if ("custom_id" in button && "label" in button && button.label === label) return button.custom_id;
  }
  throw new Error(`The message has no button “${label}”: ${JSON.stringify(message.components)}`);
}

export const buttonsOf = (message: Message): string[] =>
  message.components.flatMap((row) =>
    row.type === 1 ? row.components.flatMap((button) => ("label" in button && button.label) || []) : [],
  );

/** The code block of the preview, as text. */
export const diffOf = (message: Message): string =>
  /```diff\n([\s\S]*?)\n```/.exec(message.embeds[0]?.description ?? "")?.[1] ?? "";

export async function startSystem(env: Record<string, string> = {}): Promise<TestSystem> {
  const [table, site, discord] = await Promise.all([
    createTestTable(),
    createSiteRepository(),
    startDiscordServer(),
  ]);
  const system = new TestSystem({ table, site, discord, env });
  await system.warmUp();
  return system;
}
