import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createTable } from "#stand-ins/aws/create-table.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { Expiry } from "#stand-ins/aws/expiry.ts";

const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
afterAll(() => client.destroy());

const now = new Date("2026-11-22T12:00:00Z");
const seconds = now.getTime() / 1000;
const keys = (id: string) => ({ sk: { S: "conversation" }, pk: { S: id } });
const removal = (id: string) => ({
  eventName: "REMOVE",
  dynamodb: { SequenceNumber: "1", Keys: { pk: { S: id }, sk: { S: "conversation" } } },
});

describe("expiry, locally", () => {
  let table: string;
  let expiry: Expiry;
  beforeEach(async () => {
    table = `expiry-${crypto.randomUUID()}`;
    await createTable(client, table);
    expiry = new Expiry(client, table);
    await put("past", seconds - 1);
    await put("now", seconds);
    await put("future", seconds + 1);
    await expiry.sweep(now);
  });

  const put = (id: string, ttl: number) =>
    client.send(new PutItemCommand({ TableName: table, Item: { ...keys(id), ttl: { N: String(ttl) } } }));
  const isThere = async (id: string) =>
    Boolean((await client.send(new GetItemCommand({ TableName: table, Key: keys(id) }))).Item);

  it("deletes what has expired and leaves the rest", async () => {
    expect([await isThere("past"), await isThere("now"), await isThere("future")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("leaves what somebody renews at that moment", async () => {
    const slow = new DynamoDBClient(engineAccess(inject("engineUrl")));
    slow.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === "DeleteItemCommand") await put("now", seconds + 3600);
          return next(args);
        },
      { step: "initialize" },
    );
    await new Expiry(slow, table).sweep(new Date(now.getTime() + 1000));
    expect(await isThere("now")).toBe(true);
    slow.destroy();
  });

  it("lets the stream say that DynamoDB deleted it, once", () => {
    expect(expiry.attribute(removal("past"))).toMatchObject({
      userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
    });
    expect(expiry.attribute(removal("past"))).not.toHaveProperty("userIdentity");
  });

  it("leaves a person's deletion a person's", () => {
    expect(expiry.attribute(removal("future"))).not.toHaveProperty("userIdentity");
  });
});
