import { deployment } from "./deployment.ts";
import { GB } from "./monthly-cost.ts";
import type { Inputs } from "./read-inputs.ts";

/** What the function that draws has; tests/packaged/template.test.ts compares it. */
export const drawing = {
  memoryMb: 2048,
  /** What `execution` reads while it waits: whether the preview still is one, each second, before the edit and after it. */
  readUnits: 7,
} as const;

/** US dollars for a thousand previews with pictures of the live page, on top of what a conversation costs. */
export function drawingCostOfThousand({ prices, assumptions }: Inputs): number {
  const seconds = assumptions.drawMilliseconds / 1000;
  const drawn = (drawing.memoryMb / 1024) * seconds * prices.lambdaX86GbSecond;
  const waited = (deployment.memoryMb.execution / 1024) * seconds * prices.lambdaArmGbSecond;
  const calls = prices.lambdaMillionRequests / 1e6;
  const reads = (drawing.readUnits / 1e6) * prices.dynamodbMillionReadUnits;
  const log = (assumptions.logBytesPerCall / GB) * prices.logsGb;
  return (drawn + waited + calls + reads + log) * 1000;
}
