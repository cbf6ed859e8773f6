import type { ServerResponse } from "node:http";
import type { PageFile } from "./page-files.ts";

/** Nothing from another server, and no frame around a page that acts for its user. The site's page has a policy of its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function sendPageFile(response: ServerResponse, { type, body }: PageFile): void {
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": POLICY,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}

/** The answer to another page, another machine, or a link that leads here from elsewhere. */
export const sendRefusal = (response: ServerResponse): void =>
  sendJson(response, 403, {
    message:
      "Only this page's own address may ask for this: type it into the browser, or use a program of this machine.",
  });

/** What a page with everything inside needs; it reaches no server, this one included, and no storage. */
const SANDBOX = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "media-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** A stranger's document: its scripts run in an origin of their own. */
export function sendSandboxed(response: ServerResponse, document: string): void {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": SANDBOX,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(document);
}

/** Where Discord has its messages, by the path that is the same for everyone. */
export const inDiscord = (pathname: string): string => `https://discord.com${pathname}`;

export function sendElsewhere(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, "cache-control": "no-store" });
  response.end();
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
