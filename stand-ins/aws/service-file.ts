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

const serviceFile = z.object({
  service: z.string(),
  functions: z.object({
    execution: z.object({ events: z.array(z.object({ stream: streamEvent })).check(z.length(1)) }),
  }),
});

/** How the stream reaches a function, by the words of `serverless.yml`. */
export type StreamEvent = z.infer<typeof streamEvent>;

/** Reads from `serverless.yml` what the local runtime does itself: which function the table's stream starts, and how. */
export async function readStreamEvent(): Promise<{ functionName: string; event: StreamEvent }> {
  // CloudFormation's tags (!GetAtt …) are not resolved: nothing that is read here has one.
  const raw: unknown = parse(await readFile(file, "utf8"), { logLevel: "silent" });
  const { service, functions } = serviceFile.parse(raw);
  const [event] = functions.execution.events;
  if (!event) throw new Error("serverless.yml has no stream event for execution");
  return { functionName: `${service}-local-execution`, event: event.stream };
}
