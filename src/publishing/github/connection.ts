import { setTimeout } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import Bottleneck from "bottleneck/light.js";
import { isNotFound } from "./failure.ts";

/** How long one call of the port may take, and what it is made of; all in milliseconds. */
export interface GitHubTiming {
  /** For everything that a call does; what would take longer becomes a transient failure. */
  budget: number;
  /** For one request. */
  request: number;
  /** The first wait before a request is sent again; the second is four times as long. */
  retry: number;
}

/** Two calls that go badly fit into a Lambda function of a minute, with room for what else it does. */
export const DEFAULT_TIMING: GitHubTiming = { budget: 20_000, request: 8_000, retry: 500 };

/** The version of the REST API that is spoken; without it GitHub would answer in whatever is its default then. */
const API_VERSION = "2022-11-28";

/** A limit that ends sooner is waited out. A longer one is left to the caller, who tries again later. */
const LONGEST_LIMIT_SECONDS = 5;

/** Answers that are the same the next time, or that are waited for elsewhere. */
const FINAL_STATUSES = [400, 401, 403, 404, 408, 409, 410, 422, 429, 451];

/**
 * In place of the plugin's second between two writes and three between two pull requests: a publication is six writes,
 * where GitHub's limit is 80 a minute ("Rate limits for the REST API"). One for all calls, as it is never let go.
 */
const WITHOUT_PAUSE = new Bottleneck.Group();

const RetryingOctokit = Octokit.plugin(retry, throttling);
/** What the throttling plugin says of a limit; `tried` counts how often the request was sent again. */
type LimitHandlerArguments = [seconds: number, request: unknown, octokit: unknown, tried: number];

const nothing = () => {};

/** Sends requests to GitHub for one call of the port: each at most three times, all within the budget. */
export function connectToGitHub(options: {
  apiUrl?: string;
  fetch?: typeof fetch;
  timing?: Partial<GitHubTiming>;
}): Octokit {
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const deadline = Date.now() + timing.budget;
  const worthWaiting = (...[seconds, , , tried]: LimitHandlerArguments) =>
    tried < 2 && seconds <= LONGEST_LIMIT_SECONDS && Date.now() + seconds * 1000 < deadline;
  // Octokit's own words hold addresses and headers; what matters is said by the failures.
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const octokit = new RetryingOctokit({
    userAgent: "ux-agent",
    ...(options.apiUrl && { baseUrl: options.apiUrl.replace(/\/+$/, "") }),
    log,
    request: { log, fetch: boundedFetch(options.fetch ?? fetch, timing.request, deadline) },
    retry: { retries: 2, retryAfterBaseValue: timing.retry, doNotRetry: FINAL_STATUSES },
    throttle: {
      onRateLimit: worthWaiting,
      onSecondaryRateLimit: worthWaiting,
      write: WITHOUT_PAUSE,
      notifications: WITHOUT_PAUSE,
    },
  });
  octokit.hook.before("request", ({ headers }) => void (headers["x-github-api-version"] = API_VERSION));
  askAgainWhenNotFound(octokit, timing.retry);
  return octokit;
}

/** For a request whose usual answer is that there is no such thing: it is believed at once. */
export const mayBeAbsent = { request: { mayBeAbsent: true } };

/**
 * Reads a second time what GitHub says is not there. All that we read is known to exist, and one server of GitHub's that has
 * not heard of it yet, or has trouble, would otherwise be told to people as a repository or branch that is gone.
 */
function askAgainWhenNotFound(octokit: Octokit, wait: number): void {
  octokit.hook.wrap("request", async (send, options) => {
    const isExpected = options.method !== "GET" || options.request?.["mayBeAbsent"] === true;
    return Promise.resolve(send(options)).catch(async (error: unknown) => {
      if (isExpected || !isNotFound(error)) throw error;
      await setTimeout(wait);
      return send(options);
    });
  });
}

/** A fetch that has read the whole answer, or has given up, when its time is over. */
function boundedFetch(send: typeof fetch, limit: number, deadline: number): typeof fetch {
  return async (input, init) => {
    const remaining = deadline - Date.now();
    // Octokit takes every exception for one that another try may cure; this answer it takes as the last.
    if (remaining <= 0) return new Response(null, { status: 408 });
    const signal = AbortSignal.timeout(Math.min(limit, remaining));
    const response = await send(input, { ...init, signal });
    const body = await response.text();
    // Octokit would take an answer that broke off for a text.
    if (response.ok && body !== "") JSON.parse(body);
    const { status, headers } = response;
    return new Response(body === "" ? null : body, { status, headers });
  };
}
