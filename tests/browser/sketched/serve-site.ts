import { once } from "node:events";
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** The files of a site as a host serves them, by their paths. */
export type ServedSite = Record<string, string | Buffer>;

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  png: "image/png",
  svg: "image/svg+xml",
};

/** Serves a site for one test; its address, with a slash at the end. */
export const serveSite = (files: ServedSite): Promise<string> =>
  serving(({ url = "/" }, response) => {
    const path = url === "/" ? "/index.html" : url;
    const file = files[path];
    const [, ending = "html"] = /\.(\w+)(?:$|\?)/.exec(path) ?? [];
    response.writeHead(file === undefined ? 404 : 200, { "content-type": TYPES[ending] ?? "image/png" });
    response.end(file ?? "There is no such page.");
  });

/** Where a server answers for one test, with a slash at the end. */
export async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
