import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
import { type Task, groupOf } from "./task.ts";

/** Takes tasks in for `execution`. */
export interface TaskQueue {
  /**
   * @param id of what caused the task: the queue takes one task with the same id within five minutes
   */
  send(task: Task, id: string): Promise<void>;
}

/** SQS answers in milliseconds; what takes longer is a dead connection. */
const impatient = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true };

/** The client goes where the queue's own address leads, so that a stand-in needs no other setting. */
export const clientFor = (url: string): SQSClient =>
  new SQSClient({ endpoint: new URL(url).origin, requestHandler: impatient });

/** @param url of a FIFO queue */
export function createTaskQueue(url: string): TaskQueue {
  const client = clientFor(url);
  return {
    send: async (task, id) => {
      await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(task),
          MessageGroupId: groupOf(task),
          MessageDeduplicationId: id,
        }),
      );
    },
  };
}
