import { Octokit } from "@octokit/core";
import { sendAgain } from "./sending-again.ts";

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

const nothing = () => {};

/** Sends requests to GitHub for one call of the port: each at most three times, all within the budget. */
export function connectToGitHub(options: {
  apiUrl?: string;
  fetch?: typeof fetch;
  timing?: Partial<GitHubTiming>;
}): Octokit {
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const deadline = Date.now() + timing.budget;
  // Octokit's own words hold addresses and headers; what matters is said by the failures.
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const octokit = new Octokit({
    userAgent: "ux-agent",
    ...(options.apiUrl && { baseUrl: options.apiUrl.replace(/\/+$/, "") }),
    log,
    request: { log, fetch: boundedFetch(options.fetch ?? fetch, timing.request, deadline) },
  });
  octokit.hook.before("request", ({ headers }) => void (headers["x-github-api-version"] = API_VERSION));
  sendAgain(octokit, { wait: timing.retry, deadline });
  return octokit;
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
