import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { HIDDEN_SECONDS, MAX_RECEIVE_COUNT, describeFifoQueue } from "./fifo-queue.ts";

// The endpoint, the region and who asks are in the environment, as `npm run rehearse` sets them.
const client = new SQSClient();

async function createQueue(attributes: Record<string, string> = {}): Promise<string> {
  const command = new CreateQueueCommand({
    QueueName: `${crypto.randomUUID()}.fifo`,
    Attributes: { FifoQueue: "true", ...attributes },
  });
  const { QueueUrl = "" } = await client.send(command);
  return QueueUrl;
}

async function arnOf(QueueUrl: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] });
  return (await client.send(command)).Attributes?.QueueArn ?? "";
}

async function bodiesIn(QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body = "" }) => Body);
}

// As serverless.yml makes it. (moto's SQS fails two of the suite: it forgets a deduplication id with its message, and takes
// an old receipt. AWS's documentation says what the suite says, and so does MiniStack.)
describeFifoQueue("of the emulator", async () => {
  const deadLetters = await createQueue();
  const redrive = { deadLetterTargetArn: await arnOf(deadLetters), maxReceiveCount: MAX_RECEIVE_COUNT };
  const queueUrl = await createQueue({
    VisibilityTimeout: String(HIDDEN_SECONDS),
    DeduplicationScope: "messageGroup",
    FifoThroughputLimit: "perMessageGroupId",
    RedrivePolicy: JSON.stringify(redrive),
  });
  return { queueUrl, client, deadLetters: () => bodiesIn(deadLetters) };
});
