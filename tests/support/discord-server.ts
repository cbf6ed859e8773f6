import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";

/** Discord's REST API on this machine, for as long as a test needs it. */
export interface DiscordServer {
  url: string;
  standIn: DiscordStandIn;
  /** Every request, as `PATCH /webhooks/…`. */
  requests: string[];
  /** Answers in place of the stand-in while it is set; what it returns null for goes to the stand-in. */
  intercept: ((method: string, path: string) => { status: number; body?: unknown } | null) | null;
  stop(): Promise<void>;
}

export async function startDiscordServer(): Promise<DiscordServer> {
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = "GET", url: path = "/" } = request;
      discord.requests.push(`${method} ${path}`);
      const answer =
        discord.intercept?.(method, path) ??
        discord.standIn.answer({ method, path, authorization: request.headers.authorization, body });
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
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
  return discord;
}
