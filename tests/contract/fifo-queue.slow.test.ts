import { SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, expect, test } from "vitest";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { type QueueServer, startQueueServer } from "#stand-ins/aws/queue-server.ts";
import { HIDDEN_SECONDS, MAX_RECEIVE_COUNT, describeFifoQueue } from "./fifo-queue.ts";

let server: QueueServer;
afterEach(() => server.stop());

async function open() {
  const dead: string[] = [];
  const queue = new FifoQueue({
    now: Date.now,
    visibilityTimeout: HIDDEN_SECONDS * 1000,
    redrive: { maxReceiveCount: MAX_RECEIVE_COUNT, giveUp: ({ body }) => dead.push(body) },
  });
  server = await startQueueServer(queue);
  const client = new SQSClient({
    endpoint: new URL(server.queueUrl).origin,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return { queueUrl: server.queueUrl, client, deadLetters: async () => dead };
}

describeFifoQueue("in this process", open);

test("nothing is answered without the secret of the run", async () => {
  const { queueUrl } = await open();
  const { origin } = new URL(queueUrl);
  const answer = await fetch(origin, {
    method: "POST",
    headers: { "x-amz-target": "AmazonSQS.ReceiveMessage" },
    body: JSON.stringify({ QueueUrl: `${origin}/guessed/execution.fifo` }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("QueueDoesNotExist");
});
