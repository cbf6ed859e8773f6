import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { type Question, askAws } from "#deploy/aws/ask-aws.ts";
import type { Watch } from "#src/doctor/watching.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

type Ask = (service: string, question: Question) => Promise<string>;

/** What AWS tells, asked with the caller's own credentials. */
export function watchAws(region: string, now: () => Date): Watch {
  const credentials = fromNodeProviderChain({ clientConfig: { region } });
  return watchBy(
    async (service, question) =>
      askAws({ region, urlOf: urlIn(region), credentials: await credentials() }, service, question),
    now,
  );
}

const urlIn =
  (region: string) =>
  (service: string): string =>
    process.env["AWS_ENDPOINT_URL"] ||
    `https://${service}.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;

/** @param ask sends one request, and answers the body */
export const watchBy = (ask: Ask, now: () => Date): Watch => ({
  subscribers: async (TopicArn) => {
    const form = { Action: "ListSubscriptionsByTopic", Version: "2010-03-31", TopicArn };
    const members = (await ask("sns", { form })).match(/<member>[^]*?<\/member>/g) ?? [];
    return members.map((member) => ({
      address: textIn(member, "Endpoint"),
      confirmed: textIn(member, "SubscriptionArn").startsWith("arn:"),
    }));
  },
  streamLag: async (functionName) => {
    const said = await ask("monitoring", { form: lagOf(functionName, now()) });
    const points = [...said.matchAll(/<Maximum>([^<]+)<\/Maximum>/g)].map(([, value]) => Number(value));
    return points.length > 0 ? Math.max(...points) : undefined;
  },
  logGroups: async (logGroupNamePrefix) => {
    const said = await ask("logs", {
      target: "Logs_20140328.DescribeLogGroups",
      body: JSON.stringify({ logGroupNamePrefix }),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- AWS's own description of the answer
    const { logGroups = [] } = JSON.parse(said) as {
      logGroups?: { logGroupName: string; retentionInDays?: number }[];
    };
    return logGroups.map(({ logGroupName, retentionInDays }) => ({
      name: logGroupName,
      days: retentionInDays,
    }));
  },
});

const textIn = (xml: string, element: string): string =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? "";

const lagOf = (functionName: string, now: Date): Record<string, string> => ({
  Action: "GetMetricStatistics",
  Version: "2010-08-01",
  Namespace: "AWS/Lambda",
  MetricName: "IteratorAge",
  "Dimensions.member.1.Name": "FunctionName",
  "Dimensions.member.1.Value": functionName,
  StartTime: new Date(now.getTime() - QUARTER_HOUR_MS).toISOString(),
  EndTime: now.toISOString(),
  Period: "300",
  "Statistics.member.1": "Maximum",
});
