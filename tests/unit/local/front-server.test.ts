import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISCORD_PATH, DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { CHANNEL_PATH, startFrontServer, type FrontServer } from "#local/front-server.ts";
import { UserError } from "#src/errors.ts";

interface Seen {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

let seen: Seen[];
let front: FrontServer;
let behindUrl: string;
let answer: { status: number; body: string };
const behind = createServer((request, response) => {
  void request.toArray().then((chunks: Buffer[]) => {
    seen.push({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
});

beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: '{"type":4,"data":{"content":"Hello"}}' };
  const port = await freePort();
  behind.listen(port, "127.0.0.1");
  await once(behind, "listening");
  front = await startFrontServer(await freePort(), new DiscordStandIn());
  behindUrl = `http://127.0.0.1:${port}`;
  front.forwardTo(behindUrl);
});
afterEach(async () => {
  await front.stop();
  behind.closeAllConnections();
  behind.close();
  await once(behind, "close");
});

/** The Host header is fetch's own affair, so requests with another one are made by hand. */
const statusWith = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${front.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once("error", reject).end();
  });

const statusOf = async (bytes: number): Promise<number> =>
  (await fetch(`${front.url}/interactions`, { method: "POST", body: Buffer.alloc(bytes) })).status;

describe("the front server", () => {
  it("hands over a request as it came, to the byte", async () => {
    const body = Buffer.from([0x7b, 0x22, 0xc3, 0xa9, 0x22, 0x3a, 0x20, 0x31, 0x7d, 0x0d, 0x0a, 0xff, 0x00]);
    const headers = {
      "x-signature-ed25519": "ab",
      "X-Signature-Timestamp": "1",
      "content-type": "application/json",
    };
    await fetch(`${front.url}/interactions?a=%20b`, { method: "POST", headers, body });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: "POST", url: "/interactions?a=%20b" });
    expect(seen[0]?.headers).toMatchObject({ "x-signature-ed25519": "ab", "x-signature-timestamp": "1" });
    expect(seen[0]?.body).toEqual(body);
  });

  it("keeps to the path that the functions are behind, whatever a request's address says", async () => {
    front.forwardTo(`${behindUrl}/secret`);
    const { host, port } = new URL(front.url);
    const asked = httpRequest({
      host: "127.0.0.1",
      port,
      path: "http://elsewhere.example/admin/x",
      headers: { host },
    });
    await once(asked.end(), "response");
    await fetch(`${front.url}/interactions`, { method: "POST", body: "{}" });
    expect(seen.map(({ url }) => url)).toEqual(["/secret/admin/x", "/secret/interactions"]);
  });

  it("hands back the answer as it came", async () => {
    answer = { status: 401, body: '{ "message": "no" }' };
    const response = await fetch(`${front.url}/interactions`, { method: "POST", body: "{}" });
    expect([response.status, response.headers.get("content-type")]).toEqual([401, "application/json"]);
    expect(await response.text()).toBe('{ "message": "no" }');
  });

  it("shows in the channel what was answered to an interaction", async () => {
    const body = JSON.stringify({ id: "1", type: 2, token: "secret", application_id: "2" });
    await fetch(`${front.url}/interactions`, { method: "POST", body });
    const channel: unknown = await (await fetch(front.url + CHANNEL_PATH)).json();
    expect(channel).toMatchObject({ messages: [{ content: "Hello" }], violations: [] });
    const original = `${front.url}${DISCORD_PATH}/webhooks/2/secret/messages/@original`;
    expect(await (await fetch(original)).json()).toMatchObject({ content: "Hello" });
  });

  it("shows nothing of an interaction that was refused", async () => {
    answer.status = 401;
    const body = JSON.stringify({ id: "1", type: 2, token: "secret", application_id: "2" });
    await fetch(`${front.url}/interactions`, { method: "POST", body });
    expect(await (await fetch(front.url + CHANNEL_PATH)).json()).toMatchObject({ messages: [] });
  });

  it.each([
    ["another name for this machine", { host: "evil.example" }],
    ["a tunnel", { "x-forwarded-for": "203.0.113.7" }],
    ["a page of another origin", { origin: "https://evil.example" }],
    ["a page of another port of this machine", { origin: "http://127.0.0.1:5173" }],
    ["a link or a picture in another page", { "sec-fetch-site": "cross-site" }],
  ])("answers nothing but interactions to %s", async (_, headers: Record<string, string>) => {
    expect(await statusWith("/admin/conversations/1", headers)).toBe(403);
    expect(await statusWith(CHANNEL_PATH, headers)).toBe(403);
    expect(await statusWith(`${DISCORD_PATH}/webhooks/2/secret/messages/@original`, headers)).toBe(403);
    expect(await statusWith("/", headers)).toBe(403);
    expect(seen).toEqual([]);
  });

  it("says what it is to somebody who opens its address", async () => {
    expect(await (await fetch(front.url)).text()).toContain("npm run demo");
    expect(seen).toEqual([]);
  });

  it("lets a tunnel bring interactions", async () => {
    expect(
      await statusWith("/interactions", { host: "tunnel.example", "x-forwarded-for": "203.0.113.7" }),
    ).toBe(200);
  });

  it("lets this machine administer", async () => {
    expect(await statusWith("/admin/conversations/1", { origin: front.url })).toBe(200);
    expect(seen[0]?.url).toBe("/admin/conversations/1");
  });

  it("does not send a request elsewhere, whatever its address says", async () => {
    expect(await statusWith("//evil.example/x", {})).toBe(200);
    expect(seen[0]?.url).toBe("//evil.example/x");
  });

  it("takes no body that API Gateway would not take", async () => {
    expect(await statusOf(6_000_001)).toBe(413);
    expect(seen).toEqual([]);
    expect(await statusOf(6_000_000)).toBe(200);
  });

  it("says that the functions cannot be reached", async () => {
    front.forwardTo(`http://127.0.0.1:${await freePort()}`);
    expect((await fetch(`${front.url}/interactions`, { method: "POST" })).status).toBe(502);
  });

  it("says in one sentence that its port is taken", async () => {
    const port = Number(new URL(front.url).port);
    await expect(startFrontServer(port, new DiscordStandIn())).rejects.toThrow(UserError);
    await expect(startFrontServer(port, new DiscordStandIn())).rejects.toThrow(/Port \d+ is in use/);
  });
});
