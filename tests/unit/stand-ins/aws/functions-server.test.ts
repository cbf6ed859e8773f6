import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "#src/errors.ts";
import { startFunctions, type FunctionsServer } from "#stand-ins/aws/functions-server.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const ECHO = `
  export const handler = async (event, context) => {
    if (event.rawPath === "/things/broken/parts") throw new Error("secret words");
    if (event.rawPath === "/things/slow/parts") return new Promise(() => {});
    if (event.rawPath === "/things/binary/parts")
      return { statusCode: 200, headers: { "content-type": "image/png" }, body: "/wA=", isBase64Encoded: true };
    if (event.wrong) throw new TypeError("not this");
    return { statusCode: 202, headers: { "x-kept": "yes" }, body: JSON.stringify({ event, env: process.env.GIVEN }) };
  };
`;

let folder: string;
let functions: FunctionsServer;

const described = (bundle: string) => [
  {
    name: "service-local-echo",
    module: "functions/echo",
    handler: "handler",
    timeoutSeconds: 1,
    routes: ["POST /things/{thingId}/parts", "GET /things"],
    bundle,
  },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-functions-"));
  await writeFile(join(folder, "echo.mjs"), ECHO);
  const env = { PATH: process.env["PATH"], GIVEN: "a setting" };
  const logFile = join(folder, "functions.log");
  functions = await startFunctions({ env, functions: described(join(folder, "echo.mjs")), logFile });
});
afterAll(async () => {
  await functions.stop();
  await removeFolder(folder);
});

const post = (path: string, body: string | Buffer<ArrayBuffer> = "{}", headers = {}) =>
  fetch(functions.url + path, { method: "POST", body, headers });

const invoke = (event: object) =>
  post("/2015-03-31/functions/service-local-echo/invocations", JSON.stringify(event));

describe("the functions of a local system", () => {
  it("get a request as API Gateway hands it over", async () => {
    const answer = await post("/things/a%20b/parts?x=1&x=2&y=%C3%A9", '{"a": "é"}', { "X-Some": "Thing" });
    expect([answer.status, answer.headers.get("x-kept")]).toEqual([202, "yes"]);
    expect(await answer.json()).toMatchObject({
      env: "a setting",
      event: {
        version: "2.0",
        routeKey: "POST /things/{thingId}/parts",
        rawPath: "/things/a%20b/parts",
        rawQueryString: "x=1&x=2&y=%C3%A9",
        queryStringParameters: { x: "1,2", y: "é" },
        pathParameters: { thingId: "a b" },
        headers: { "x-some": "Thing" },
        requestContext: { http: { method: "POST" }, requestId: expect.stringMatching(/^[\w-]{36}$/) },
        body: '{"a": "é"}',
        isBase64Encoded: false,
      },
    });
  });

  it("get every byte of a body that is not text", async () => {
    const answer = await post("/things/1/parts", Buffer.from([0xff, 0x00, 0x7b]));
    expect(await answer.json()).toMatchObject({ event: { body: "/wB7", isBase64Encoded: true } });
  });

  it("answer bytes as well", async () => {
    const answer = await post("/things/binary/parts");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from([0xff, 0x00]));
  });

  it.each(["broken", "slow"])(
    "are API Gateway's 500 when one is %s, which says nothing of why",
    async (thing) => {
      const answer = await post(`/things/${thing}/parts`);
      expect([answer.status, await answer.json()]).toEqual([500, { message: "Internal Server Error" }]);
      expect(await readFile(join(folder, "functions.log"), "utf8")).toMatch(
        thing === "slow" ? /timed out after 1 seconds/ : /secret words/,
      );
    },
  );

  it("are invoked by name, and an error is an answer", async () => {
    expect(await (await invoke({ Records: [] })).json()).toMatchObject({ statusCode: 202 });
    const failed = await invoke({ wrong: true });
    expect([failed.status, failed.headers.get("x-amz-function-error")]).toEqual([200, "Unhandled"]);
    expect(await failed.json()).toEqual({ errorType: "TypeError", errorMessage: "not this" });
  });

  it("answer nothing that has no route", async () => {
    expect((await fetch(`${functions.url}/things/1/parts`)).status).toBe(404);
    expect((await post("/other")).status).toBe(404);
    expect((await fetch(`${functions.url}/things`)).status).toBe(202);
  });

  it("answer nothing at all to a request that does not know the secret of the run", async () => {
    const { origin } = new URL(functions.url);
    const asked = [
      "/",
      "/things",
      "/2015-03-31/functions/service-local-echo/invocations",
      `/${"0".repeat(48)}/things`,
    ];
    for (const path of asked) {
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
        const answer = await fetch(origin + path, { method, headers });
        expect([method, path, answer.status]).toEqual([method, path, 404]);
        expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      }
    }
  });

  it("say why they do not start", async () => {
    await writeFile(join(folder, "broken.mjs"), 'throw new Error("This bundle is broken.");');
    const logFile = join(folder, "broken.log");
    const started = startFunctions({ env: {}, functions: described(join(folder, "broken.mjs")), logFile });
    await expect(started).rejects.toThrow(UserError);
    await expect(started).rejects.toThrow(/The functions do not start\.[^]*This bundle is broken\./);
  });
});
