import { once } from "#src/once.ts";

/**
 * Says when a message that could not be carried out comes again, in seconds from now. False when the message is no longer
 * this worker's: another one has received it, or deleted it.
 */
export type Postpone = (receiptHandle: string, seconds: number) => Promise<boolean>;

/**
 * Loads the SDK for queues with the first message that has to come again.
 * @param url of the queue that the message came from
 */
export function createPostpone(url: string): Postpone {
  const opened = once(async () => (await import("./change-visibility.ts")).changeVisibility(url));
  return async (receiptHandle, seconds) => (await opened())(receiptHandle, seconds);
}
