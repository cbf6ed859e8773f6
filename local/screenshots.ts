import { mkdir, rm } from "node:fs/promises";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import sharp from "sharp";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { members } from "#playground/members.ts";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { startSystem } from "./system.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";

/** Takes the pictures of the documentation (`npm run screenshots`) from a system of its own; needs Chromium. */

const IMAGES = "docs/images";
const SIZE = { width: 1280, height: 860 };

/** What the moving picture shows being typed, one part after the other. */
const WISH = ["make the hea", "der say “Fresh fr", "om the boat” an", "d its colour gold"];

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
  await animation(browser, url);
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
  const env = { PATH: process.env["PATH"], PORT: String(port), CHROMIUM: "none" };
  return startSystem({ env, folder, cleanup, tell: ignore, broken: ignore });
}

/** A request from its first word to the branch it is published on, as a picture that moves. */
async function animation(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 700 }, colorScheme: "light" });
  const frames: Frame[] = [];
  const keep = async (milliseconds: number) =>
    void frames.push({ picture: await page.screenshot(), milliseconds });
  await page.goto(url);
  await page.frameLocator("iframe").getByRole("heading", { name: "Coffee with a view" }).waitFor();
  await keep(1000);
  await page.locator("#composer-input").fill("/ux-update ");
  for (const words of WISH) {
    await page.keyboard.type(words);
    await keep(350);
  }
  await keep(900);
  await page.keyboard.press("Enter");
  const message = page.locator("[data-message]").first();
  await message.waitFor();
  await keep(700);
  await buttonOf(message, "Confirm").waitFor();
  await asAsked(page).getByRole("heading", { name: "Fresh from the boat" }).waitFor();
  await keep(3500);
  await buttonOf(message, "Confirm").click();
  await message.getByText("Published as").waitFor();
  const published = page.frameLocator(`iframe[title*="${BRANCH_PREFIX}"]`);
  await published.getByRole("heading", { name: "Fresh from the boat" }).waitFor();
  await page.getByRole("button", { name: /^Commit/ }).click();
  await keep(2500);
  await page.getByRole("region", { name: "Commit" }).scrollIntoViewIfNeeded();
  await keep(3500);
  await page.close();
  await write(frames);
}

function asAsked(page: Page) {
  return page.frameLocator('iframe[title="The site\'s page as asked"]');
}

interface Frame {
  picture: Buffer;
  milliseconds: number;
}

async function write(frames: Frame[]): Promise<void> {
  await sharp(
    frames.map(({ picture }) => picture),
    { join: { animated: true } },
  )
    .webp({ quality: 70, effort: 6, loop: 0, delay: frames.map(({ milliseconds }) => milliseconds) })
    .toFile(`${IMAGES}/request.webp`);
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
  await asAsked(page).locator('nav[style*="rgb(138, 21, 56)"]').waitFor();
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
