import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod/mini";
import type { FilterPattern } from "./event-filter.ts";

const file = new URL("../../serverless.yml", import.meta.url);

const streamEvent = z.object({
  startingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  batchSize: z.int(),
  maximumRetryAttempts: z.int(),
  maximumRecordAgeInSeconds: z.int(),
  bisectBatchOnFunctionError: z.boolean(),
  functionResponseType: z.literal("ReportBatchItemFailures"),
  filterPatterns: z.array(z.custom<FilterPattern>((value) => typeof value === "object")),
});

const queueEvent = z.object({
  batchSize: z.int(),
  functionResponseType: z.literal("ReportBatchItemFailures"),
});

const queue = z.object({
  VisibilityTimeout: z.int(),
  RedrivePolicy: z.object({ maxReceiveCount: z.int() }),
});

const one = <Event extends z.core.$ZodType>(event: Event) => z.object({ events: z.tuple([event]) });

/** What counts where a setting is not set: the 5 of `${env:EXECUTION_CONCURRENCY, '5'}`. */
const unsetNumber = z.pipe(
  z.string().check(z.regex(/^\$\{env:[A-Z_]+, '\d+'\}$/)),
  z.transform((text: string) => Number(/'(\d+)'/.exec(text)?.[1])),
);

const serviceFile = z.object({
  service: z.string(),
  params: z.object({ default: z.object({ executionConcurrency: unsetNumber }) }),
  functions: z.object({
    dispatch: one(z.object({ stream: streamEvent })),
    // The daily schedule has a timer of its own here, since a local system may be off at its hour.
    execution: z.object({ events: z.tuple([z.object({ sqs: queueEvent })], z.unknown()) }),
  }),
  resources: z.array(
    z.union([
      z.string(),
      z.object({ Resources: z.object({ ExecutionQueue: z.object({ Properties: queue }) }) }),
    ]),
  ),
});

/** How the stream reaches a function, by the words of `serverless.yml`. */
export type StreamEvent = z.infer<typeof streamEvent>;

/** What the local runtime does itself: which functions the table's stream and the queue start, and how. */
export interface EventSources {
  dispatch: { functionName: string; event: StreamEvent };
  execution: { functionName: string; batchSize: number; maximumConcurrency: number };
  /** Times in milliseconds. */
  queue: { visibilityTimeout: number; maxReceiveCount: number };
}

/** Reads the event sources from `serverless.yml`. */
export async function readEventSources(): Promise<EventSources> {
  // CloudFormation's tags (!GetAtt …) are not resolved: nothing that is read here has one.
  const raw: unknown = parse(await readFile(file, "utf8"), { logLevel: "silent" });
  const { service, params, functions, resources } = serviceFile.parse(raw);
  const own = resources.find((part) => typeof part !== "string");
  if (!own) throw new Error("serverless.yml has no queue");
  const { VisibilityTimeout, RedrivePolicy } = own.Resources.ExecutionQueue.Properties;
  const nameOf = (name: keyof typeof functions) => `${service}-local-${name}`;
  return {
    dispatch: { functionName: nameOf("dispatch"), event: functions.dispatch.events[0].stream },
    execution: {
      functionName: nameOf("execution"),
      batchSize: functions.execution.events[0].sqs.batchSize,
      maximumConcurrency: params.default.executionConcurrency,
    },
    queue: {
      visibilityTimeout: VisibilityTimeout * 1000,
      maxReceiveCount: RedrivePolicy.maxReceiveCount,
    },
  };
}
