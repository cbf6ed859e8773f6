import { expect, test } from "vitest";
import { watchBy } from "#commands/doctor/watch-aws.ts";

const NOW = new Date("2026-11-26T08:00:00Z");

const answering = (answer: string) => {
  const asked: unknown[] = [];
  const watch = watchBy(
    async (service, question) => {
      asked.push({ service, ...question });
      return answer;
    },
    () => NOW,
  );
  return { watch, asked };
};

test("a subscription counts as agreed to once it has an ARN", async () => {
  const { watch, asked } = answering(
    `<ListSubscriptionsByTopicResponse><Subscriptions>
      <member><SubscriptionArn>PendingConfirmation</SubscriptionArn><Endpoint>a@b.c</Endpoint></member>
      <member><SubscriptionArn>arn:aws:sns:us-east-1:1:t:2</SubscriptionArn><Endpoint>d@e.f</Endpoint></member>
    </Subscriptions></ListSubscriptionsByTopicResponse>`,
  );
  expect(await watch.subscribers("arn:t")).toEqual([
    { address: "a@b.c", confirmed: false },
    { address: "d@e.f", confirmed: true },
  ]);
  expect(asked).toMatchObject([
    { service: "sns", form: { Action: "ListSubscriptionsByTopic", TopicArn: "arn:t" } },
  ]);
});

test("the lag is the worst of the last quarter of an hour, and unknown without a record", async () => {
  const { watch, asked } = answering("<Maximum>12.0</Maximum><Maximum>340.0</Maximum>");
  expect(await watch.streamLag("f")).toBe(340);
  expect(asked).toMatchObject([
    {
      service: "monitoring",
      form: { StartTime: "2026-11-26T07:45:00.000Z", "Dimensions.member.1.Value": "f" },
    },
  ]);
  expect(await answering("<Datapoints/>").watch.streamLag("f")).toBeUndefined();
});

test("a log group without a number of days keeps its lines for ever", async () => {
  const { watch } = answering(
    '{"logGroups":[{"logGroupName":"a","retentionInDays":14},{"logGroupName":"b"}]}',
  );
  expect(await watch.logGroups("/aws/lambda/x")).toEqual([
    { name: "a", days: 14 },
    { name: "b", days: undefined },
  ]);
});
