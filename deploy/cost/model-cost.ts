import type { Inputs } from "./read-inputs.ts";

/**
 * What a model uses for one request that it reads. A test compares the tokens with what is sent for the sample site, at four
 * characters each; more sections take more.
 */
export const modelCall = {
  inputTokens: 1100,
  outputTokens: 150,
  /** The day's budget: the proposal is stored with the question it leads to. */
  writeUnits: 1,
} as const;

/** US dollars for a thousand requests that a model reads, on top of what a conversation costs. */
export function modelCostOfThousand({ prices, assumptions }: Inputs): number {
  const { inputTokens, outputTokens, writeUnits } = modelCall;
  const tokens =
    inputTokens * prices.modelMillionInputTokens + outputTokens * prices.modelMillionOutputTokens;
  const table = writeUnits * prices.dynamodbMillionWriteUnits;
  // `execution` has a gigabyte, and waits.
  const waiting = (assumptions.modelMilliseconds / 1000) * prices.lambdaArmGbSecond;
  return (tokens + table) / 1000 + waiting * 1000;
}
