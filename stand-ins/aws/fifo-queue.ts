import { createHash, randomUUID } from "node:crypto";

/** A message as it is sent. */
export interface NewMessage {
  body: string;
  group: string;
  /** A message with the same id as one of the last five minutes is accepted and dropped. */
  deduplicationId: string;
}

/** A message as it is received; the receipt is good until the message becomes visible again. */
export interface ReceivedMessage extends SentMessage {
  receipt: string;
  /** How often it has been received, this time included. */
  receiveCount: number;
}

/** A message as it was taken. */
export interface SentMessage extends NewMessage {
  id: string;
  sequenceNumber: string;
  /** Epoch milliseconds. */
  sentAt: number;
}

interface Kept extends SentMessage {
  receiveCount: number;
  receipt: string;
  /** Until when no worker receives it, in epoch milliseconds. */
  hiddenUntil: number;
}

interface Options {
  now: () => number;
  /** How long a received message is hidden, in milliseconds, unless the receiver says otherwise. */
  visibilityTimeout: number;
  /** What becomes of a message that has been received so often and comes once more. */
  redrive?: { maxReceiveCount: number; giveUp: (message: NewMessage) => void };
  /** What was sent and is not deleted, by its sequence number: messages that are there come first, and once more. */
  kept?: Map<string, SentMessage>;
}

const DEDUPLICATED_FOR = 5 * 60 * 1000;

/** The receipt is not of a message that is being worked on. */
export class NotInFlight extends Error {}

/**
 * An SQS FIFO queue in this process: messages of a group come one after the other, those of different groups side by side;
 * what is received and not deleted comes again; what has come too often goes to the dead letters. It is held to the same
 * contract as an emulator's SQS (tests/contract/fifo-queue.ts).
 */
export class FifoQueue {
  readonly #options: Options;
  readonly #messages: Kept[] = [];
  readonly #kept: Map<string, SentMessage>;
  readonly #known = new Map<string, { id: string; sequenceNumber: string; until: number }>();
  readonly #listeners = new Set<() => void>();
  #sequence = 0n;

  constructor(options: Options) {
    this.#options = options;
    this.#kept = options.kept ?? new Map<string, SentMessage>();
    for (const message of this.#kept.values()) this.#add(message);
    this.#sequence = BigInt(this.#messages.at(-1)?.sequenceNumber ?? 0);
  }

  send(message: NewMessage): { id: string; sequenceNumber: string } {
    const now = this.#options.now();
    const before = this.#known.get(message.deduplicationId);
    if (before && before.until > now) return before;
    this.#sequence += 1n;
    const id = randomUUID();
    const sequenceNumber = String(this.#sequence).padStart(20, "0");
    for (const [key, { until }] of this.#known) if (until <= now) this.#known.delete(key);
    const sent = { ...message, id, sequenceNumber, sentAt: now };
    this.#kept.set(sequenceNumber, sent);
    this.#add(sent);
    this.#changed();
    return { id, sequenceNumber };
  }

  /** The oldest messages that may be worked on, of one group or several; at most `max`. */
  receive(max: number, visibilityTimeout = this.#options.visibilityTimeout): ReceivedMessage[] {
    const now = this.#options.now();
    const locked = new Set(this.#messages.filter((one) => one.hiddenUntil > now).map(({ group }) => group));
    const free = this.#messages.filter(({ group }) => !locked.has(group));
    const received: ReceivedMessage[] = [];
    for (const message of free) {
      if (received.length === max) break;
      if (this.#isGivenUp(message)) continue;
      message.receiveCount += 1;
      message.receipt = randomUUID();
      message.hiddenUntil = now + visibilityTimeout;
      const { hiddenUntil: _, ...told } = message;
      received.push(told);
    }
    return received;
  }

  /** @throws NotInFlight when the message is visible again, was received by another, or is gone */
  delete(receipt: string): void {
    this.#remove(this.#inFlight(receipt));
    this.#changed();
  }

  /**
   * @param milliseconds until it is visible, from now on
   * @throws NotInFlight as above
   */
  changeVisibility(receipt: string, milliseconds: number): void {
    this.#inFlight(receipt).hiddenUntil = this.#options.now() + milliseconds;
    this.#changed();
  }

  /** By the queue's own clock, in epoch milliseconds. */
  get now(): number {
    return this.#options.now();
  }

  get counts(): { visible: number; inFlight: number } {
    const now = this.#options.now();
    const inFlight = this.#messages.filter(({ hiddenUntil }) => hiddenUntil > now).length;
    return { visible: this.#messages.length - inFlight, inFlight };
  }

  /** When the next hidden message becomes visible, in epoch milliseconds; undefined when none is hidden. */
  get nextVisibleAt(): number | undefined {
    const now = this.#options.now();
    const times = this.#messages.flatMap(({ hiddenUntil }) => (hiddenUntil > now ? [hiddenUntil] : []));
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Resolves at the next change: something was sent, deleted, or made visible earlier or later. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#listeners.add(resolve));
  }

  #isGivenUp(message: Kept): boolean {
    const { redrive } = this.#options;
    if (!redrive || message.receiveCount < redrive.maxReceiveCount) return false;
    this.#remove(message);
    const { body, group, id } = message;
    redrive.giveUp({ body, group, deduplicationId: id });
    return true;
  }

  #add(sent: SentMessage): void {
    const { id, sequenceNumber, deduplicationId } = sent;
    this.#known.set(deduplicationId, { id, sequenceNumber, until: sent.sentAt + DEDUPLICATED_FOR });
    this.#messages.push({ ...sent, receiveCount: 0, receipt: "", hiddenUntil: 0 });
  }

  #remove(message: Kept): void {
    this.#kept.delete(message.sequenceNumber);
    this.#messages.splice(this.#messages.indexOf(message), 1);
  }

  #inFlight(receipt: string): Kept {
    const now = this.#options.now();
    const found = this.#messages.find((one) => one.receipt === receipt && one.hiddenUntil > now);
    if (!found) throw new NotInFlight("The receipt handle is not of a message in flight");
    return found;
  }

  #changed(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}

/** How SQS proves that a body arrived as it was sent. */
export const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
