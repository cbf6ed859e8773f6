import { setTimeout } from "node:timers/promises";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { beforeEach, describe, expect, test } from "vitest";

/** A queue that hides what is received for two seconds and gives a message up when it has come three times. */
export interface QueueWorld {
  queueUrl: string;
  client: SQSClient;
  /** The bodies of the messages that were given up. */
  deadLetters(): Promise<string[]>;
}

export const HIDDEN_SECONDS = 2;
export const MAX_RECEIVE_COUNT = 3;

/** What the functions rely on of an SQS FIFO queue, for the one in this process and for an emulator's alike. */
export function describeFifoQueue(name: string, open: () => Promise<QueueWorld>): void {
  describe(`a FIFO queue: ${name}`, () => {
    let world: QueueWorld;
    let client: SQSClient;
    beforeEach(async () => {
      world = await open();
      ({ client } = world);
    });

    const send = (body: string, group: string, id: string = crypto.randomUUID()) =>
      client.send(
        new SendMessageCommand({
          QueueUrl: world.queueUrl,
          MessageBody: body,
          MessageGroupId: group,
          MessageDeduplicationId: id,
        }),
      );

    const receive = async (max = 1) => {
      const command = new ReceiveMessageCommand({
        QueueUrl: world.queueUrl,
        MaxNumberOfMessages: max,
        MessageSystemAttributeNames: ["All"],
      });
      const { Messages = [] } = await client.send(command);
      return Messages.map(({ Body = "", ReceiptHandle = "", Attributes = {} }) => ({
        body: Body,
        receipt: ReceiptHandle,
        group: Attributes.MessageGroupId,
        receiveCount: Number(Attributes.ApproximateReceiveCount),
      }));
    };
    const bodies = async (max = 10) => (await receive(max)).map(({ body }) => body).toSorted();
    const hide = (ReceiptHandle: string, VisibilityTimeout: number) =>
      client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: world.queueUrl, ReceiptHandle, VisibilityTimeout }),
      );
    const remove = (ReceiptHandle: string) =>
      client.send(new DeleteMessageCommand({ QueueUrl: world.queueUrl, ReceiptHandle }));
    const one = async () => {
      const [message] = await receive();
      if (!message) throw new Error("Nothing was received");
      return message;
    };

    test("tells a message's group and how often it came", async () => {
      await send("a1", "a");
      expect(await one()).toMatchObject({ body: "a1", group: "a", receiveCount: 1 });
    });

    test("gives one message of a group at a time, in order", async () => {
      for (const body of ["a1", "a2", "a3"]) await send(body, "a");
      const came: string[] = [];
      for (let message = await one(); ; message = await one()) {
        came.push(message.body);
        expect(await receive(), "the group waits").toEqual([]);
        await remove(message.receipt);
        if (came.length === 3) break;
      }
      expect(came).toEqual(["a1", "a2", "a3"]);
    });

    test("does not let one group wait for another", async () => {
      await send("a1", "a");
      const slow = await one();
      await send("a2", "a");
      await send("b1", "b");
      expect((await one()).body).toBe("b1");
      await remove(slow.receipt);
      expect((await one()).body).toBe("a2");
    });

    test("takes a message with the same id once", async () => {
      await send("a1", "a", "event-1");
      await send("a1", "a", "event-1");
      await remove((await one()).receipt);
      expect(await bodies()).toEqual([]);
      await send("a1", "a", "event-1");
      expect(await bodies(), "also when the first is done").toEqual([]);
    });

    test("brings what is not deleted again, before what follows in its group", async () => {
      await send("a1", "a");
      await one();
      await send("a2", "a");
      await setTimeout(HIDDEN_SECONDS * 1000 + 300);
      expect(await one()).toMatchObject({ body: "a1", receiveCount: 2 });
    });

    test("brings it earlier or later when it is told so", async () => {
      await send("a1", "a");
      await hide((await one()).receipt, 0);
      const again = await one();
      await hide(again.receipt, 60);
      await setTimeout(HIDDEN_SECONDS * 1000 + 300);
      expect(await bodies()).toEqual([]);
    });

    test("refuses the receipt of a message that another has received, or that is deleted", async () => {
      await send("a1", "a");
      const first = await one();
      await hide(first.receipt, 0);
      const second = await one();
      await expect(hide(first.receipt, 5)).rejects.toThrow();
      await remove(second.receipt);
      await expect(hide(second.receipt, 5)).rejects.toThrow();
    });

    test("gives a message up that has come too often, and goes on with its group", async () => {
      await send("poison", "a");
      await send("a2", "a");
      for (let time = 1; time <= MAX_RECEIVE_COUNT; time += 1) {
        const message = await one();
        expect(message).toMatchObject({ body: "poison", receiveCount: time });
        await hide(message.receipt, 0);
      }
      expect((await one()).body).toBe("a2");
      expect(await world.deadLetters()).toEqual(["poison"]);
    });

    test("counts what waits and what is worked on", async () => {
      await send("a1", "a");
      await send("b1", "b");
      await one();
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: world.queueUrl, AttributeNames: ["All"] }),
      );
      expect(Attributes).toMatchObject({
        ApproximateNumberOfMessages: "1",
        ApproximateNumberOfMessagesNotVisible: "1",
      });
    });
  });
}
