import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import type { Box, PageChange } from "./page-change.ts";
import type { Rect } from "./page/dom.ts";
import { TOOLS, toolsScript } from "./page/tools.ts";

/** A part of a page before and after changes, as PNG. */
export type Drawn =
  | { drawn: true; before: Buffer; after: Buffer; box: Box; shown: number }
  | { drawn: false; why: string };

export interface Wanted {
  url: string;
  changes: PageChange[];
}

/** What people have on a desk; the pictures are as large at most. */
const WINDOW = { width: 1280, height: 800 };
/** How much of the page is around a change, in pixels at least: of a small one so much is shown that one sees where it is. */
const AROUND = 40;
const LEAST = { width: 720, height: 360 };
/** Between a change and its frame. */
const PADDING = 10;

/** How long is waited, in milliseconds: for the page, for what its scripts still do to it, and for what comes into view. */
const WAITS = { page: 12_000, quiet: 2500, view: 700 };

/**
 * Draws the live page as it is and as it would look. The page runs its own scripts until it is quiet, then nothing moves any
 * more: the two pictures differ by the changes alone, and by a frame around them.
 * @param browser with no way to the web but a {@link startProxy proxy} of ours
 */
export async function drawPage(browser: Browser, { url, changes }: Wanted): Promise<Drawn> {
  const context = await browser.newContext({
    viewport: WINDOW,
    reducedMotion: "reduce",
    colorScheme: "light",
    serviceWorkers: "block",
    acceptDownloads: false,
    // A site may forbid pictures from `data:` and style sheets that are not its own.
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
    const opened = await open(page, url);
    return opened ?? (await drawBoth(page, changes));
  } finally {
    await context.close();
  }
}

/** Null once the page is there and quiet; else why it is not. */
async function open(page: Page, url: string): Promise<Drawn | null> {
  const answer = await page
    .goto(url, { waitUntil: "domcontentloaded", timeout: WAITS.page })
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (answer instanceof Error) return not(`The page could not be opened: ${firstLine(answer.message)}`);
  if (!answer?.ok()) return not(`The page answered ${answer?.status() ?? "nothing"}`);
  await page.waitForLoadState("networkidle", { timeout: WAITS.quiet }).catch(() => {});
  return null;
}

const not = (why: string): Drawn => ({ drawn: false, why });

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

async function drawBoth(page: Page, changes: PageChange[]): Promise<Drawn> {
  await page.evaluate(toolsScript());
  const shown = await call<number>(page, "plan", changes);
  if (shown === 0) return not("The page does not show what changes exactly once");
  const [first] = await differences(page);
  if (!first) return not("The page looks the same afterwards");
  await call(page, "scrollToMiddle", first);
  await delay(WAITS.view);
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setScriptExecutionDisabled", { value: true });
  const box = boxAround(await differences(page));
  if (!box) return not("The page looks the same afterwards");
  await call(page, "uncover", box);
  const clip = cropAround(box);
  const before = await page.screenshot({ clip, animations: "disabled" });
  await call(page, "apply");
  const unmarked = await page.screenshot({ clip, animations: "disabled" });
  if (unmarked.equals(before)) return not("The page looks the same afterwards");
  await call(page, "mark", box);
  const after = await page.screenshot({ clip, animations: "disabled" });
  return { drawn: true, before, after, shown, box: { ...box, x: box.x - clip.x, y: box.y - clip.y } };
}

/** Where the page would look different, from the top; of what moves out of the window, nothing. */
async function differences(page: Page): Promise<Rect[]> {
  const rects = await call<Rect[]>(page, "differences");
  return rects.toSorted((one, other) => one.top - other.top);
}

const call = <Result>(page: Page, name: string, argument?: unknown): Promise<Result> =>
  page.evaluate(`${TOOLS}.${name}(${JSON.stringify(argument) ?? ""})`);

/** The part of the window that holds all differences in it; null when there are none. */
function boxAround(rects: Rect[]): Box | null {
  const inWindow = rects.filter(
    ({ left, right, top, bottom }) =>
      right > 0 && left < WINDOW.width && bottom > 0 && top < WINDOW.height && right > left && bottom > top,
  );
  if (inWindow.length === 0) return null;
  const x = Math.max(0, Math.floor(Math.min(...inWindow.map(({ left }) => left)) - PADDING));
  const y = Math.max(0, Math.floor(Math.min(...inWindow.map(({ top }) => top)) - PADDING));
  const right = Math.min(WINDOW.width, Math.ceil(Math.max(...inWindow.map((rect) => rect.right)) + PADDING));
  const bottom = Math.min(
    WINDOW.height,
    Math.ceil(Math.max(...inWindow.map((rect) => rect.bottom)) + PADDING),
  );
  return { x, y, width: right - x, height: bottom - y };
}

function cropAround({ x, y, width, height }: Box): Box {
  const [left, wide] = span({ from: x, length: width, least: LEAST.width, all: WINDOW.width });
  const [top, high] = span({ from: y, length: height, least: LEAST.height, all: WINDOW.height });
  return { x: left, y: top, width: wide, height: high };
}

interface Span {
  from: number;
  length: number;
  least: number;
  all: number;
}

/** A stretch around another one, inside the window. */
function span({ from, length, least, all }: Span): [from: number, length: number] {
  const wanted = Math.min(all, Math.max(least, length + 2 * AROUND));
  const begin = Math.round(from + length / 2 - wanted / 2);
  return [Math.min(Math.max(0, begin), all - wanted), wanted];
}
