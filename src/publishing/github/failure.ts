import { RequestError } from "@octokit/request-error";
import { inertLine } from "#src/publishing/inert-text.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import { wordsOf } from "./words.ts";
import type { PublishFailure } from "#src/publishing/publisher.ts";
import { PublishingRefused, refuse, unavailable } from "#src/publishing/refusal.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

/** What GitHub recommends to wait when it does not say how long ("Rate limits for the REST API"). */
const DEFAULT_WAIT_SECONDS = 60;

/**
 * How GitHub refuses what was made of something that it gave out itself a moment ago, as not all of it knows that yet
 * (octokit.rb#622, rest-api-description#4887). Who asks again later is understood.
 */
const NOT_TAKEN_IN =
  /object does not exist|(?:tree|parent) sha does not exist|not a valid (?:blob|tree)|reference update failed|no commits between|can't be blank|"field":"head"/i;

/** An answer of GitHub that was not the wanted one. */
interface Answer {
  status: number;
  method: string;
  headers: Record<string, string | number | undefined>;
  /** As Octokit gives it: details are JSON. */
  message: string;
  /** The same for people: short, and nothing in it acts. */
  words: string;
}

/** What an error means to people. Errors that are not GitHub's, or the network's, are answered as they are. */
export function refusalFrom(error: unknown, repository: string): unknown {
  if (!(error instanceof RequestError)) return error;
  if (error.response === undefined) {
    return new PublishingRefused(passing(sentence("github.unreachable")));
  }
  return new PublishingRefused(failureOf(answerOf(error), repository));
}

/** How long GitHub limits the sender of a request, in seconds; null when the error is another one. */
export function secondsOfLimit(error: unknown): number | null {
  if (!(error instanceof RequestError) || error.response === undefined) return null;
  return rateLimit(answerOf(error))?.retry_after_seconds ?? null;
}

function answerOf({ status, request, response, message }: RequestError): Answer {
  const words = wordsOf(response?.data, message);
  return { status, method: request.method, headers: response?.headers ?? {}, message, words };
}

/** Whether GitHub refused a request as it is (422), with words that match. */
export function isRejected(error: unknown, words: RegExp): boolean {
  return error instanceof RequestError && error.status === 422 && words.test(error.message);
}

/** Whether GitHub's answer is still the one that was asked about (304). */
export function isUnchanged(error: unknown): boolean {
  return error instanceof RequestError && error.status === 304;
}

export function isNotFound(error: unknown): boolean {
  return error instanceof RequestError && error.status === 404;
}

/** Whether GitHub does not let the sender of a request in, or not that far. */
export function isDenied(error: unknown): error is RequestError {
  if (!(error instanceof RequestError)) return false;
  return (
    error.status === 401 || (error.status === 403 && /not accessible by integration/i.test(error.message))
  );
}

function failureOf(answer: Answer, repository: string): PublishFailure {
  const { status, method, words } = answer;
  const limit = rateLimit(answer);
  if (limit !== null) return limit;
  if (status === 408 || status >= 500) return passing(sentence("github.trouble"));
  if (status === 401) return denied(sentence("github.credentials", { words }));
  if (status === 403) return forbidden(answer, repository);
  if (status === 404 && method !== "GET") return lacking(sentence("github.write-access"), answer, repository);
  if (status === 404 || status === 410 || status === 451) return missing(repository);
  return status === 409 ? conflict(answer) : rejected(answer, repository);
}

/** Primary limits end at a time, secondary ones after a while. */
function rateLimit({ status, headers, message }: Answer): PublishFailure | null {
  const exhausted = headers["x-ratelimit-remaining"] === "0";
  // GitHub Enterprise Server still has the older words.
  const secondary =
    headers["retry-after"] !== undefined || /\bsecondary rate\b|abuse detection/i.test(message);
  if (status !== 429 && !(status === 403 && (exhausted || secondary))) return null;
  return rateLimited(
    Number(headers["retry-after"]) || (exhausted && untilReset(headers)) || DEFAULT_WAIT_SECONDS,
  );
}

export function rateLimited(seconds: number): PublishFailure {
  const minutes = Math.ceil(seconds / 60);
  return {
    code: "rate-limited",
    ...inWords(sentence("github.limited", { minutes })),
    transient: true,
    retry_after_seconds: seconds,
  };
}

function untilReset(headers: Answer["headers"]): number {
  // By GitHub's clock, when it sends the time, so that ours need not be right.
  const now = Date.parse(String(headers["date"])) || Date.now();
  return Math.max(1, Math.ceil(Number(headers["x-ratelimit-reset"]) - now / 1000));
}

function forbidden(answer: Answer, repository: string): PublishFailure {
  const { headers, message, words } = answer;
  if (/archived/i.test(message)) return archived(repository).failure;
  if (/protected branch/i.test(message)) return protectedBranch(words);
  if (headers["x-github-sso"] !== undefined) return denied(sentence("github.single-sign-on", { repository }));
  // For example an IP allow list, a suspended App, or a token whose lifetime is too long.
  if (!/not accessible by|must have/i.test(message))
    return denied(sentence("github.not-let-in", { repository, words }));
  return lacking(neededPermission(headers), answer, repository);
}

/** The first of the sets of permissions that GitHub would accept, such as `contents=write,workflows=write`. */
function neededPermission(headers: Answer["headers"]): Sentence {
  const [accepted] = String(headers["x-accepted-github-permissions"] ?? "").split(";");
  const scopes = String(headers["x-accepted-oauth-scopes"] ?? "");
  const named = (accepted || scopes).trim().replace(/=/g, ": ").replace(/_/g, " ").replace(/,\s*/g, " and ");
  return named === ""
    ? sentence("github.write-access")
    : sentence("github.permission", { permission: inertLine(named, 100) });
}

/** Names all permissions, so that an administrator who grants one is not asked for the next one afterwards. */
function lacking(what: Sentence, { words }: Answer, repository: string): PublishFailure {
  return denied(sentence("github.lacking", { what, repository, words }));
}

function conflict({ message }: Answer): PublishFailure {
  if (/empty/i.test(message)) {
    return refuse("no-base-branch", sentence("github.empty")).failure;
  }
  return passing(sentence("github.busy"));
}

function rejected({ message, words }: Answer, repository: string): PublishFailure {
  if (/rule violations|protected/i.test(message)) return protectedBranch(words);
  if (NOT_TAKEN_IN.test(message)) return passing(sentence("github.not-shown-yet"));
  if (/permissions requested/i.test(message)) return denied(sentence("github.app-lacking", { repository }));
  if (/not accessible to the parent installation/i.test(message)) {
    return refuse("not-found", sentence("github.app-not-installed", { repository })).failure;
  }
  if (/"field":"base"/.test(message))
    return refuse("no-base-branch", sentence("github.base-gone", { repository })).failure;
  return refuse("invalid", sentence("github.not-taken", { words })).failure;
}

function protectedBranch(words: string): PublishFailure {
  return refuse("protected", sentence("github.protected", { branches: `${BRANCH_PREFIX}…`, words })).failure;
}

export function archived(repository: string): PublishingRefused {
  return refuse("archived", sentence("github.archived", { repository }));
}

function missing(repository: string): PublishFailure {
  return refuse("not-found", sentence("github.missing", { repository })).failure;
}

function denied(why: Sentence): PublishFailure {
  return refuse("no-permission", why).failure;
}

function passing(why: Sentence): PublishFailure {
  return unavailable(why).failure;
}
