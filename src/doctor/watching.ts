import { type Check, ok, problem, skipped, type Verdict } from "./check.ts";

/** What AWS tells of a deployment beside its parts: who is told, how late it is, how long logs are kept. */
export interface Watch {
  /** The subscriptions of the topic of alarms: the address, and whether it has agreed. */
  subscribers(topicArn: string): Promise<{ address: string; confirmed: boolean }[]>;
  /** The most that a record of the stream has waited in the last quarter of an hour, in milliseconds; undefined: there was none. */
  streamLag(functionName: string): Promise<number | undefined>;
  /** The log groups whose names begin so, and for how many days they keep a line; undefined: for ever. */
  logGroups(prefix: string): Promise<{ name: string; days: number | undefined }[]>;
}

interface Watched {
  watch: Watch;
  stack: string;
  topicArn: string | undefined;
  /** Who is to be told; empty: nobody. */
  alarmEmail: string;
  remake: string;
}

/** Whether an operator would hear of trouble, and what the deployment keeps. */
export const watchChecks = (watched: Watched): Check[] => [
  { name: "alarms", look: () => alarmsVerdict(watched) },
  { name: "stream lag", look: () => lagVerdict(watched) },
  { name: "logs", look: () => logsVerdict(watched) },
];

async function alarmsVerdict({ watch, topicArn, alarmEmail, remake }: Watched): Promise<Verdict> {
  if (!topicArn) return problem("The stack has no topic that alarms are sent to.", remake);
  const subscribers = await watch.subscribers(topicArn);
  if (alarmEmail === "" && subscribers.length === 0)
    return skipped("No one is told of them: set ALARM_EMAIL, then deploy again.");
  const wanted = subscribers.filter(({ address }) => alarmEmail === "" || address === alarmEmail);
  const agreed = wanted.find(({ confirmed }) => confirmed);
  if (agreed) return ok(`They are sent to ${agreed.address}.`);
  const subscribe = `aws sns subscribe --topic-arn ${topicArn} --protocol email --notification-endpoint ${alarmEmail}`;
  return wanted.length === 0
    ? problem(`${alarmEmail} gets none: it has no subscription.`, subscribe)
    : problem(
        `${wanted[0]?.address} gets none before it agrees.`,
        `Open the link in the e-mail “AWS Notification - Subscription Confirmation”; for another e-mail: ${subscribe}`,
      );
}

/** The alarm `dispatch-late` goes off behind it. */
const LATE_MS = 60_000;

async function lagVerdict({ watch, stack }: Watched): Promise<Verdict> {
  const lag = await watch.streamLag(`${stack}-dispatch`);
  if (lag === undefined) return ok("No change of the table in the last quarter of an hour.");
  const says = `A change of the table waited up to ${(lag / 1000).toFixed(1)} s for \`dispatch\` in the last quarter of an hour.`;
  return lag <= LATE_MS ? ok(says) : problem(says, "The log of `dispatch` says why.");
}

async function logsVerdict({ watch, stack }: Watched): Promise<Verdict> {
  const found = await Promise.all(
    [`/aws/lambda/${stack}-`, `/aws/http-api/${stack}`].map((prefix) => watch.logGroups(prefix)),
  );
  const groups = found.flat();
  const kept = groups.find(({ days }) => days === undefined);
  if (kept)
    return problem(
      `${kept.name} keeps its lines for ever.`,
      `aws logs put-retention-policy --log-group-name ${kept.name} --retention-in-days ${daysOf(groups)}`,
    );
  return groups.length === 0 ? skipped("There are none yet.") : ok(`Kept for ${daysOf(groups)} days.`);
}

/** The shortest time of those that have one. */
const daysOf = (groups: { days: number | undefined }[]): number =>
  Math.min(...groups.map(({ days = 90 }) => days));
