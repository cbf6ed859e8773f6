import type { Deployment } from "./deployment.ts";
import type { Inputs } from "./read-inputs.ts";

/**
 * What it takes to follow one published change to its end; requests to GitHub are free.
 * tests/acceptance/following/units.slow.test.ts measures it on the engine and fails when this is no longer so.
 */
export const following = {
  /** Write units when it begins: by its conversation, and by its commit. */
  beginWriteUnits: 2,
  /** Write units of each hint, which is a report of GitHub's or the daily look. */
  hintWriteUnits: 1,
  /** Read units each time that a hint is taken up. */
  hintReadUnits: 1,
  /** A hint comes too early and is put off for some seconds: `execution` is called twice, and the queue asked five times. */
  callsPerHint: 2,
  queueRequestsPerHint: 5,
  /** The conversation or its record, read consistently; and the note of the look. */
  lookReadUnits: 1,
  lookWriteUnits: 1,
  /** What is new, in the conversation or its record. */
  newsWriteUnits: 3,
} as const;

/** What following one change uses, in the units of a month's usage. */
export function followingEach({ memoryMb }: Deployment, assumptions: Inputs["assumptions"]) {
  const { reportsPerChange: reports, looksPerChange, dailyLooksPerChange, newsPerChange } = assumptions;
  const hints = reports + dailyLooksPerChange;
  const looks = looksPerChange + dailyLooksPerChange;
  const executions = hints * following.callsPerHint;
  // A call that takes no look reads one item, as `dispatch` does.
  const executing =
    looks * assumptions.executionMilliseconds + (executions - looks) * assumptions.dispatchMilliseconds;
  const megabyteMilliseconds =
    reports * assumptions.interactionsMilliseconds * memoryMb.github +
    hints * assumptions.dispatchMilliseconds * memoryMb.dispatch +
    executing * memoryMb.execution;
  return {
    writeUnits:
      following.beginWriteUnits +
      hints * following.hintWriteUnits +
      looks * following.lookWriteUnits +
      newsPerChange * following.newsWriteUnits,
    readUnits: executions * following.hintReadUnits + looks * following.lookReadUnits,
    calls: reports + hints + executions,
    gbSeconds: megabyteMilliseconds / 1024 / 1000,
    apiRequests: reports,
    queueRequests: hints * following.queueRequestsPerHint,
  };
}
