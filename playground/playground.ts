import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Upload } from "#stand-ins/discord/attachments.ts";
import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { CHANNEL_ID, type Person } from "#stand-ins/discord/member.ts";
import { ChangedMessages } from "./changed-messages.ts";
import type { Exchange } from "./exchange.ts";
import { type FaultParts, Saboteur } from "./saboteur.ts";
import { interactionBody } from "./interaction-body.ts";
import { members, personOf, roles } from "./members.ts";
import { NewsStream, type Tell } from "./news-stream.ts";
import { PayloadLog } from "./payload-log.ts";
import { readRepository } from "./repository.ts";
import { send, signed, type Signed } from "./send.ts";
import type { Action, Attached, Outcome, Repository, Setting } from "./wire.ts";

/** What the playground plays with: the parts of a running system. */
export interface PlaygroundParts {
  url: string;
  discord: DiscordStandIn;
  applicationId: string;
  /** The key to sign with; null when the real Discord has it. */
  signingKey: string | null;
  /** Whether messages go to the stand-in. */
  standIn: boolean;
  /** The local repository that is published to; null when it is on GitHub. */
  repository: string | null;
  table: string;
  client: DynamoDBClient;
  faults: FaultParts;
}

/** Plays Discord for the service: people, their client, and the channel that they look at. */
export class Playground {
  readonly news = new NewsStream();
  readonly log = new PayloadLog();
  readonly saboteur: Saboteur;
  readonly #parts: PlaygroundParts;
  readonly #changes = new ChangedMessages();
  #violations = 0;
  /** As it was last read, and as the open pages were last told of it. */
  #repository: Repository | null = null;
  #told = "";
  /** One look after the other, so that an older one is never told last; what happens meanwhile needs only one more. */
  #looked = Promise.resolve();
  #isLookWanted = false;

  constructor(parts: PlaygroundParts) {
    this.#parts = parts;
    this.saboteur = new Saboteur(parts.faults, (faults) => this.news.tell("faults", faults));
  }

  setting(): Setting {
    const { applicationId, repository } = this.#parts;
    return { members, roles, applicationId, mute: this.#muteBecause(), hasSite: repository !== null };
  }

  /** Tells a page that was just opened everything so far. */
  tellAll(tell: Tell): void {
    const { channel, violations } = this.#parts.discord;
    // With the words that a message answers known before it, it is drawn at once as it stays.
    for (const payload of this.log.all()) tell("payload", payload);
    tell("messages", { changed: channel.messages(), removed: [] });
    tell("violations", violations);
    tell("faults", this.saboteur.faults);
    void this.#readRepository().then((repository) => repository && tell("repository", repository));
  }

  /** Sends what a member does in the client. */
  async act(by: string, action: Action): Promise<Outcome> {
    const { signingKey, applicationId, discord } = this.#parts;
    const person = personOf(by);
    if (!signingKey || !person)
      return { shows: "failed", why: this.#muteBecause() ?? "no member has this id" };
    if (action.do === "say") return this.#say(person, action);
    const id = "message" in action ? action.message : null;
    const message = id === null ? undefined : discord.channel.message(id);
    return this.#send(signed(signingKey, interactionBody(action, { applicationId, person, message })));
  }

  #say(person: Person, { content, attachments }: Extract<Action, { do: "say" }>): Outcome {
    const files = attachments.map(({ name, type, ...rest }) => ({
      ...rest,
      filename: name,
      content_type: type,
    }));
    this.#parts.discord.channel.say(CHANNEL_ID, person, { content, attachments: files });
    this.#tellMessages();
    return { shows: "message", told: null };
  }

  /** Keeps an uploaded file where Discord would. */
  upload(file: Upload): Attached {
    const { id, url, filename, content_type, size } = this.#parts.discord.channel.upload(file);
    return { id, url, name: filename, type: content_type, size };
  }

  /** Sends an earlier interaction again, to the letter; null when there is none. */
  async replay(payloadId: number): Promise<Outcome | null> {
    const sent = this.log.signedOf(payloadId);
    return sent ? this.#send(sent) : null;
  }

  /** Takes note of everything that the service and Discord send each other. A page that opens later is told all of it. */
  saw(exchange: Exchange): void {
    const payload = this.log.add(exchange);
    if (!this.news.isRead) return;
    this.news.tell("payload", payload());
    this.#tellMessages();
    const { violations } = this.#parts.discord;
    if (violations.length !== this.#violations) this.news.tell("violations", violations);
    this.#violations = violations.length;
    if (exchange.from === "service" && exchange.method !== "GET") this.#wantLook();
  }

  #tellMessages(): void {
    const changes = this.#changes.since(this.#parts.discord.channel.messages());
    if (changes) this.news.tell("messages", changes);
  }

  #wantLook(): void {
    if (this.#isLookWanted) return;
    this.#isLookWanted = true;
    this.#looked = this.#looked.then(() => {
      this.#isLookWanted = false;
      return this.#lookAtRepository();
    });
  }

  #send(interaction: Signed): Promise<Outcome> {
    this.log.sending(interaction);
    return send(this.#parts, interaction);
  }

  #muteBecause(): string | null {
    if (!this.#parts.signingKey)
      return "DISCORD_PUBLIC_KEY is set, so that only the real Discord can sign what the service accepts.";
    if (!this.#parts.standIn) return "DISCORD_API_URL is set, so that messages appear there and not here.";
    return null;
  }

  /** Tells the pages about new branches. */
  async #lookAtRepository(): Promise<void> {
    const repository = await this.#readRepository();
    const now = JSON.stringify(repository);
    if (repository && now !== this.#told) this.news.tell("repository", repository);
    this.#told = now;
  }

  async #readRepository(): Promise<Repository | null> {
    const { repository } = this.#parts;
    if (repository === null) return null;
    const read = await readRepository(repository, this.#repository).catch(() => null);
    this.#repository = read ?? this.#repository;
    return read;
  }
}
