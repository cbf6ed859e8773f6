import { setTimeout } from "node:timers/promises";
import type { Octokit } from "@octokit/core";
import type { RequestError } from "@octokit/request-error";
import { DEFAULT_TIMING, type GitHubTiming } from "./connection.ts";
import type { Credentials, Signature } from "./credentials.ts";
import { isDenied } from "./failure.ts";
import { unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** How long GitHub may take until all of it knows a new token, in milliseconds. */
const SPREAD_MS = 10_000;

/** How often a request is repeated because its token is too new. */
const REPEATS = 3;

/**
 * Signs whatever `octokit` sends from now on. GitHub takes a moment to know an installation token that it has just given
 * out, and its permissions a moment longer: until then it answers 401 and 403 (octokit/auth-app.js#65 and #589), so the
 * request is sent again after a while, then four and nine times that. A token that stays unknown, or is taken
 * back, is forgotten, and the next call asks for another one.
 * @returns what the requests are signed with
 */
export async function signRequests(
  octokit: Octokit,
  credentials: Credentials,
  { owner, repo, timing }: { owner: string; repo: string; timing: Partial<GitHubTiming> | undefined },
): Promise<Signature> {
  const signature = await credentials.sign(octokit, { owner, repo });
  const { authorization, issued } = signature;
  const wait = timing?.retry ?? DEFAULT_TIMING.retry;
  octokit.hook.wrap("request", async (send, options) => {
    options.headers.authorization = authorization;
    for (let repeat = 1; ; repeat += 1) {
      try {
        return await send(options);
      } catch (error) {
        if (!issued || !isDenied(error)) throw error;
        if (repeat > REPEATS || Date.now() - issued.getTime() > SPREAD_MS) throw lasting(error, credentials);
        await setTimeout(wait * repeat ** 2);
      }
    }
  });
  return signature;
}

function lasting(error: RequestError, credentials: Credentials): Error {
  if (error.status !== 401) return error;
  credentials.forget();
  return unavailable(sentence("github.token-unknown"));
}
