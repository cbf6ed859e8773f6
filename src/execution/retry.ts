import { TransientError } from "#src/errors.ts";

/** How long trouble is waited for before it becomes a failure that is told in words, in milliseconds. */
export const PATIENCE = 2 * 60 * 1000;

/** The longest wait between two tries while patience lasts, so that brief trouble is soon over for people, in seconds. */
const BRIEF = 4;
/** How many of these waits patience is made of. */
const BRIEF_WAITS = PATIENCE / 1000 / BRIEF;
/** The wait after that, for trouble that is not outside, in seconds. */
const LONG = 60;

/** How long the other side asks to be left alone, in milliseconds; 0 when it does not say. */
export const askedWait = (error: unknown): number =>
  error instanceof TransientError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;

/**
 * Whether another try is too late: the trouble has lasted for two minutes, or will have by the time the other side may
 * be asked again.
 */
export const isTooLate = (since: Date, now: Date, error: unknown): boolean =>
  now.getTime() - since.getTime() + askedWait(error) > PATIENCE;

/**
 * When to try again, in seconds from now: when the other side said, else after 1, 2, 4, 4… seconds for about two minutes,
 * and then after a minute each.
 * @param tries how often the message has come so far, from 1 on
 */
export function retryDelay(error: unknown, tries: number): number {
  const asked = Math.ceil(askedWait(error) / 1000);
  if (asked > 0) return asked;
  return tries <= BRIEF_WAITS ? Math.min(2 ** (tries - 1), BRIEF) : LONG;
}
