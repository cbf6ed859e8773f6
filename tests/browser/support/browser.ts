import { mkdir } from "node:fs/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";

/** For whatever a page is waited for. */
const PATIENCE_MS = 40_000;

/** The size of a telephone's screen. */
export const PHONE = { width: 390, height: 844 };

/** Where CI keeps what the pages looked like. */
const PICTURES = ".ci-output/screenshots";

let browser: Browser;

/** One Chromium for a file's tests. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(() => browser.close());
}

/**
 * A new visitor's page, which is closed when the test has ended: a page that stays open goes on drawing all that later
 * tests do. What a page throws, and what it asks of another machine, fails the test.
 */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const url = options.baseURL ?? inject("url");
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    baseURL: url,
    ...options,
  });
  await context.route(
    (asked) => asked.origin !== url && !/^(data|blob):$/.test(asked.protocol),
    (route) => {
      throw new Error(`the page asks for ${route.request().url()}`);
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => {
    throw error;
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, `failed ${task.name}`);
    await context.close();
  });
  await page.goto(path);
  return page;
}

export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}
