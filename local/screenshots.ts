import { mkdir, rm } from "node:fs/promises";
import { chromium, type Locator, type Page } from "playwright-core";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { members } from "#playground/members.ts";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { startSystem } from "./system.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";

/** Takes the pictures of the documentation (`npm run screenshots`) from a system of its own; needs Chromium. */

const IMAGES = "docs/images";
const SIZE = { width: 1280, height: 860 };

const cleanup = new Cleanup();
const ignore = () => {};

try {
  await takeAll();
} finally {
  await cleanup.run();
}
process.exit();

async function takeAll(): Promise<void> {
  const url = await start();
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  cleanup.add(() => browser.close());
  await mkdir(IMAGES, { recursive: true });
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await playground(page, url);
  await page.screenshot({ path: `${IMAGES}/playground.png` });
  await page.emulateMedia({ colorScheme: "dark" });
  await console(page, url);
  await page.screenshot({ path: `${IMAGES}/console.png` });
}

async function start(): Promise<string> {
  const port = await freePort();
  const folder = `.ux-agent/screenshots-${port}`;
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  const env = { PATH: process.env["PATH"], PORT: String(port) };
  return startSystem({ env, folder, cleanup, tell: ignore, broken: ignore });
}

/** A change that was published, and the preview of another. */
async function playground(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[role="log"][aria-busy="false"]').waitFor();
  const greeting = await say(
    page,
    "/ux-update description: Make the header text say “Good morning, harbour!”",
  );
  await buttonOf(greeting, "Confirm").click();
  await greeting.getByText("Published as").waitFor();
  await page
    .frameLocator(`iframe[title*="${BRANCH_PREFIX}"]`)
    .getByRole("heading", { name: "Good morning" })
    .waitFor();
  const color = await say(page, '/ux-update command: section:navbar color:"#8A1538"');
  await buttonOf(color, "Confirm").waitFor();
}

/** Requests that stand differently, one of them open. */
async function console(page: Page, url: string): Promise<void> {
  await buttonOf(
    await say(page, "/ux-update description: change the colour of the footer"),
    "Answer",
  ).waitFor();
  const invitation = await say(page, '/ux-update command: section:home cta-text:"Come by"');
  await buttonOf(invitation, "Cancel").click();
  await invitation.getByText("Cancelled.").waitFor();
  await page.goto(`${url}/console?user=${members[0]?.id}`);
  await page.getByRole("link", { name: /Good morning/ }).click();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
}

/** Uses a command; answers the message that comes of it. */
async function say(page: Page, line: string): Promise<Locator> {
  const messages = page.locator("[data-message]");
  const before = await messages.count();
  const composer = page.locator("#composer-input");
  await composer.fill(line);
  await composer.press("Enter");
  return messages.nth(before);
}

function buttonOf(message: Locator, label: string): Locator {
  const buttons = message.getByRole("group", { name: "Buttons of this message" });
  return buttons.getByRole("button", { name: label });
}
