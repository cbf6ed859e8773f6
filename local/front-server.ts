import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import type { Exchange } from "#playground/exchange.ts";
import { isOwnRequest } from "#playground/is-own-request.ts";
import { sendRefusal } from "#playground/page-server.ts";
import { UPLOADS_PATH } from "#playground/wire.ts";
import type { Pages } from "#playground/pages.ts";
import { UserError } from "#src/errors.ts";
import { readBody } from "#stand-ins/discord/attachments.ts";
import { DISCORD_PATH, type DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";

/** Where the channel's messages and the stand-in's complaints can be read. */
export const CHANNEL_PATH = "/discord/channel";
/** Where the files of its messages can be read, each below it at its own address. */
const FILES_PATH = "/discord/attachments/";

/** What API Gateway hands to a function. */
const MAX_BODY_BYTES = 6_000_000;
/** What Discord takes with the files of a message. */
const MAX_FILES_BYTES = 26_000_000;

export interface FrontServer {
  url: string;
  /** Forwards every other request to the functions at this address from now on; without an address they get HTTP 503. */
  forwardTo: (functionsUrl: string | undefined) => void;
  /** Looks for pages here first from now on. */
  showPages: (pages: Pages) => void;
  stop: () => Promise<void>;
}

/**
 * The one address of a local ux-agent. It forwards requests to the functions byte for byte and plays Discord's side: the
 * functions' responses become messages of the stand-in.
 * @param answered called when an interaction was answered, so that what it wrote is in the table
 * @throws UserError when the port is taken
 */
export async function startFrontServer(
  port: number,
  discord: DiscordStandIn,
  answered: () => void = () => {},
): Promise<FrontServer> {
  const behind: Behind = { port, discord, answered, functionsUrl: undefined, pages: undefined };
  const server = createServer((request, response) => {
    handle(request, response, behind).catch(() => reply(response, 502, { message: "Bad Gateway" }));
  });
  discord.channel.filesAt = `http://127.0.0.1:${port}/discord`;
  const { url, stop } = await listenLocally(server, port).catch((cause: unknown) => {
    throw new UserError(`Port ${port} is in use or not allowed: set PORT to another one.`, { cause });
  });
  return {
    url,
    forwardTo: (url) => (behind.functionsUrl = url),
    showPages: (pages) => (behind.pages = pages),
    stop,
  };
}

interface Behind {
  port: number;
  discord: DiscordStandIn;
  answered: () => void;
  functionsUrl: string | undefined;
  pages: Pages | undefined;
}

async function handle(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
  // Discord may reach this path through a tunnel. The function checks its signature.
  if (pathname !== "/interactions" && !isOwnRequest(request, behind.port)) return sendRefusal(response);
  const body = await bodyOf(request, takesFiles(pathname) ? MAX_FILES_BYTES : MAX_BODY_BYTES);
  if (body === "too large") return reply(response, 413, { message: "Request Too Long" });
  if (pathname === "/interactions") return interact({ request, response, body }, behind);
  if (pathname.startsWith(`${DISCORD_PATH}/`))
    return asDiscord({ request, response, body }, pathname.slice(DISCORD_PATH.length), behind);
  if (showsOfChannel(request, response, behind)) return;
  if (await behind.pages?.handle(request, response, body)) return;
  if (pathname === "/") return send(response, welcome);
  return send(response, await forward(request, body, behind));
}

const takesFiles = (pathname: string): boolean =>
  pathname === UPLOADS_PATH || pathname.startsWith(`${DISCORD_PATH}/`);

/** Whether it was asked for the channel or one of its files, and is answered. */
function showsOfChannel(request: IncomingMessage, response: ServerResponse, { discord }: Behind): boolean {
  const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
  if (pathname === CHANNEL_PATH) showChannel(response, discord);
  else if (pathname.startsWith(FILES_PATH)) showFile(response, request, discord);
  else return false;
  return true;
}

const welcome: Answer = {
  status: 200,
  headers: ["Content-Type", "text/plain; charset=utf-8"],
  body: Buffer.from("ux-agent is running here. `npm run demo` in another terminal plays Discord for it.\n"),
};

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
}

async function interact({ request, response, body }: Call, behind: Behind): Promise<void> {
  const sent = Date.now();
  const answer = await forward(request, body, behind);
  behind.answered();
  if (answer.status === 200) behind.discord.responded(body.toString(), answer.body.toString(), sent);
  const { status, body: said } = answer;
  behind.pages?.saw(exchangeOf(request, "Discord", { sent, body, status, response: said.toString() }));
  send(response, answer);
}

/** @param path below the root of Discord's API, with a leading slash */
async function asDiscord(
  { request, response, body }: Call,
  path: string,
  { discord, pages }: Behind,
): Promise<void> {
  if (pages && !pages.beforeDiscord()) return void response.destroy();
  const { method = "GET", headers } = request;
  const sent = Date.now();
  const answer = discord.answer({
    method,
    path,
    authorization: headers.authorization,
    ...(await readBody(headers["content-type"], body)),
  });
  const said = answer.body === undefined ? "" : JSON.stringify(answer.body);
  pages?.saw(exchangeOf(request, "service", { sent, body, status: answer.status, response: said }));
  reply(response, answer.status, answer.body);
}

const exchangeOf = (
  { method = "GET", url = "/", headers }: IncomingMessage,
  from: Exchange["from"],
  { body, ...rest }: { sent: number; body: Buffer; status: number; response: string },
): Exchange => ({
  from,
  method,
  path: url,
  headers,
  request: body.toString(),
  took: Date.now() - rest.sent,
  ...rest,
});

const showChannel = (response: ServerResponse, { channel, violations }: DiscordStandIn) =>
  reply(response, 200, { messages: channel.messages(), violations });

/** What a page may show; a drawing in SVG is a page of its own. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** As a download, so that nothing in it acts as a page of this address. */
function showFile(
  response: ServerResponse,
  { url = "/" }: IncomingMessage,
  { channel }: DiscordStandIn,
): void {
  const file = channel.download(url);
  if (!file) return reply(response, 404, { message: "404: Not Found" });
  const headers = [
    ["Content-Type", PICTURE.test(file.content_type) ? file.content_type : "text/plain; charset=utf-8"],
    ["Content-Disposition", "attachment"],
    ["X-Content-Type-Options", "nosniff"],
  ].flat();
  send(response, { status: 200, headers, body: Buffer.from(file.content) });
}

interface Answer {
  status: number;
  headers: string[];
  body: Buffer;
}

async function forward(request: IncomingMessage, body: Buffer, { functionsUrl }: Behind): Promise<Answer> {
  if (!functionsUrl) return { status: 503, headers: ["Retry-After", "1"], body: Buffer.from("Starting…") };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port, pathname } = new URL(functionsUrl);
    const to = {
      hostname,
      port,
      path: pathname.replace(/\/$/, "") + pathIn(request),
      method: request.method,
    };
    httpRequest({ ...to, headers: request.rawHeaders }, resolve)
      .once("error", reject)
      .end(body);
  });
  const answer = Buffer.concat(await response.toArray());
  return { status: response.statusCode ?? 502, headers: response.rawHeaders, body: answer };
}

/** With its query. A proxy's request names a whole address, which must not lead to another server. */
const pathIn = ({ url = "/" }: IncomingMessage): string => url.replace(/^\w+:\/\/[^/?]*\/?/, "/");

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}

function reply(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | "too large"> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? "too large" : Buffer.concat(chunks);
}
