import { appendFile } from "node:fs/promises";
import type { GivenUp, StreamRecord } from "./delivery.ts";

/**
 * Writes down a batch that was given up, as one line of JSON with what Lambda's on-failure destination gets: where the
 * records are in the stream, not what they hold.
 */
export async function writeDeadLetter(file: string, batch: StreamRecord[], why: GivenUp): Promise<void> {
  const letter = {
    timestamp: new Date().toISOString(),
    requestContext: { condition: why },
    DDBStreamBatchInfo: {
      streamArn: batch[0]?.["eventSourceARN"],
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
      batchSize: batch.length,
    },
  };
  await appendFile(file, `${JSON.stringify(letter)}\n`);
}
