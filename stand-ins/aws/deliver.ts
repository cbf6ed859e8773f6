/** A record of a stream, as a function gets it; its sequence number identifies it within its shard. */
export interface StreamRecord {
  dynamodb: { SequenceNumber: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** What came of handing over a batch: how many of its first records are done. A function that threw did none. */
export type Handled = { done: number };

/** Why records are given up, in Lambda's words. */
export type GivenUp = "RetryAttemptsExhausted" | "EventAgeExceeded";

export interface DeliveryOptions {
  /** -1: without end. */
  maximumRetryAttempts: number;
  bisectBatchOnFunctionError: boolean;
  invoke(batch: StreamRecord[]): Promise<Handled>;
  /** Whether a record that failed has been tried for so long that it is given up. */
  isTooOld(record: StreamRecord): boolean;
  /** Called with records that are given up, so that those behind them can go on. */
  giveUp(batch: StreamRecord[], why: GivenUp): Promise<void>;
  /** Waits before attempt number `attempt` (the first retry is 1). */
  pause(attempt: number): Promise<void>;
}

/**
 * Hands over one batch as Lambda's event source mapping does: what failed is tried again from its first failed record
 * on, in ever smaller batches when a batch may be bisected, and given up after the last attempt or when it is too old.
 */
export async function deliver(batch: StreamRecord[], options: DeliveryOptions, attempt = 0): Promise<void> {
  if (attempt > 0) await options.pause(attempt);
  const { done } = await options.invoke(batch);
  const failed = batch.slice(done);
  const last = options.maximumRetryAttempts !== -1 && attempt >= options.maximumRetryAttempts;
  if (last && failed.length > 0) return options.giveUp(failed, "RetryAttemptsExhausted");
  const old = failed.filter((record) => options.isTooOld(record));
  if (old.length > 0) await options.giveUp(old, "EventAgeExceeded");
  const rest = failed.filter((record) => !old.includes(record));
  for (const part of options.bisectBatchOnFunctionError ? halves(rest) : wholeOf(rest)) {
    await deliver(part, options, attempt + 1);
  }
}

const wholeOf = (batch: StreamRecord[]): StreamRecord[][] => (batch.length > 0 ? [batch] : []);

function halves(batch: StreamRecord[]): StreamRecord[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)].filter((part) => part.length > 0);
}

/**
 * Reads the answer of a function that reports batch item failures.
 * @param answer what the function returned; nothing and an empty list mean that all is done, and an identifier that is
 * not in the batch that nothing is
 */
export function handledOf(batch: StreamRecord[], answer: unknown): Handled {
  const failed = failedItems(answer);
  if (failed === undefined) return { done: 0 };
  if (failed.length === 0) return { done: batch.length };
  const positions = failed.map((id) => batch.findIndex((record) => record.dynamodb.SequenceNumber === id));
  return { done: Math.max(0, Math.min(...positions)) };
}

/** The identifiers in the answer, or undefined when it cannot be read: Lambda then takes the whole batch as failed. */
export function failedItems(answer: unknown): unknown[] | undefined {
  if (answer === null || answer === undefined || answer === "") return [];
  if (typeof answer !== "object") return undefined;
  const failures = "batchItemFailures" in answer ? answer.batchItemFailures : [];
  if (failures === null) return [];
  if (!Array.isArray(failures)) return undefined;
  return failures.map((item: unknown) =>
    typeof item === "object" && item !== null && "itemIdentifier" in item ? item.itemIdentifier : undefined,
  );
}
