import type { Following, Followings } from "#src/conversations/followings.ts";
import type { Hints } from "#src/conversations/hints.ts";

export interface LookAgainPorts {
  followings: Pick<Followings, "open">;
  hints: Hints;
  now: () => Date;
}

/** Of one repository, so that looking leaves most of GitHub's limit for people's requests. */
const MOST = 100;

/** GitHub has told of it within this time, or it was looked at because of the day before; in milliseconds. */
const FRESH = 20 * 60 * 60 * 1000;

/**
 * The daily look at what is open: GitHub sends a report once, and one may be lost. It takes the same way as a report, so that
 * nothing else has to be right about it.
 */
export async function lookAgain({ followings, hints, now }: LookAgainPorts): Promise<void> {
  const before = new Date(now().getTime() - FRESH).toISOString();
  const due = (await followings.open()).filter(({ looked_at = "" }) => looked_at < before);
  for (const { repository, conversation_id } of mostOfEach(due))
    await hints.give({ repository, conversation_id });
}

const mostOfEach = (due: Following[]): Following[] =>
  [...Map.groupBy(due, ({ repository }) => repository).values()].flatMap((of) => of.slice(0, MOST));
