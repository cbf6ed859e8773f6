import { describe, expect, inject, it } from "vitest";
import { deploymentOf } from "#deploy/cost/deployment-of.ts";
import { drawing } from "#deploy/cost/drawing-cost.ts";
import { deployment } from "#deploy/cost/deployment.ts";
import { counts, durations, metricDimensions, metricNamespace } from "#src/metrics.ts";
import { type Template, resourcesOf } from "#tests/support/packaged-template.ts";

const functions = ["Interactions", "Dispatch", "Execution", "Github", "Admin"];

const { dev, prod } = inject("templates");

/** What is named in words, and not by what it refers to. */
const namesIn = (template: Template): string[] =>
  Object.values(template.Resources).flatMap(({ Properties }) =>
    Object.entries(Properties ?? {})
      .filter(([key]) => /^(Table|Function|Topic|Alarm|Dashboard|LogGroup|Role|Queue)Name$/.test(key))
      .map(([, name]) => JSON.stringify(name))
      .filter((name) => !name.startsWith('{"Fn::GetAtt"') && !name.startsWith('{"Ref"')),
  );

const propertiesOf = (template: Template, name: string) => template.Resources[name]?.Properties ?? {};

describe("the packaged service", () => {
  it("keeps and protects the table in prod only", () => {
    expect(prod.Resources["ConversationsTable"]).toMatchObject({
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: { TableName: "ux-agent-conversations", DeletionProtectionEnabled: true },
    });
    expect(dev.Resources["ConversationsTable"]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { TableName: "ux-agent-conversations-dev", DeletionProtectionEnabled: false },
    });
  });

  it("shares no name between stages", () => {
    const inDev = new Set(namesIn(dev));
    expect(inDev.size).toBeGreaterThan(15);
    expect(namesIn(prod).filter((name) => inDev.has(name))).toEqual([]);
  });

  it("refuses a deployment without the values that it needs, and says which", () => {
    for (const [parameter, variable] of [
      ["DiscordPublicKey", "DISCORD_PUBLIC_KEY"],
      ["DiscordApplicationId", "DISCORD_APPLICATION_ID"],
      ["DiscordGuildIds", "DISCORD_GUILD_IDS"],
      ["GithubRepository", "GITHUB_REPOSITORY"],
    ] as const) {
      const { Default, AllowedPattern = "", ConstraintDescription } = prod.Parameters[parameter] ?? {};
      expect(Default).not.toMatch(new RegExp(AllowedPattern));
      expect(ConstraintDescription).toContain(variable);
    }
  });

  it("puts no secret into the template, only where they are, and that only for those that read them", () => {
    expect(JSON.stringify(prod)).not.toMatch(/BOT_TOKEN|GITHUB_TOKEN|PRIVATE_KEY/);
    const paths = functions.map((name) => {
      const { Variables } = propertiesOf(prod, `${name}LambdaFunction`)["Environment"] as {
        Variables: object;
      };
      return "SECRETS_PATH" in Variables ? Variables.SECRETS_PATH : undefined;
    });
    expect(paths).toEqual([undefined, undefined, "/ux-agent/prod", "/ux-agent/prod", undefined]);
  });

  it.each(functions)(
    "does not trace %s unless it is asked to, and keeps its log for a time that is longer in prod",
    (name) => {
      expect(propertiesOf(dev, `${name}LambdaFunction`)).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "PassThrough" },
      });
      expect(propertiesOf(dev, `${name}LogGroup`)).toMatchObject({ RetentionInDays: 14 });
      expect(propertiesOf(prod, `${name}LogGroup`)).toMatchObject({ RetentionInDays: 90 });
    },
  );

  it("limits the requests to the API and logs each, without a body", () => {
    const stage = propertiesOf(prod, "HttpApiStage");
    expect(stage["DefaultRouteSettings"]).toMatchObject({
      ThrottlingRateLimit: { Ref: "RequestsPerSecond" },
      ThrottlingBurstLimit: expect.any(Number),
    });
    const { Format } = stage["AccessLogSettings"] as { Format: string };
    expect(Object.keys(JSON.parse(Format))).toContain("status");
    expect(Format).not.toMatch(/body/i);
  });
});

const each = (type: string) => Object.entries(resourcesOf(prod, type));

describe("what linters of AWS ask for, beside the exceptions in deploy/checkov.yml,", () => {
  it("is that everything which keeps something is encrypted", () => {
    for (const [name, { Properties }] of each("AWS::SQS::Queue"))
      expect(Properties["SqsManagedSseEnabled"], name).toBe(true);
    expect(propertiesOf(prod, "Alarms")).toMatchObject({ KmsMasterKeyId: { Ref: "AlarmsKey" } });
    expect(propertiesOf(prod, "AlarmsKey")).toMatchObject({ EnableKeyRotation: true });
  });

  it("is that CloudWatch may use the key of the alarms, and beside the account no one else", () => {
    const { Statement } = propertiesOf(prod, "AlarmsKey")["KeyPolicy"] as {
      Statement: { Principal: Record<string, unknown>; Action: unknown }[];
    };
    expect(Statement.map(({ Principal }) => Object.keys(Principal).join())).toEqual(["AWS", "Service"]);
    expect(Statement[1]).toMatchObject({
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    });
  });

  it("is that the bucket of the bundles is closed, and speaks TLS only", () => {
    const [[, bucket] = []] = each("AWS::S3::Bucket");
    expect(bucket?.Properties["PublicAccessBlockConfiguration"]).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(JSON.stringify(each("AWS::S3::BucketPolicy"))).toContain('"aws:SecureTransport":false');
  });

  it("is that the table can be restored, and that every log ends", () => {
    expect(propertiesOf(prod, "ConversationsTable")).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    for (const [name, { Properties }] of each("AWS::Logs::LogGroup"))
      expect(Properties["RetentionInDays"], name).toBeGreaterThan(0);
  });

  it("is that a template fits into a change set as it is, which takes a kept table in", () => {
    expect(JSON.stringify(prod).length).toBeLessThan(51_200 - 2000);
  });

  it("is a budget only where one is set, told to the address of the alarms", () => {
    expect(prod.Resources["Budget"]).toMatchObject({ Condition: "HasBudget" });
    expect(JSON.stringify(propertiesOf(prod, "Budget"))).toContain(
      '"Subscribers":[{"SubscriptionType":"EMAIL","Address":{"Ref":"AlarmEmail"}}]',
    );
  });
});

describe("what the costs are computed from", () => {
  it("is what is deployed", () => {
    expect(deploymentOf(prod)).toEqual(deployment);
    expect(dev.Resources["PicturesLambdaFunction"]?.Properties["MemorySize"]).toBe(drawing.memoryMb);
  });
});

describe("the alarms", () => {
  it("watch what has to be known of, and all tell the same topic", () => {
    const alarms = resourcesOf(prod, "AWS::CloudWatch::Alarm");
    const watched = Object.values(alarms).map(
      ({ Properties }) => `${String(Properties["Namespace"])} ${String(Properties["MetricName"])}`,
    );
    expect(watched.toSorted()).toEqual([
      "AWS/ApiGateway 5xx",
      "AWS/Lambda Errors",
      "AWS/Lambda Errors",
      "AWS/Lambda Errors",
      "AWS/Lambda Errors",
      "AWS/Lambda Errors",
      "AWS/Lambda IteratorAge",
      "AWS/Lambda Throttles",
      "AWS/Lambda Throttles",
      "AWS/Lambda Throttles",
      "AWS/SQS ApproximateAgeOfOldestMessage",
      "AWS/SQS ApproximateNumberOfMessagesVisible",
      "AWS/SQS ApproximateNumberOfMessagesVisible",
      "UxAgent AcknowledgeMilliseconds",
      "UxAgent Failed",
    ]);
    for (const { Properties } of Object.values(alarms))
      expect(Properties).toMatchObject({
        AlarmActions: [{ Ref: "Alarms" }],
        TreatMissingData: "notBreaching",
      });
  });

  it("are sent by e-mail when there is an address", () => {
    expect(prod.Resources["AlarmsByEmail"]).toMatchObject({
      Condition: "HasAlarmEmail",
      Properties: { TopicArn: { Ref: "Alarms" }, Endpoint: { Ref: "AlarmEmail" } },
    });
  });

  it.each(["ConfirmedNotPublished", "InteractionsSlow"])(
    "name a metric that the code writes: %s",
    (alarm) => {
      const { Namespace, MetricName, Dimensions } = propertiesOf(prod, alarm);
      expect(Namespace).toBe(metricNamespace);
      expect([...counts, ...durations]).toContain(MetricName);
      expect(Dimensions).toEqual([
        { Name: metricDimensions.service, Value: "ux-agent" },
        { Name: metricDimensions.table, Value: { Ref: "ConversationsTable" } },
      ]);
    },
  );
});

describe("what the alarms watch", () => {
  it("is in every deployment: the metrics of a route are an extra that is paid for", () => {
    expect(propertiesOf(prod, "HttpApiStage")["DefaultRouteSettings"]).not.toHaveProperty(
      "DetailedMetricsEnabled",
      true,
    );
    const watched = Object.values(resourcesOf(prod, "AWS::CloudWatch::Alarm"));
    const ofRoutes = watched.filter(({ Properties }) =>
      /"Route"|"Resource"/.test(JSON.stringify(Properties)),
    );
    expect(ofRoutes).toEqual([]);
  });

  it("is tried ever more rarely when it is late, so that one time is enough", () => {
    expect(propertiesOf(prod, "DispatchLate")).toMatchObject({ Statistic: "Maximum", EvaluationPeriods: 1 });
  });
});

describe("the dashboard", () => {
  interface Widget {
    properties: { metrics?: unknown[]; alarms?: string[] };
  }
  const bodyOf = (): { widgets: Widget[] } => {
    const { "Fn::Sub": body } = propertiesOf(prod, "Dashboard")["DashboardBody"] as { "Fn::Sub": string };
    return JSON.parse(body) as { widgets: Widget[] };
  };

  it("shows every metric that the service counts", () => {
    const shown = JSON.stringify(bodyOf().widgets.map(({ properties }) => properties.metrics));
    for (const name of [...counts, ...durations, "Refused"]) expect(shown).toContain(name);
    expect(shown).toContain(`["${metricNamespace}","Started","${metricDimensions.service}","ux-agent"`);
  });

  it("shows every alarm", () => {
    const shown = bodyOf().widgets.flatMap(({ properties }) => properties.alarms ?? []);
    const alarms = Object.keys(resourcesOf(prod, "AWS::CloudWatch::Alarm")).map((name) => `\${${name}.Arn}`);
    expect(shown.toSorted()).toEqual(alarms.toSorted());
  });
});
