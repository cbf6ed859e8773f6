import assert from "node:assert/strict";
import { askEmulator } from "./ask-emulator.ts";
import type { Emulator } from "./emulator.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

/** An event source mapping as Lambda tells of it. */
interface Mapping {
  EventSourceArn: string;
  FunctionArn: string;
  FilterCriteria?: { Filters?: unknown[] };
  ScalingConfig?: { MaximumConcurrency?: number };
}

/** Each function with its event sources, sorted. */
export async function wiringOf(emulator: Emulator) {
  const said = await askEmulator(emulator, "lambda", { path: "/2015-03-31/event-source-mappings/" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Lambda's own description of the answer
  const { EventSourceMappings } = JSON.parse(said) as { EventSourceMappings: Mapping[] };
  return EventSourceMappings.map((mapping) => ({
    source: mapping.EventSourceArn.split(":")[2] ?? "",
    target: mapping.FunctionArn.split(":")[6] ?? "",
    filters: mapping.FilterCriteria?.Filters?.length ?? 0,
    atOnce: mapping.ScalingConfig?.MaximumConcurrency,
  })).toSorted((one, other) => one.source.localeCompare(other.source));
}

/** Waits until the queue of tasks is empty, and finds that nothing has become a dead letter. */
export async function workedOff(stage: Stage, emulator: Emulator): Promise<void> {
  const urls = await stage.outputs();
  const waiting = async (output: string) => {
    const said = await askEmulator(emulator, "sqs", {
      target: "AmazonSQS.GetQueueAttributes",
      body: JSON.stringify({ QueueUrl: urls[output], AttributeNames: ["All"] }),
    });
    const counts = [...said.matchAll(/"ApproximateNumberOfMessages(?:NotVisible)?": ?"(\d+)"/g)];
    assert.equal(counts.length, 2, said);
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  const isEmpty = async () => (await waiting("ExecutionQueueUrl")) === 0;
  assert(await until(isEmpty, 20), "a task was not carried out");
  for (const output of ["ExecutionDeadLettersUrl", "DeadLettersUrl"])
    assert.equal(await waiting(output), 0, `something is in ${output}`);
}
