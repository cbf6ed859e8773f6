import { failed, type Answer } from "./answers.ts";

/** How a request fails: with an answer, without one, or with one that is lost. */
export type Failure =
  | 404
  | 500
  | 502
  | 503
  | "rate-limit"
  | "secondary-rate-limit"
  | "short-limit"
  | "no-answer"
  | "lost";

export interface PlannedFailure {
  how: Failure;
  /** Whether GitHub acts on the request all the same. */
  when: "before" | "after";
  /** How many requests in a row. */
  times: number;
}

/** The failures that are to happen, by the number of the request. */
export class FailurePlan {
  readonly #plans: { from: number; failure: PlannedFailure }[] = [];

  add(from: number, failure: PlannedFailure): void {
    this.#plans.push({ from, failure });
  }

  clear(): void {
    this.#plans.length = 0;
  }

  for(number: number): PlannedFailure | null {
    const plan = this.#plans.find(({ from, failure }) => number >= from && number < from + failure.times);
    return plan?.failure ?? null;
  }
}

/** The answer of a failure, or null when there is none to be had. */
export function failureAnswer(how: Failure): Answer | null {
  if (how === "no-answer" || how === "lost") return null;
  return typeof how === "number" ? failed(how, "Something went wrong") : limits[how]();
}

const limits = {
  "rate-limit": () =>
    failed(403, "API rate limit exceeded for installation ID 99.", {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 1800),
    }),
  "secondary-rate-limit": () =>
    failed(403, "You have exceeded a secondary rate limit.", { "retry-after": "90" }),
  "short-limit": () => failed(429, "You have exceeded a secondary rate limit.", { "retry-after": "1" }),
};
