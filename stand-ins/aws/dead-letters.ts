import type { GivenUp, StreamRecord } from "./deliver.ts";

/**
 * A batch of the stream that was given up, as JSON with what Lambda's on-failure destination gets: where the records are
 * in the stream, not what they hold.
 */
export const placeOf = (batch: StreamRecord[], why: GivenUp): string =>
  JSON.stringify({
    timestamp: new Date().toISOString(),
    requestContext: { condition: why },
    DDBStreamBatchInfo: {
      streamArn: batch[0]?.["eventSourceARN"],
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
      batchSize: batch.length,
    },
  });
