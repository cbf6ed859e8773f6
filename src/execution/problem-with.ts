import { TransientError } from "#src/errors.ts";
import { isTooLate } from "./retry.ts";

export interface ProblemPorts {
  now: () => Date;
  /** Writes down what went wrong without stopping anything. */
  warn(message: string, details: { error: unknown; conversation_id: string }): void;
}

interface About {
  conversation_id: string;
  /** Since when it should be done. */
  since: Date;
  /** What is written down when it is not. */
  warning: string;
}

/**
 * Why something could not be done without which everything else goes on; null when it was.
 * @throws TransientError when a later try may do it, and it is not too late for one
 */
export async function problemWith(
  ports: ProblemPorts,
  { conversation_id, since, warning }: About,
  act: () => Promise<void>,
): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof TransientError && !isTooLate(since, ports.now(), error)) throw error;
    ports.warn(warning, { error, conversation_id });
    return error;
  }
}
