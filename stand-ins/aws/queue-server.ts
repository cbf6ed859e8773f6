import { randomBytes, randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { json } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import * as z from "zod/mini";
import { type FifoQueue, NotInFlight, md5 } from "./fifo-queue.ts";
import { attributesOf } from "./work-queue.ts";

/** A queue behind SQS's own API, on the loopback interface. */
export interface QueueServer {
  /** The queue's address; its secret part is made for this run, and without it nothing is answered. */
  queueUrl: string;
  stop: () => Promise<void>;
}

const request = z.object({
  QueueUrl: z.string(),
  MessageBody: z._default(z.string(), ""),
  MessageGroupId: z._default(z.string(), ""),
  MessageDeduplicationId: z._default(z.string(), ""),
  MaxNumberOfMessages: z._default(z.int(), 1),
  VisibilityTimeout: z.optional(z.number()),
  ReceiptHandle: z._default(z.string(), ""),
});

type Request = z.infer<typeof request>;

/** The part of SQS's JSON protocol that the functions, the doctor and the tests use. */
const actions: Record<string, (queue: FifoQueue, asked: Request) => object> = {
  SendMessage(queue, { MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplicationId }) {
    const { id, sequenceNumber } = queue.send({ body, group, deduplicationId });
    return { MessageId: id, SequenceNumber: sequenceNumber, MD5OfMessageBody: md5(body) };
  },
  ReceiveMessage(queue, { MaxNumberOfMessages, VisibilityTimeout }) {
    const received = queue.receive(MaxNumberOfMessages, milliseconds(VisibilityTimeout));
    const Messages = received.map((message) => ({
      MessageId: message.id,
      ReceiptHandle: message.receipt,
      Body: message.body,
      MD5OfBody: md5(message.body),
      Attributes: attributesOf(message),
    }));
    return Messages.length > 0 ? { Messages } : {};
  },
  DeleteMessage(queue, { ReceiptHandle }) {
    queue.delete(ReceiptHandle);
    return {};
  },
  ChangeMessageVisibility(queue, { ReceiptHandle, VisibilityTimeout }) {
    queue.changeVisibility(ReceiptHandle, milliseconds(VisibilityTimeout) ?? 0);
    return {};
  },
  GetQueueAttributes(queue) {
    const { visible, inFlight } = queue.counts;
    return {
      Attributes: {
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
      },
    };
  },
};

const milliseconds = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * 1000);

export async function startQueueServer(queue: FifoQueue): Promise<QueueServer> {
  const path = `/${randomBytes(24).toString("hex")}/execution.fifo`;
  const server = createServer((incoming, response) => {
    void answer(queue, path, incoming).then(({ status, body }) => send(response, status, body));
  });
  const { url, stop } = await listenLocally(server);
  return { queueUrl: url + path, stop };
}

interface Answer {
  status: number;
  body: object;
}

async function answer(queue: FifoQueue, path: string, incoming: IncomingMessage): Promise<Answer> {
  const name = String(incoming.headers["x-amz-target"]).replace("AmazonSQS.", "");
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const asked = request.safeParse(await json(incoming).catch(() => null)).data;
  if (!asked || !URL.canParse(asked.QueueUrl) || new URL(asked.QueueUrl).pathname !== path)
    return failure("QueueDoesNotExist", "There is no such queue.");
  if (!action) return failure("UnsupportedOperation", `${name} is not supported here.`);
  try {
    return { status: 200, body: action(queue, asked) };
  } catch (error) {
    if (error instanceof NotInFlight) return failure("ReceiptHandleIsInvalid", error.message);
    throw error;
  }
}

const failure = (type: string, message: string): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.sqs#${type}`, message },
});

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "x-amzn-requestid": randomUUID(),
  });
  response.end(JSON.stringify(body));
}
