import { failedItems, handledOf, type Handled, type StreamRecord } from "./deliver.ts";
import type { QueueRecord, Worked } from "./work-queue.ts";

/**
 * Invokes a function with stream records and waits for its answer. When it throws, or cannot be reached, none of them
 * is done; when `signal` is aborted meanwhile, that is thrown.
 */
export async function invokeWithRecords(
  functionUrl: string,
  records: StreamRecord[],
  signal: AbortSignal,
): Promise<Handled> {
  const response = await invoke(functionUrl, records, signal);
  return !response || threw(response) ? { done: 0 } : handledOf(records, await answerOf(response));
}

/**
 * Invokes a function with messages of a queue and waits for its answer. When it throws, all of them have failed; `ended`
 * when its process is gone. When `signal` is aborted meanwhile, that is thrown.
 */
export async function invokeWithMessages(
  functionUrl: string,
  records: QueueRecord[],
  signal: AbortSignal,
): Promise<Worked> {
  const response = await invoke(functionUrl, records, signal);
  if (!response) return "ended";
  const all = records.map(({ messageId }) => messageId);
  const failed = threw(response) ? undefined : failedItems(await answerOf(response));
  const known = failed?.every((id) => all.some((messageId) => messageId === id));
  return { failed: new Set(known ? failed?.map(String) : all) };
}

/** Undefined when the function cannot be reached, or ends in the middle. */
async function invoke(url: string, Records: object[], signal: AbortSignal): Promise<Response | undefined> {
  const body = JSON.stringify({ Records });
  const response = await fetch(url, { method: "POST", body, signal }).catch(() => undefined);
  signal.throwIfAborted();
  return response;
}

const threw = (response: Response): boolean => !response.ok || response.headers.has("x-amz-function-error");

async function answerOf(response: Response): Promise<unknown> {
  const said = await response.text();
  return said === "" ? undefined : JSON.parse(said);
}
