import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import { UserError } from "#src/errors.ts";
import { isOwnRequest } from "./is-own-request.ts";
import { buildPageFiles, type PageFile } from "./page-files.ts";
import { inDiscord, sendElsewhere, sendJson, sendPageFile, sendRefusal } from "./page-server.ts";
import type { SignedFetch } from "./signed-fetch.ts";

interface Options {
  port: number;
  /** Where the admin API is, without a path. */
  apiUrl: string;
  /** Sends a request signed with the operator's credentials. */
  signedFetch: SignedFetch;
}

export interface ConsoleServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Serves the operators' console on this machine alone, and signs what it asks of a deployed admin API.
 * @throws UserError when the port is taken
 */
export async function startConsole(options: Options): Promise<ConsoleServer> {
  const files = await buildPageFiles(["/console"]);
  const server = createServer((request, response) => {
    answer(request, response, { ...options, files }).catch((error: unknown) =>
      sendJson(response, 502, { message: `The admin API cannot be asked: ${wordsOf(error)}` }),
    );
  });
  const { url, stop } = await listenLocally(server, options.port).catch((cause: unknown) => {
    throw new UserError(`Port ${options.port} is in use or not allowed: choose another with --port.`, {
      cause,
    });
  });
  return { url: `${url}/console`, stop };
}

/** A request that is answered here acts with the operator's credentials, so other pages and other machines are refused. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: Options & { files: Map<string, PageFile> },
): Promise<void> {
  if (!isOwnRequest(request, options.port)) return sendRefusal(response);
  const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
  const file = options.files.get(pathname === "/" ? "/console" : pathname);
  if (file && request.method === "GET") return sendPageFile(response, file);
  if (pathname.startsWith("/admin/"))
    return passOn(request, response, { ...options, path: pathname + search });
  if (pathname.startsWith("/channels/")) return sendElsewhere(response, inDiscord(pathname));
  sendJson(response, 404, { message: "There is nothing here." });
}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { apiUrl, signedFetch, path }: Options & { path: string },
): Promise<void> {
  const { method = "GET" } = request;
  const body = Buffer.from(await buffer(request));
  const answered = await signedFetch(apiUrl + path, { method, ...(body.length > 0 ? { body } : {}) });
  response.writeHead(answered.status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(await answered.text());
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
