import { setTimeout } from "node:timers/promises";
import type { Octokit } from "@octokit/core";
import { RequestError } from "@octokit/request-error";
import pRetry from "p-retry";
import { isNotFound, secondsOfLimit } from "./failure.ts";

/** A limit that ends sooner is waited out. A longer one is left to the caller, who tries again later. */
const LONGEST_LIMIT_SECONDS = 5;

const TRIES = 3;

/** Answers that are the same the next time, or that are waited for elsewhere. */
const FINAL_STATUSES = new Set([400, 401, 403, 404, 408, 409, 410, 422, 429, 451]);

/** For a request whose usual answer is that there is no such thing: it is believed at once. */
export const mayBeAbsent = { request: { mayBeAbsent: true } };

/** For a request that must not be made twice when its answer was lost. */
export const onlyOnce = { request: { onlyOnce: true } };

/**
 * Sends a request a second and a third time where that may help: after trouble, when a limit has ended, and when GitHub
 * does not know of something that we know exists. Octokit's own plugins do the first two, but pass each request through
 * three queues, which took 17 of the 20 ms that a request to a near server took.
 *
 * @param wait milliseconds before the second try after trouble; four times as long before the third
 * @param deadline epoch milliseconds after which no limit is waited for
 */
export function sendAgain(octokit: Octokit, { wait, deadline }: { wait: number; deadline: number }): void {
  // Each wraps those before it.
  octokit.hook.wrap("request", async (send, options) =>
    pRetry(async () => send(options), {
      retries: options.request?.["onlyOnce"] === true ? 0 : TRIES - 1,
      minTimeout: wait,
      factor: 4,
      shouldRetry: ({ error }) => isTrouble(error),
    }),
  );
  octokit.hook.wrap("request", async (send, options) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(options);
      } catch (error) {
        const seconds = tries < TRIES ? secondsOfLimit(error) : null;
        if (seconds === null || !isWorthWaiting(seconds, deadline)) throw error;
        await setTimeout(seconds * 1000);
      }
    }
  });
  octokit.hook.wrap("request", async (send, options) => {
    const isExpected = options.method !== "GET" || options.request?.["mayBeAbsent"] === true;
    return Promise.resolve(send(options)).catch(async (error: unknown) => {
      if (isExpected || !isNotFound(error)) throw error;
      // One server of GitHub's that has not heard of it yet, or has trouble, would otherwise be told to people as a
      // repository or branch that is gone.
      await setTimeout(wait);
      return send(options);
    });
  });
}

const isTrouble = (error: unknown): boolean =>
  error instanceof RequestError && error.status >= 400 && !FINAL_STATUSES.has(error.status);

const isWorthWaiting = (seconds: number, deadline: number): boolean =>
  seconds <= LONGEST_LIMIT_SECONDS && Date.now() + seconds * 1000 < deadline;
