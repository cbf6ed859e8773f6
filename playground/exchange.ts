import type { IncomingMessage } from "node:http";

/** A request and its answer between the service and Discord. */
export interface Exchange {
  /** Who asked: Discord brings an interaction, the service uses the REST API. */
  from: "Discord" | "service";
  method: string;
  path: string;
  /** In epoch milliseconds. */
  sent: number;
  /** Until it was answered, in milliseconds. */
  took: number;
  request: string;
  headers: IncomingMessage["headers"];
  status: number;
  response: string;
}
