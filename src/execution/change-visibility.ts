import { ChangeMessageVisibilityCommand } from "@aws-sdk/client-sqs";
import type { Postpone } from "./postpone.ts";
import { clientFor } from "./task-queue.ts";

const LOST = new Set(["MessageNotInflight", "ReceiptHandleIsInvalid", "InvalidParameterValue"]);

/** {@link Postpone} by the SDK for queues. */
export function changeVisibility(url: string): Postpone {
  const client = clientFor(url);
  return async (ReceiptHandle, VisibilityTimeout) => {
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
