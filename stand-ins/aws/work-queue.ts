import { md5, type FifoQueue, type ReceivedMessage } from "./fifo-queue.ts";

/** A message as a function gets it. */
export interface QueueRecord {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, never>;
  eventSource: "aws:sqs";
  eventSourceARN: string;
  awsRegion: string;
}

/** What a function made of a batch: the ids of the messages that failed, or that it ended in the middle. */
export type Worked = { failed: ReadonlySet<string> } | "ended";

export interface WorkQueue {
  queue: FifoQueue;
  batchSize: number;
  /** How many batches are worked on at once. */
  maximumConcurrency: number;
  /** Throws nothing: a function that failed as a whole has failed at each message. */
  invoke: (records: QueueRecord[]) => Promise<Worked>;
  /** Resolves after so long, or when the signal is aborted. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  signal: AbortSignal;
}

/**
 * Hands a queue's messages to a function as Lambda's event source mapping does: so many batches at once, deletes what was
 * carried out, and leaves what failed to its visibility timeout. It goes on until `signal` is aborted.
 */
export async function workQueue(options: WorkQueue): Promise<void> {
  const { queue, batchSize, maximumConcurrency, signal } = options;
  const running = new Set<Promise<void>>();
  while (!signal.aborted) {
    const changed = queue.change();
    const batch = running.size < maximumConcurrency ? queue.receive(batchSize) : [];
    if (batch.length === 0) {
      await somethingHappens(options, [changed, ...running]);
      continue;
    }
    const work: Promise<void> = workOn(options, batch).finally(() => running.delete(work));
    running.add(work);
  }
  await Promise.all(running);
}

/** Waits for one of the events, until the next hidden message becomes visible, or until the end. */
async function somethingHappens({ queue, pause, signal }: WorkQueue, events: Promise<void>[]): Promise<void> {
  const over = new AbortController();
  const wait = Math.max(1, (queue.nextVisibleAt ?? Infinity) - queue.now);
  await Promise.race([
    ...events,
    pause(Math.min(wait, LONGEST_TIMER), AbortSignal.any([signal, over.signal])),
  ]);
  over.abort();
}

/** What a timer of Node.js takes at most is 24 days. */
const LONGEST_TIMER = 24 * 60 * 60 * 1000;

/**
 * How long a message waits whose function has ended, in milliseconds: the function takes seconds to start again, and a
 * message that came again at once would have been received too often by then.
 */
const RESTART = 2000;

async function workOn({ queue, invoke }: WorkQueue, batch: ReceivedMessage[]): Promise<void> {
  const worked = await invoke(batch.map(recordOf));
  for (const { id, receipt } of batch) {
    try {
      // Lambda does not learn of it and waits for the visibility timeout; a person who killed a process here is shown more.
      if (worked === "ended") queue.changeVisibility(receipt, RESTART);
      else if (!worked.failed.has(id)) queue.delete(receipt);
    } catch {
      // Another worker has it by now.
    }
  }
}

export const recordOf = (message: ReceivedMessage): QueueRecord => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  md5OfBody: md5(message.body),
  attributes: attributesOf(message),
  messageAttributes: {},
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:execution.fifo",
  awsRegion: "us-east-1",
});

/** What SQS says of a message beside its body. */
export const attributesOf = (message: ReceivedMessage): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAt),
  SequenceNumber: message.sequenceNumber,
  MessageGroupId: message.group,
  MessageDeduplicationId: message.deduplicationId,
});
