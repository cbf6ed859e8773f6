import type { IncomingMessage } from "node:http";

const NAMES = ["127.0.0.1", "localhost"];

/**
 * Whether a request comes from the server's own pages or from a program of this machine. A page of another origin is
 * refused, and another port of localhost is another origin: `Origin` or `Sec-Fetch-Site` gives it away. A page whose
 * name was rebound to this machine sends that name as `Host`, and a tunnel adds the address it forwards for.
 * @param port the one that the server listens on
 */
export function isOwnRequest({ headers }: Pick<IncomingMessage, "headers">, port: number): boolean {
  const { host = "", origin, "sec-fetch-site": site = "none" } = headers;
  const own = NAMES.map((name) => new URL(`http://${name}:${port}`)).find((url) => url.host === host);
  return (
    own !== undefined &&
    (origin === undefined || origin === own.origin) &&
    (site === "same-origin" || site === "none") &&
    headers["x-forwarded-for"] === undefined &&
    headers.forwarded === undefined
  );
}
