import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDiscordClient } from "#src/discord/discord-client.ts";
import { TransientError } from "#src/errors.ts";

const MESSAGE = {
  content: "✅ Published",
  embeds: [],
  components: [],
  attachments: [],
  allowed_mentions: { parse: [] },
};

let answers: ((response: ServerResponse) => void)[];
let requests: number;
/** The body of the last request. */
let sent: string;
const server = createServer((request, response) => {
  void text(request).then((body) => (sent = body));
  const answer = answers[Math.min(requests, answers.length - 1)];
  requests += 1;
  answer?.(response);
});
beforeEach(async () => {
  requests = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const client = () =>
  createDiscordClient({
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    applicationId: "1",
    backoff: { first: 1, factor: 1 },
  });

const whole = (response: ServerResponse) => void response.end('{"id":"9"}');
const unknown = (response: ServerResponse) => void response.writeHead(404).end('{"code":10015}');
/** Says that more is to come, and goes away. */
const breaksOff =
  (status: number, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { "content-length": "1000", ...headers });
    response.write('{"id":', () => response.destroy());
  };

describe("an answer that breaks off in the middle of its body", () => {
  test("is asked for again", async () => {
    answers = [breaksOff(200), whole];
    expect(await client().editOriginal({ token: "token", isAnswered: false }, MESSAGE)).toBe(true);
    expect(requests).toBe(2);
  });

  test.each([
    ["a message", 200],
    ["a refusal", 400],
  ])("is left to another try when it is %s and stays so", async (_, status) => {
    answers = [breaksOff(status)];
    await expect(client().editOriginal({ token: "token", isAnswered: false }, MESSAGE)).rejects.toThrow(
      TransientError,
    );
    expect(requests).toBe(4);
  });
});

test("a refusal that is whole is not asked for again", async () => {
  answers = [(response) => void response.writeHead(400).end('{"code":50035}')];
  await expect(client().editOriginal({ token: "token", isAnswered: false }, MESSAGE)).rejects.toThrow(
    "Discord refused a message: 400",
  );
  expect(requests).toBe(1);
});

describe("a token that Discord does not know", () => {
  test.each([
    ["may only be known in a moment, right after its interaction", false, 4],
    ["is believed to be over the second time, once its interaction was answered", true, 2],
  ])("%s", async (_, isAnswered, tries) => {
    answers = [unknown];
    expect(await client().editOriginal({ token: "token", isAnswered }, MESSAGE)).toBe(false);
    expect(requests).toBe(tries);
  });

  test("is not believed to be over by one answer", async () => {
    answers = [unknown, whole];
    expect(await client().editOriginal({ token: "token", isAnswered: true }, MESSAGE)).toBe(true);
  });
});

test("a picture is uploaded with the words for those who do not see it", async () => {
  const content = new Uint8Array([1, 2, 3]);
  const picture = {
    name: "a.png",
    content,
    content_type: "image/png",
    version: "1",
    description: "A lighthouse",
  };
  const attachments = [{ filename: "a.png", size: 3 }];
  answers = [(response) => void setTimeout(() => response.end(JSON.stringify({ id: "9", attachments })), 10)];
  await client().editOriginal({ token: "token", isAnswered: false }, MESSAGE, [picture]);
  expect(sent).toContain('"attachments":[{"id":"0","filename":"a.png","description":"A lighthouse"}]');
});
