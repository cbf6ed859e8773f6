import { once } from "node:events";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { type ConsoleServer, startConsole } from "#playground/console-server.ts";
import { signedFetch } from "#playground/signed-fetch.ts";

const credentials = async () => ({
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "secret",
  sessionToken: "session",
});

let api: Server;
let asked: IncomingMessage[];
let served: ConsoleServer;

beforeEach(async () => {
  asked = [];
  api = createServer((request, response) => {
    asked.push(request);
    response.writeHead(409, { "content-type": "application/json" }).end('{"message":"It has not failed."}');
  });
  api.listen(0, "127.0.0.1");
  await once(api, "listening");
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const signing = signedFetch(credentials, "eu-central-1");
  served = await startConsole({ port: await freePort(), apiUrl, signedFetch: signing });
});

afterEach(async () => {
  await served.stop();
  api.close();
});

const at = (path: string) => new URL(path, served.url);

describe("the console of a deployment", () => {
  it("shows its page, with nothing of the playground", async () => {
    expect(await (await fetch(served.url)).text()).toContain("ux-agent · console");
    expect((await fetch(at("/assets/console.js"))).status).toBe(200);
    expect((await fetch(at("/assets/channel.js"))).status).toBe(404);
  });

  it("signs what it asks of the admin API with the operator's credentials, and hands the answer back", async () => {
    const answer = await fetch(at("/admin/conversations/7/retry?x=1"), { method: "POST" });
    expect([answer.status, await answer.json()]).toEqual([409, { message: "It has not failed." }]);
    expect(asked[0]).toMatchObject({ method: "POST", url: "/admin/conversations/7/retry?x=1" });
    expect(asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/execute-api\/aws4_request, SignedHeaders=/,
    );
    expect(asked[0]?.headers["x-amz-security-token"]).toBe("session");
  });

  it.each([
    { origin: "https://elsewhere.example" },
    { origin: "http://127.0.0.1:5173" },
    { "x-forwarded-for": "203.0.113.9" },
  ])("signs nothing for %o", async (headers) => {
    const answer = await fetch(at("/admin/users/1/conversations"), { method: "DELETE", headers });
    expect(answer.status).toBe(403);
    expect(asked).toEqual([]);
  });

  it("leads to messages in Discord", async () => {
    const { status, headers } = await fetch(at("/channels/@me/2/3"), { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([302, "https://discord.com/channels/@me/2/3"]);
  });

  it("asks nobody else, however a request is written", async () => {
    const { port, host } = new URL(served.url);
    const sent = request({
      port,
      host: "127.0.0.1",
      path: "http://elsewhere.example/admin/x",
      headers: { host },
    });
    await once(sent.end(), "response");
    expect(asked.map(({ url }) => url)).toEqual(["/admin/x"]);
  });

  it("passes nothing on that is not of the admin API", async () => {
    expect((await fetch(at("/interactions"), { method: "POST" })).status).toBe(404);
    expect(asked).toEqual([]);
  });
});
