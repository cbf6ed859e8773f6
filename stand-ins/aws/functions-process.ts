import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { httpEvent, routeTo } from "./http-event.ts";
import type { ServiceFunction } from "./service-functions.ts";

/**
 * The process that runs the functions of a local system. It answers the routes of the HTTP API and Lambda's Invoke below
 * a path that is a secret of the run: any page can find the port, and none can guess the path.
 */

/** What the process is told when it starts. */
export interface Start {
  functions: (ServiceFunction & { bundle: string })[];
  secret: string;
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

interface Loaded {
  functions: ServiceFunction[];
  handlers: Map<string, Handler>;
  secret: string;
}

const INVOKE = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/;

process.once("message", (start: Start) => void serve(start));
// Without its parent, no other process knows its address.
process.once("disconnect", () => process.exit());

async function serve({ functions, secret }: Start): Promise<void> {
  const loaded = await Promise.all(functions.map(async (each) => [each.name, await load(each)] as const));
  const parts: Loaded = { functions, handlers: new Map(loaded), secret };
  const server = createServer((request, response) => {
    answer(request, response, parts).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  // Where the SDK of a function that invokes another one looks for Lambda.
  process.env["AWS_ENDPOINT_URL_LAMBDA"] = `http://127.0.0.1:${port}/${secret}`;
  process.send?.({ port });
}

async function load({ bundle, handler }: Start["functions"][number]): Promise<Handler> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- serverless.yml says that it is a handler
  const module = (await import(pathToFileURL(bundle).href)) as Record<string, Handler>;
  const found = module[handler];
  if (!found) throw new Error(`${bundle} does not export ${handler}`);
  return found;
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Loaded): Promise<void> {
  const below = `/${parts.secret}`;
  if (!request.url?.startsWith(`${below}/`)) return reply(response, 404, { message: "Not Found" });
  request.url = request.url.slice(below.length);
  const body = Buffer.from(await buffer(request));
  const [path = ""] = request.url.split("?");
  const [, invoked] = INVOKE.exec(path) ?? [];
  const to = parts.functions.find(({ name }) => name === invoked);
  if (to) return answerInvoke(response, await run(parts, to, JSON.parse(body.toString() || "{}")));
  const routed = routeTo(parts.functions, request.method ?? "GET", path);
  if (!routed) return reply(response, 404, { message: "Not Found" });
  return answerHttp(response, await run(parts, routed.to, httpEvent(request, body, routed)));
}

/** Lambda's Invoke: an error is an answer, too. */
function answerInvoke(response: ServerResponse, ran: Ran): void {
  if (ran.ok) return reply(response, 200, ran.result);
  response.setHeader("x-amz-function-error", "Unhandled");
  reply(response, 200, { errorType: ran.error.name, errorMessage: ran.error.message });
}

type Ran = { ok: true; result: unknown } | { ok: false; error: Error };

async function run({ handlers }: Loaded, to: ServiceFunction, event: unknown): Promise<Ran> {
  const over = new AbortController();
  try {
    const late = delay(to.timeoutSeconds * 1000, undefined, { signal: over.signal }).then(() => {
      throw new Error(`${to.name} timed out after ${to.timeoutSeconds} seconds`);
    });
    return { ok: true, result: await Promise.race([handlers.get(to.name)?.(event, contextOf(to)), late]) };
  } catch (error) {
    console.error(error);
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    over.abort();
  }
}

function contextOf({ name, timeoutSeconds }: ServiceFunction): object {
  const end = Date.now() + timeoutSeconds * 1000;
  return {
    functionName: name,
    functionVersion: "$LATEST",
    awsRequestId: crypto.randomUUID(),
    getRemainingTimeInMillis: () => end - Date.now(),
  };
}

interface HttpResult {
  statusCode?: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

/** A function that throws or takes too long is API Gateway's 500. */
function answerHttp(response: ServerResponse, ran: Ran): void {
  if (!ran.ok) return reply(response, 500, { message: "Internal Server Error" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what API Gateway takes from a function
  const { statusCode = 200, headers = {}, body = "", isBase64Encoded = false } = ran.result as HttpResult;
  response.writeHead(statusCode, headers);
  response.end(Buffer.from(body, isBase64Encoded ? "base64" : "utf8"));
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
