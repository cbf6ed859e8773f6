import { handledOf, type Handled, type StreamRecord } from "./delivery.ts";

/**
 * Invokes a function with stream records and waits for its answer. When it throws, or cannot be reached, none of them
 * is done; when `signal` is aborted meanwhile, that is thrown.
 */
export async function invokeWithRecords(
  functionUrl: string,
  records: StreamRecord[],
  signal: AbortSignal,
): Promise<Handled> {
  const body = JSON.stringify({ Records: records });
  const response = await fetch(functionUrl, { method: "POST", body, signal }).catch(() => undefined);
  signal.throwIfAborted();
  if (!response?.ok || response.headers.has("x-amz-function-error")) return { done: 0 };
  const said = await response.text();
  return handledOf(records, said === "" ? undefined : (JSON.parse(said) as unknown));
}
