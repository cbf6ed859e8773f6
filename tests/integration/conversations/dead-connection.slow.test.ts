import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import { impatient } from "#src/impatient.ts";
import { readConfig } from "#src/config.ts";
import { UnknownOutcomeError } from "#src/errors.ts";
import { eventOf } from "#tests/support/conversations/arbitrary.ts";

/** How long Discord waits, in milliseconds. */
const DISCORD_WAITS = 3000;

let server: Server;
let requests: string[];
let client: DynamoDBClient;
beforeAll(async () => {
  // Takes every request and answers none, as a connection does that has died on the way.
  server = createServer(({ headers }) => requests.push(String(headers["x-amz-target"]).replace(/^.*\./, "")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new DynamoDBClient({
    ...impatient,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "us-east-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

test("both tries of a write fit into two seconds, and the look after it into what Discord waits", async () => {
  const { conversations } = createApp(readConfig([], {}), { client });
  requests = [];
  const times: number[] = [];
  server.on("request", () => times.push(performance.now()));
  const began = performance.now();
  await expect(conversations.apply(eventOf("confirm"))).rejects.toThrow(UnknownOutcomeError);
  const ended = performance.now() - began;
  expect(requests).toEqual(["UpdateItem", "UpdateItem", "GetItem"]);
  expect((times[2] ?? Infinity) - began).toBeLessThan(2000);
  expect(ended).toBeLessThan(DISCORD_WAITS - 400);
});

test("a write of execution fails as it is, and is left to its next try", async () => {
  const { conversations } = createApp(readConfig([], {}), { client });
  await expect(conversations.apply(eventOf("published"))).rejects.toThrow(/timed? ?out/i);
});
