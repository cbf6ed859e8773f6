import { setTimeout as delay } from "node:timers/promises";
import { type BrowserServer, chromium as playwright } from "playwright-core";
import { type Drawn, drawPage } from "./draw-page.ts";
import type { Chromium } from "./find-chromium.ts";
import type { SketchAnswer, SketchRequest } from "./page-change.ts";
import { type Proxy, type ProxyOptions, startProxy } from "./start-proxy.ts";

/** Of all that a page may bring, in bytes. */
const MOST_BYTES = 30 * 1024 * 1024;
/** For a page, once the browser runs, in milliseconds. */
const LONGEST = 20_000;
/** Both pictures have to fit into an answer of Lambda's, 6 MB, in base64. In bytes. */
const MOST_PICTURES = 4 * 1024 * 1024;

interface Options extends Partial<ProxyOptions> {
  /** In milliseconds. */
  longest?: number;
}

/**
 * Draws a page in a browser of its own, which is gone afterwards: nothing of one site reaches the next. Whatever goes wrong
 * with the page is an answer.
 */
export async function drawSketch(
  chromium: Chromium,
  request: SketchRequest,
  options: Options = {},
): Promise<SketchAnswer> {
  const proxy = await startProxy({ most: MOST_BYTES, ...options });
  try {
    const server = await launch(chromium, proxy.url);
    try {
      const browser = await playwright.connect(server.wsEndpoint());
      const drawing = Promise.race([drawPage(browser, request), proxy.traffic.over.then(() => TOO_LARGE)]);
      return answerOf(await inTime(drawing, options.longest ?? LONGEST), proxy);
    } finally {
      // Not asked to end: a page that never rests would not let it.
      await server.kill();
    }
  } finally {
    await proxy.stop();
  }
}

const TOO_LARGE = { drawn: false, why: "The page is too large" } as const;

function answerOf(drawn: Drawn, { traffic }: Proxy): SketchAnswer {
  if (traffic.isOver) return TOO_LARGE;
  if (!drawn.drawn) return drawn;
  const { before, after, ...rest } = drawn;
  return before.byteLength + after.byteLength > MOST_PICTURES
    ? { drawn: false, why: "The pictures are too large" }
    : { ...rest, before: before.toString("base64"), after: after.toString("base64") };
}

/** What goes wrong in the page is told in one line: its own words may be long. */
async function inTime(drawing: Promise<Drawn>, longest: number): Promise<Drawn> {
  const over = new AbortController();
  const late = delay(longest, { drawn: false, why: "The page takes too long" } as const, {
    signal: over.signal,
  });
  try {
    return await Promise.race([drawing.catch(failed), late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}

const failed = (error: unknown): Drawn => ({
  drawn: false,
  why: `The page could not be drawn: ${String(error).split("\n")[0]}`,
});

/** The browser reaches nothing but the proxy, whatever a page tries: not this machine, no name, no UDP. */
const launch = ({ executablePath, args }: Chromium, proxy: string): Promise<BrowserServer> =>
  playwright.launchServer({
    executablePath,
    proxy: { server: proxy, bypass: "<-loopback>" },
    args: [
      ...args,
      // Pages are of strangers, but Chromium's own sandbox works neither as root nor in Lambda; nothing is in reach there.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      // Chromium reads the first, its headless shell the second.
      "--webrtc-ip-handling-policy=disable_non_proxied_udp",
      "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--hide-scrollbars",
      "--font-render-hinting=none",
      // An animated picture shows its first frame.
      "--blink-settings=imageAnimationPolicy=2",
    ],
  });
