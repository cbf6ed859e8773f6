import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { escapeUTF8 } from "entities";

interface Page {
  /** Where the manifest is sent to. */
  action: string;
  manifestFor: (redirectUrl: string) => object;
  /** Tells the person where to open the page. */
  tell: (url: string) => void;
  /** Does what is to be done with the code, and answers where the browser goes on. */
  take: (code: string) => Promise<string>;
}

/**
 * Serves a page on this machine that sends the manifest of an App to GitHub, and waits until GitHub sends the browser back with
 * a code. Only who knows the address of this run gets the page, and only an answer to it is taken.
 * @throws what `take` throws
 */
export async function receiveCode({ action, manifestFor, tell, take }: Page): Promise<void> {
  const secret = randomBytes(24).toString("base64url");
  const done = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    answer(request).then(
      (send) => send(response),
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  async function answer({ method, url = "/", headers }: IncomingMessage): Promise<Send> {
    const { pathname, searchParams } = new URL(url, `http://${host}`);
    if (method !== "GET" || headers.host !== host) return text(404, "Not found.");
    if (pathname === `/${secret}`)
      return page(formOf(action, { state: secret, manifest: manifestFor(`http://${host}/created`) }));
    const code = searchParams.get("code");
    if (pathname !== "/created" || searchParams.get("state") !== secret || !code)
      return text(404, "Not found.");
    try {
      const next = await take(code);
      done.resolve();
      return goOn(next);
    } catch (error) {
      done.reject(error);
      return text(500, "It did not work: the terminal says why.");
    }
  }

  tell(`http://${host}/${secret}`);
  try {
    await done.promise;
  } finally {
    server.close();
    server.closeIdleConnections();
  }
}

type Send = (response: ServerResponse) => void;

const text =
  (status: number, words: string): Send =>
  (response) => {
    response
      .writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" })
      .end(words);
  };

const page =
  (html: string): Send =>
  (response) => {
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        connection: "close",
      })
      .end(html);
  };

const goOn =
  (location: string): Send =>
  (response) => {
    response.writeHead(302, { location, "referrer-policy": "no-referrer", connection: "close" }).end();
  };

const formOf = (
  action: string,
  { state, manifest }: { state: string; manifest: object },
): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A GitHub App for ux-agent</title>
<body style="font: 1rem/1.5 system-ui; max-width: 40rem; margin: 4rem auto">
<h1>A GitHub App for ux-agent</h1>
<p>GitHub shows you the App's name, makes it, and sends you back here; then you choose the repository it may write to.</p>
<form method="post" action="${escapeUTF8(`${action}?state=${state}`)}">
<input type="hidden" name="manifest" value="${escapeUTF8(JSON.stringify(manifest))}">
<button style="font: inherit; padding: .5rem 1rem">Make it on GitHub</button></form></body></html>
`;
