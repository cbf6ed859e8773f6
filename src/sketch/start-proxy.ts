import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { type Socket, connect } from "node:net";
import type { Duplex } from "node:stream";
import { type Resolve, publicAddress } from "./public-address.ts";
import { Traffic } from "./traffic.ts";

/** The only way to the web for the browser that draws a page. */
export interface Proxy {
  url: string;
  traffic: Pick<Traffic, "refused" | "isOver" | "over">;
  stop: () => Promise<void>;
}

export interface ProxyOptions {
  /** Of all that the page and its parts may bring, in bytes. */
  most: number;
  /** Where addresses begin that are reached without TLS, wherever they are: the page of a local system's own site. */
  local?: string | undefined;
  resolve?: Resolve;
  /** Opens a connection to an address that was found to be public. */
  open?: (address: string) => Socket;
}

const HTTPS = 443;

/**
 * Starts a proxy that leads to public places by https alone. It resolves each name once and connects to the address that it
 * has checked, so that a name cannot lead elsewhere the next time; the browser itself resolves nothing.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const traffic = new Traffic(options.most);
  const addressOf = rememberAddresses(options.resolve);
  const open = options.open ?? ((host: string) => connect({ host, port: HTTPS }));
  const server = createServer((asked, answer) => forward(traffic, options.local, { asked, answer }));
  server.on("connection", (socket: Socket) => traffic.follow(socket));
  server.on("connect", (asked: IncomingMessage, client: Duplex, head: Buffer) => {
    const target = asked.url ?? "";
    void addressOf(target).then((address) => {
      if (address === null) return refuse(traffic, target, client);
      tunnel(traffic, { client, server: traffic.follow(open(address)), head });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`,
    traffic,
    stop: async () => {
      traffic.end();
      server.close();
      await once(server, "close");
    },
  };
}

/** The checked address of `host:443`, the same for as long as the proxy runs; null where a page may not go. */
function rememberAddresses(resolve: Resolve | undefined): (target: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return async (target) => {
    const url = URL.parse(`https://${target}`);
    if (url === null || url.port !== "" || url.host === "") return null;
    const address = known.get(url.hostname) ?? publicAddress(url.hostname, resolve);
    known.set(url.hostname, address);
    return address;
  };
}

function refuse(traffic: Traffic, target: string, client: Duplex): void {
  traffic.refused.add(target);
  client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

interface Tunnel {
  client: Duplex;
  server: Socket;
  /** What the client has said already. */
  head: Buffer;
}

function tunnel(traffic: Traffic, { client, server, head }: Tunnel): void {
  server.once("connect", () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    server.write(head);
    client.pipe(server).pipe(client);
  });
  server.on("data", (chunk: Uint8Array) => traffic.count(chunk));
  server.once("close", () => client.destroy());
  client.once("close", () => server.destroy());
}

interface Exchange {
  asked: IncomingMessage;
  answer: ServerResponse;
}

/** Without TLS there is only what is local. */
function forward(traffic: Traffic, local: string | undefined, { asked, answer }: Exchange): void {
  const url = URL.parse(asked.url ?? "");
  if (url === null || local === undefined || !url.href.startsWith(local)) {
    traffic.refused.add(asked.url ?? "");
    answer.writeHead(403).end();
    return;
  }
  const { "proxy-connection": _hop, ...headers } = asked.headers;
  const onward = request(url, { method: asked.method ?? "GET", headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.on("data", (chunk: Uint8Array) => traffic.count(chunk));
    response.pipe(answer);
  });
  onward.on("socket", (socket) => traffic.follow(socket));
  onward.on("error", () => answer.destroy());
  answer.once("close", () => onward.destroy());
  asked.pipe(onward);
}
