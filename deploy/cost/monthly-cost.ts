import { conversation } from "./conversation.ts";
import type { Deployment } from "./deployment.ts";
import { followingEach } from "./following.ts";
import type { Inputs } from "./read-inputs.ts";

/** What a month uses. */
interface Usage {
  writeUnits: number;
  readUnits: number;
  /** Records at the end of their time: as many come as go. */
  storedGb: number;
  /** The same once more, for restoring to any second; none of it is free. */
  backupGb: number;
  requests: number;
  gbSeconds: number;
  apiRequests: number;
  queueRequests: number;
  logGb: number;
  logGbMonths: number;
  traces: number;
  metrics: number;
  alarms: number;
  keys: number;
  dashboards: number;
}

/** US dollars, by what they are paid for. */
export type Cost = Record<string, number>;

export const GB = 1024 ** 3;
/** Of a month. */
export const DAYS = 30;
/** What DynamoDB adds to an item for itself, in the table and in the index. */
const OVERHEAD = 200;

/** At list price, for a number of conversations a month, each of which is published and followed to its end. */
export const monthlyCost = (
  conversations: number,
  deployment: Deployment,
  { prices, assumptions }: Inputs,
): Cost => priced(usageOf(conversations, deployment, assumptions), prices);

/** The same after what AWS gives every account for nothing, month by month and without end. */
export function monthlyCostAfterFree(conversations: number, deployment: Deployment, inputs: Inputs): Cost {
  const { free, prices, assumptions } = inputs;
  const usage = usageOf(conversations, deployment, assumptions);
  return priced(
    {
      ...usage,
      storedGb: left(usage.storedGb, free.dynamodbGbMonth),
      requests: left(usage.requests, free.lambdaRequests),
      gbSeconds: left(usage.gbSeconds, free.lambdaGbSeconds),
      queueRequests: left(usage.queueRequests, free.sqsRequests),
      logGb: left(usage.logGb, free.logsGb),
      metrics: left(usage.metrics, free.metrics),
      alarms: left(usage.alarms, free.alarms),
      dashboards: left(usage.dashboards, free.dashboards),
      traces: left(usage.traces, free.xrayTraces),
    },
    prices,
  );
}

const left = (used: number, given: number): number => Math.max(0, used - given);

function usageOf(count: number, deployment: Deployment, assumptions: Inputs["assumptions"]): Usage {
  const { interactions, dispatches, executions, recordBytes, writeUnits, readUnits } = conversation;
  const followed = followingEach(deployment, assumptions);
  const calls = interactions + dispatches + executions + followed.calls;
  const logGb = (count * calls * assumptions.logBytesPerCall) / GB;
  const storedGb = (count * (deployment.recordDays / DAYS) * (recordBytes + OVERHEAD)) / GB;
  return {
    writeUnits: count * (writeUnits + followed.writeUnits),
    readUnits: count * (readUnits + followed.readUnits),
    storedGb,
    backupGb: storedGb,
    requests: count * calls,
    gbSeconds: count * (gbSecondsEach(deployment, assumptions) + followed.gbSeconds),
    apiRequests: count * (interactions + followed.apiRequests),
    queueRequests:
      count * (executions * conversation.queueRequestsPerTask + followed.queueRequests) +
      idlePolls(assumptions),
    logGb,
    logGbMonths: (logGb * deployment.logDays) / DAYS,
    traces: deployment.traced ? tracesOf(count * calls) : 0,
    metrics: assumptions.metrics,
    alarms: deployment.alarms,
    keys: deployment.keys,
    dashboards: 1,
  };
}

/** The start of a container is paid for like its work. */
function gbSecondsEach({ memoryMb }: Deployment, assumptions: Inputs["assumptions"]): number {
  const { interactions, dispatches, executions } = conversation;
  const start = (assumptions.startsPerConversation * assumptions.startMilliseconds) / 1000;
  const seconds = {
    interactions: (interactions * assumptions.interactionsMilliseconds) / 1000 + start,
    dispatch: (dispatches * assumptions.dispatchMilliseconds) / 1000 + start,
    execution: (executions * assumptions.executionMilliseconds) / 1000 + start,
  };
  return (
    (seconds.interactions * memoryMb.interactions +
      seconds.dispatch * memoryMb.dispatch +
      seconds.execution * memoryMb.execution) /
    1024
  );
}

/** Lambda asks the queue all month, whether there is a message or not. */
const idlePolls = ({ idlePollsPerMinute }: Inputs["assumptions"]): number =>
  idlePollsPerMinute * 60 * 24 * DAYS;

/** X-Ray takes the first call of a second and one of twenty of the rest. */
export function tracesOf(calls: number): number {
  const firsts = Math.min(calls, DAYS * 24 * 3600);
  return firsts + (calls - firsts) / 20;
}

const priced = (usage: Usage, prices: Inputs["prices"]): Cost => ({
  "DynamoDB writes": (usage.writeUnits / 1e6) * prices.dynamodbMillionWriteUnits,
  "DynamoDB reads": (usage.readUnits / 1e6) * prices.dynamodbMillionReadUnits,
  "DynamoDB storage and backup":
    usage.storedGb * prices.dynamodbGbMonth + usage.backupGb * prices.dynamodbBackupGbMonth,
  "Lambda calls": (usage.requests / 1e6) * prices.lambdaMillionRequests,
  "Lambda time": usage.gbSeconds * prices.lambdaArmGbSecond,
  Queue: (usage.queueRequests / 1e6) * prices.sqsFifoMillionRequests,
  "HTTP API": (usage.apiRequests / 1e6) * prices.httpApiMillionRequests,
  Logs: usage.logGb * prices.logsGb + usage.logGbMonths * prices.logsGbMonth,
  Traces: (usage.traces / 1e6) * prices.xrayMillionTraces,
  "Key of the alarms": usage.keys * prices.kmsKeyMonth,
  "Metrics, alarms, dashboard":
    usage.metrics * prices.metricMonth +
    usage.alarms * prices.alarmMonth +
    usage.dashboards * prices.dashboardMonth,
});

/** The sum of all that is paid for. */
export const totalOf = (cost: Cost): number => Object.values(cost).reduce((sum, dollars) => sum + dollars, 0);
