import { once } from "#src/once.ts";
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

/**
 * The SDK for queues, loaded with the first message: `execution` needs it only where a message comes back. The client goes
 * where the queue's own address leads, so that a stand-in needs no other setting.
 */
async function connect(url: string) {
  const { SQSClient, ...commands } = await import("@aws-sdk/client-sqs");
  const client = new SQSClient({ endpoint: new URL(url).origin, requestHandler: impatient });
  return { client, ...commands };
}

/** @param url of a FIFO queue */
export function createTaskQueue(url: string): TaskQueue {
  const connection = once(() => connect(url));
  return {
    send: async (task, id) => {
      const { client, SendMessageCommand } = await connection();
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

/**
 * Says when a message that could not be carried out comes again, in seconds from now. False when the message is no longer
 * this worker's: another one has received it, or deleted it.
 */
export type Postpone = (receiptHandle: string, seconds: number) => Promise<boolean>;

const LOST = new Set(["MessageNotInflight", "ReceiptHandleIsInvalid", "InvalidParameterValue"]);

/** @param url of the queue that the message came from */
export function createPostpone(url: string): Postpone {
  const connection = once(() => connect(url));
  return async (ReceiptHandle, VisibilityTimeout) => {
    const { client, ChangeMessageVisibilityCommand } = await connection();
    const command = new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout });
    return client.send(command).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && LOST.has(error.name)) return false;
        throw error;
      },
    );
  };
}
