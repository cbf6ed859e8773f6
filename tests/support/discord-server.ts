import { once } from "node:events";
import { type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Upload, readBody } from "#stand-ins/discord/attachments.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";

/** `reset`: the connection breaks; `applied-then-reset`: the same once the stand-in has done what was asked. */
type Intercepted =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | "reset"
  | "applied-then-reset"
  | null;

/** Discord's REST API on this machine, for as long as a test needs it. */
export interface DiscordServer {
  url: string;
  standIn: DiscordStandIn;
  /** Every request, as `PATCH /webhooks/…`. */
  requests: string[];
  /** Answers in place of the stand-in while it is set; what it returns null for goes to the stand-in. */
  intercept: ((method: string, path: string) => Intercepted | Promise<Intercepted>) | null;
  stop(): Promise<void>;
}

export async function startDiscordServer(): Promise<DiscordServer> {
  const server: Server = createServer((request, response) => {
    void buffer(request).then(async (bytes) => {
      const { method = "GET", url: path = "/" } = request;
      const { authorization, "content-type": type } = request.headers;
      discord.requests.push(`${method} ${path}`);
      const intercepted = (await discord.intercept?.(method, path)) ?? null;
      if (intercepted === "reset") return request.socket.destroy();
      if (path.startsWith("/attachments/")) return sendFile(response, discord.standIn.channel.download(path));
      const answer =
        intercepted === null || intercepted === "applied-then-reset"
          ? discord.standIn.answer({ method, path, authorization, ...(await readBody(type, bytes)) })
          : intercepted;
      if (intercepted === "applied-then-reset") return request.socket.destroy();
      const headers = "headers" in answer ? (answer.headers as Record<string, string>) : {};
      response.writeHead(answer.status, { "content-type": "application/json", ...headers });
      return response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const discord: DiscordServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    standIn: new DiscordStandIn(),
    requests: [],
    intercept: null,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  discord.standIn.channel.filesAt = discord.url;
  return discord;
}

function sendFile(response: ServerResponse, file: Upload | undefined): void {
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": file.content_type });
  response.end(file.content);
}
