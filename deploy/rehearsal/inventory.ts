import { askEmulator } from "./ask-emulator.ts";
import type { Emulator } from "./emulator.ts";

/** One request that lists something, and how the answer names each. */
interface Listing {
  service: string;
  path?: string;
  /** A JSON API's target. */
  target?: string;
  /** A query API's action and version. */
  form?: Record<string, string>;
  name: RegExp;
}

const listings: Record<string, Listing> = {
  stacks: {
    service: "cloudformation",
    form: { Action: "DescribeStacks", Version: "2010-05-15" },
    name: /<StackName>([^<]+)/g,
  },
  buckets: { service: "s3", name: /<Bucket>.*?<Name>([^<]+)/gs },
  tables: { service: "dynamodb", target: "DynamoDB_20120810.ListTables", name: /"(ux-agent[^"]*)"/g },
  functions: { service: "lambda", path: "/2015-03-31/functions/", name: /"FunctionName": ?"([^"]+)"/g },
  mappings: { service: "lambda", path: "/2015-03-31/event-source-mappings/", name: /"UUID": ?"([^"]+)"/g },
  apis: { service: "apigateway", path: "/v2/apis", name: /"apiId": ?"([^"]+)"/g },
  queues: { service: "sqs", target: "AmazonSQS.ListQueues", name: /"(http[^"]+)"/g },
  topics: {
    service: "sns",
    form: { Action: "ListTopics", Version: "2010-03-31" },
    name: /<TopicArn>([^<]+)/g,
  },
  alarms: {
    service: "monitoring",
    form: { Action: "DescribeAlarms", Version: "2010-08-01" },
    name: /<AlarmName>([^<]+)/g,
  },
  dashboards: {
    service: "monitoring",
    form: { Action: "ListDashboards", Version: "2010-08-01" },
    name: /<DashboardName>([^<]+)/g,
  },
  schedules: { service: "events", target: "AWSEvents.ListRules", name: /"Name": ?"([^"]+)"/g },
  "log groups": {
    service: "logs",
    target: "Logs_20140328.DescribeLogGroups",
    name: /"logGroupName": ?"([^"]+)"/g,
  },
  roles: { service: "iam", form: { Action: "ListRoles", Version: "2010-05-08" }, name: /<RoleName>([^<]+)/g },
};

/** The names of everything in the account, by kind; an empty list for a kind that has none. */
export async function takeInventory(emulator: Emulator): Promise<Record<string, string[]>> {
  const found = Object.entries(listings).map(async ([kind, listing]) => {
    const said = await askEmulator(emulator, listing.service, listing);
    const names = [...said.matchAll(listing.name)].map(([, name = ""]) => name);
    // A deleted stack is still listed for a while, and AWS has roles of its own.
    return [
      kind,
      names.filter((name) => name.includes("ux-agent") || kind === "mappings" || kind === "apis"),
    ];
  });
  return Object.fromEntries(await Promise.all(found));
}
