import type { SQSRecord } from "aws-lambda";
import { type Task, groupOf } from "#src/execution/task.ts";
import { recordOf } from "#stand-ins/aws/work-queue.ts";

/** A task as a message of the queue, which comes for the first time. */
export const messageOf = (task: Task, id: string, time: number): SQSRecord =>
  recordOf({
    id,
    receipt: `receipt-of-${id}`,
    body: JSON.stringify(task),
    group: groupOf(task),
    deduplicationId: id,
    sequenceNumber: id,
    receiveCount: 1,
    sentAt: time,
  }) as unknown as SQSRecord;
