import { join } from "node:path";
import { type Browser, type Page, chromium } from "playwright-core";
import { type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COLOR, HOSTILE, LINK, buildHostileSite, places } from "#tests/support/hostile-site.ts";

let remove: () => Promise<void>;
let server: PreviewServer;
let browser: Browser;
let page: Page;
const said: string[] = [];

beforeAll(async () => {
  const site = await buildHostileSite();
  ({ remove } = site);
  server = await preview({
    configFile: false,
    root: site.folder,
    logLevel: "error",
    build: { outDir: join(site.folder, "dist") },
    preview: { host: "127.0.0.1", port: 0 },
  });
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForSelector(".header-title");
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await remove?.();
});

test("in a browser, the page shows exactly the hostile text everywhere", async () => {
  for (const name of places.texts) expect(await page.textContent(`.${name}`)).toBe(HOSTILE);
});

test("and the colour", async () => {
  for (const name of places.colors) {
    const color = await page.evaluate(`getComputedStyle(document.querySelector(".${name}")).color`);
    expect(color, `${name} is ${COLOR}`).toBe("rgb(255, 0, 128)");
  }
});

test("and the link, which leads where it was said to lead", async () => {
  for (const name of places.links) {
    const link = page.locator(`.${name} a`).last();
    expect(await link.textContent()).toBe(LINK.label);
    expect(await link.getAttribute("href")).toBe(LINK.href);
  }
});

test("and nothing of it ran", () => {
  expect(said).toEqual([]);
});
