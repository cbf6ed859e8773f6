import type { Context, DynamoDBRecord, SQSRecord } from "aws-lambda";
import type { StreamRecord } from "#stand-ins/aws/deliver.ts";
import { type FilterPattern, passes } from "#stand-ins/aws/event-filter.ts";
import { readEventSources } from "#stand-ins/aws/service-file.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { ExecutionApp } from "#src/execution/execution-app.ts";
import type { Task } from "#src/execution/task.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import { type Answer, filledIn, readAnswer } from "./answer.ts";
import { type DiscordServer, startDiscordServer } from "./discord-server.ts";
import { type TestTable, createTestTable } from "./dynamodb.ts";
import { type Execution, Functions, type Interactions } from "./functions.ts";
import { APPLICATION, InteractionBodies, type MemberChange, PUBLIC_KEY, sign } from "./interaction-bodies.ts";
import { ANN, type User } from "./people.ts";
import { messageOf } from "./queue-message.ts";
import { customIdOf } from "./shown-message.ts";
import { type SiteRepository, createSiteRepository } from "./site-repository.ts";

interface HttpRequest {
  body?: string;
  headers: Record<string, string>;
  isBase64Encoded?: boolean;
}

interface Parts {
  table: TestTable;
  site: SiteRepository;
  discord: DiscordServer;
  env: Record<string, string>;
  /** Which records of the stream start `dispatch`, by `serverless.yml`. */
  filterPatterns: FilterPattern[];
}

/** Tests ask more often than people do; those of the limits set their own. */
const ample = Object.fromEntries(
  ["PERSON_OPEN", "PERSON_HOURLY", "SERVER_OPEN", "SERVER_HOURLY"].map((name) => [`${name}_LIMIT`, "1000"]),
);

/** The whole system of a test: the functions, a table and its stream, a Git repository and a stand-in for Discord. */
export class TestSystem {
  readonly table: TestTable;
  readonly site: SiteRepository;
  readonly discord: DiscordServer;
  readonly functions: Functions;
  readonly bodies = new InteractionBodies(() => this.time);
  /** Milliseconds; starts at the real time, so that the engine does not take what it stores for expired. */
  time = Date.now();
  /** What `execution` works with. */
  readonly app: ExecutionApp;
  readonly #execution: Execution;
  readonly #filterPatterns: FilterPattern[];
  #interactions: Interactions;

  constructor({ table, site, discord, env, filterPatterns }: Parts) {
    this.table = table;
    this.#filterPatterns = filterPatterns;
    this.site = site;
    this.discord = discord;
    this.discord.standIn = new DiscordStandIn(() => this.time, { conformance: conformanceProblems });
    this.discord.standIn.channel.filesAt = this.discord.url;
    this.functions = new Functions({
      client: table.client,
      now: () => this.now,
      env: {
        TABLE_NAME: table.name,
        DISCORD_PUBLIC_KEY: PUBLIC_KEY,
        DISCORD_APPLICATION_ID: APPLICATION,
        DISCORD_API_URL: discord.url,
        SITE_REPOSITORY: site.path,
        ...ample,
        ...env,
      },
    });
    this.#interactions = this.newContainer();
    this.app = this.functions.executionApp();
    this.#execution = this.functions.execution(this.app);
  }

  get now(): Date {
    return new Date(this.time);
  }

  passMinutes(minutes: number): void {
    this.time += minutes * 60_000;
  }

  /** What the functions logged as errors. */
  get errors(): Error[] {
    return this.functions.errors;
  }

  /** A handler with modules and memory of its own, as another Lambda container has. */
  newContainer(): Interactions {
    return this.functions.interactions();
  }

  /** From now on interactions are answered by this container; returns the one before. */
  use(container: Interactions): Interactions {
    const before = this.#interactions;
    this.#interactions = container;
    return before;
  }

  /** From now on the environment of new containers, and the one in use, name no site. */
  forgetDefaultSite(): void {
    const { SITE_REPOSITORY: _, ...env } = this.functions.env;
    this.functions.env = env;
    this.use(this.newContainer());
  }

  /** From now on every request to the table fails. */
  breakTable(): void {
    this.table.client.middlewareStack.add(() => () => Promise.reject(new Error("the table is away")), {
      step: "initialize",
      priority: "high",
    });
  }

  /** Stores what can be changed on the site, as a first request does. */
  async warmUp(): Promise<void> {
    const site = await this.app.openSite(DEFAULT_SITE);
    const read = site && (await readDefinition(site));
    if (!read?.ok) throw new Error(`The sample site cannot be read: ${JSON.stringify(read)}`);
    await this.app.sites.keepCatalogue(DEFAULT_SITE, read.catalogue);
    await this.slash(ANN, { command: "nothing" });
    await this.deliver();
    this.table.requests.length = 0;
  }

  /** The headers that Discord sends with this body now. */
  sign(body: string, at: Date = this.now): Record<string, string> {
    return sign(body, at);
  }

  async post(request: HttpRequest) {
    const event = { version: "2.0", isBase64Encoded: false, ...request } as never;
    const result = await this.#interactions(event, {} as Context);
    return result as { statusCode?: number; body?: string };
  }

  /** Sends one signed HTTP request as Discord does and does with the response what Discord does. */
  async send(payload: Record<string, unknown>, change: Partial<HttpRequest> = {}): Promise<Answer> {
    const body = JSON.stringify(payload);
    const { statusCode = 0, body: text = "" } = await this.post({
      body,
      headers: this.sign(body),
      ...change,
    });
    if (statusCode === 200) this.discord.standIn.responded(body, text, this.time);
    return readAnswer(String(payload["id"]), statusCode, text);
  }

  /** The same, but its answer comes later than Discord waits: Discord drops it, and its token never works. */
  async sendTooLate(payload: Record<string, unknown>): Promise<Answer> {
    const body = JSON.stringify(payload);
    const { statusCode = 0, body: text = "" } = await this.post({ body, headers: this.sign(body) });
    this.discord.standIn.responded(body, text, this.time - 3001);
    return readAnswer(String(payload["id"]), statusCode, text);
  }

  slash(
    user: User,
    options: Record<string, string>,
    name = "ux-update",
    member: MemberChange = {},
  ): Promise<Answer> {
    return this.send(this.bodies.slash(user, options, name, member));
  }

  /** Presses a button by its label, on the message as it is shown now or as it was shown. */
  press(user: User, message: Message, label: string, member: MemberChange = {}): Promise<Answer> {
    return this.send(this.pressed(user, message, label, member));
  }

  /** What Discord sends for it, which has the message as Discord keeps it now. */
  pressed(user: User, message: Message, label: string, member: MemberChange = {}): Record<string, unknown> {
    const now = this.discord.standIn.channel.message(message.id) ?? message;
    return this.bodies.press(user, now, customIdOf(message, label), member);
  }

  /** Confirms a preview, and has done what comes of it; the newest message then. */
  async confirm(user: User, message: Message): Promise<Message> {
    await this.press(user, message, "Confirm");
    await this.deliver();
    return this.message;
  }

  /** Fills in a modal and sends it; values by the label of the input. A modal that a command opened is on no message. */
  submit(
    user: User,
    modal: Answer,
    message: Message | null,
    values: Record<string, string>,
    member: MemberChange = {},
  ): Promise<Answer> {
    return this.send(this.bodies.submit(user, message, filledIn(modal, values), member));
  }

  /** The newest message that everyone in the channel sees. */
  get message(): Message {
    return this.#newest(({ flags }) => (flags & 64) === 0);
  }

  /** The newest message that one person alone sees. */
  get ownMessage(): Message {
    return this.#newest(({ flags }) => (flags & 64) !== 0);
  }

  #newest(isWanted: (message: Message) => boolean): Message {
    const message = this.discord.standIn.channel.messages().findLast(isWanted);
    if (!message) throw new Error("There is no such message in the channel");
    return structuredClone(message);
  }

  /** Asks for a change and shows its preview. */
  async preview(user: User, options: Record<string, string>): Promise<{ id: string; message: Message }> {
    const { id } = await this.slash(user, options);
    await this.deliver();
    return { id, message: this.message };
  }

  /** Has those of the stream's new records that the filter lets through carried out until nothing new comes; what fails is tried again. */
  async deliver(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      const written = await this.table.records();
      if (written.length === 0) return;
      const records = written.filter((record) => passes(this.#filterPatterns, record));
      let failed = await this.execute(records);
      for (let again = 0; failed.length > 0 && again < 3; again += 1) {
        const rest = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
        failed = await this.execute(records.slice(rest));
      }
    }
  }

  /**
   * Has `dispatch` route records of the stream, and `execution` carry out at once what comes of them; answers the sequence
   * numbers of the records that one of the two failed at.
   */
  async execute(records: StreamRecord[]): Promise<string[]> {
    const { messages, failed } = await this.dispatch(records);
    return [...failed, ...(await this.carryOut(messages))];
  }

  /** One invocation of `dispatch`; answers its messages, and the sequence numbers of the records that it failed at. */
  async dispatch(records: StreamRecord[]): Promise<{ messages: SQSRecord[]; failed: string[] }> {
    const messages: SQSRecord[] = [];
    const ids = new Map(records.map(({ eventID, dynamodb }) => [eventID, dynamodb.SequenceNumber]));
    const queue = {
      send: async (task: Task, id: string) =>
        void messages.push(messageOf(task, ids.get(id) ?? id, this.time)),
    };
    const dispatch = this.functions.dispatch(this.functions.dispatchPorts(queue));
    const ApproximateCreationDateTime = Math.floor(this.time / 1000);
    const Records = records.map((record) => ({
      ...record,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime },
    })) as DynamoDBRecord[];
    const { batchItemFailures } = await dispatch({ Records }, {} as Context);
    return { messages, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  }

  /** One invocation of `execution`; answers the ids of the messages that it failed at. */
  async carryOut(Records: SQSRecord[], execution = this.#execution): Promise<string[]> {
    const { batchItemFailures } = await execution({ Records }, {} as Context);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
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

export async function startSystem(env: Record<string, string> = {}): Promise<TestSystem> {
  const [table, site, discord, { dispatch }] = await Promise.all([
    createTestTable(),
    createSiteRepository(),
    startDiscordServer(),
    readEventSources(),
  ]);
  const { filterPatterns } = dispatch.event;
  const system = new TestSystem({ table, site, discord, env, filterPatterns });
  await system.warmUp();
  return system;
}
