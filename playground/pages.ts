import type { IncomingMessage, ServerResponse } from "node:http";
import type { Exchange } from "./exchange.ts";

/** Pages that a server shows beside its own routes, at the same address. */
export interface Pages {
  /** Answers a request, or leaves it (false) to the server. */
  handle: (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<boolean>;
  /** Called before the stand-in for Discord answers the service; false: it never does. */
  beforeDiscord: () => boolean;
  /** Called with all that the service and Discord said to each other. */
  saw: (exchange: Exchange) => void;
}
