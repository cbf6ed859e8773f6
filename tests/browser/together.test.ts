import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSiteEntity } from "#entities/site.ts";
import { roles } from "#playground/members.ts";
import { runningSession } from "#local/session.ts";
import { startSystem } from "#local/system.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { plainPicture } from "#tests/support/pictures.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { PHONE, picture, useBrowser } from "./support/browser.ts";
import {
  answerTo,
  askFor,
  become,
  button,
  composer,
  fromMenu,
  messages,
  openChannel,
  reads,
} from "./support/channel.ts";

useBrowser();

const MINUTE_MS = 61_000;

const cleanup = new Cleanup();
let url: string;
/** When the site was told that a change needs an approval, in epoch milliseconds. */
let set: number;

/** A system of its own: what it asks of Ann would stop every other test. */
beforeAll(async () => {
  const port = await freePort();
  const folder = `.ux-agent/together-${port}`;
  cleanup.add(() => removeFolder(folder));
  const env = { PATH: process.env["PATH"], PORT: String(port) };
  url = await startSystem({ env, folder, cleanup, tell: () => {}, broken: () => {} });
  await askForApproval(folder);
  set = Date.now();
});
afterAll(() => cleanup.run());

const open = (options: Parameters<typeof openChannel>[0] = {}) => openChannel({ baseURL: url, ...options });

async function askForApproval(folder: string): Promise<void> {
  const session = await runningSession(folder);
  if (!session) throw new Error("The system does not run");
  const { table, env } = session.database;
  const client = new DynamoDBClient(engineAccess(env["AWS_ENDPOINT_URL_DYNAMODB"] ?? ""));
  const site = createSiteEntity({ table, client }).patch({ guild_id: DEFAULT_SITE });
  await site.set({ approver_role_ids: roles.map(({ id }) => id), approvals: 1 }).go();
  client.destroy();
}

it("guides through section, property and value by keyboard alone", async () => {
  const page = await open();
  const choices = page.getByRole("listbox", { name: /^Choices/ });
  await composer(page).fill("/ux-update ");
  await page.keyboard.type("section:");
  await choices.getByRole("option", { name: "Header" }).waitFor();
  await picture(page, "choices");
  await page.keyboard.type("nav");
  await choices.getByRole("option", { selected: true, name: "Navigation bar" }).waitFor();
  await page.keyboard.press("Enter");
  await choices.getByRole("option", { name: "Brand" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await choices.getByRole("option", { selected: true, name: "Brand" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Harbour Coffee & Tea");
  await picture(page, "step-by-step");
  const message = await answerTo(page, () => page.keyboard.press("Enter"));
  await button(message, "Confirm").waitFor();
  await reads(message, "→ Harbour Coffee & Tea");
});

it("opens the form of a section that was chosen alone, with what it says now", async () => {
  const page = await open({ viewport: PHONE, colorScheme: "dark" });
  await composer(page).fill("/ux-update ");
  await page.keyboard.type("section:foot");
  await page.getByRole("option", { selected: true, name: "Footer" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "Color" }).waitFor();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog");
  await form.waitFor();
  expect(await form.getByLabel("Color").inputValue()).toBe("#d9e4e8");
  await picture(page, "guided-form-phone-dark");
  await form.getByLabel("Color").fill("#ffffff");
  const message = await answerTo(page, () => form.getByLabel("Color").press("Enter"));
  await button(message, "Confirm").waitFor();
  await reads(message, "#ffffff");
  await message.getByRole("button", { name: "See the page as asked" }).click();
  const asked = page.frameLocator('iframe[title="The site\'s page as asked"]');
  await asked.locator('footer[style*="rgb(255, 255, 255)"]').waitFor();
  await picture(page, "page-as-asked-phone-dark");
});

it("makes a request of another person's message and its picture", async () => {
  const page = await open();
  await become(page, "Ben");
  await page.getByLabel("Attach a picture").setInputFiles({
    name: "pier.png",
    mimeType: "image/png",
    buffer: await plainPicture(640, 400).png().toBuffer(),
  });
  await composer(page).fill("the footer should say “Pier 4, next to the boats”");
  await picture(page, "message-with-a-picture");
  await composer(page).press("Enter");
  const said = page.locator("article.message", { hasText: "next to the boats" }).last();
  await said.getByRole("img", { name: "pier.png" }).waitFor();

  await become(page, "Ann");
  await fromMenu(said, "Request a change");
  const form = page.getByRole("dialog");
  await form.waitFor();
  expect(await form.getByRole("textbox").first().inputValue()).toContain("next to the boats");
  await picture(page, "request-of-a-message");
  const message = await answerTo(page, () => form.getByRole("button", { name: "Submit" }).click());
  await button(message, "Confirm").waitFor();
  await reads(message, /message of/);
  await picture(page, "request-of-a-message-preview");
});

it("waits for Ben, says why Ben declines, and is published with Ben's approval", async () => {
  // What the service knows of a site may be a minute old.
  await expect.poll(() => Date.now() - set, { timeout: MINUTE_MS + 5_000 }).toBeGreaterThan(MINUTE_MS);
  const page = await open();
  const message = await askFor(page, '/ux-update command: section:footer text:"Four eyes"');
  await button(message, "Confirm").click();
  await button(message, "Approve").waitFor();
  // Told by `execution`, behind the pictures of the preview. One who declines before that leaves nobody to be told.
  await messages(page).getByText("@editors").waitFor();
  await picture(page, "approving");
  await become(page, "Ben");
  await button(message, "Decline").click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox").first().fill("The harbour closes at six");
  await picture(page, "decline");
  await form.getByRole("button", { name: "Submit" }).click();
  await reads(message, "The harbour closes at six");
  await picture(page, "declined");

  await become(page, "Ann");
  await button(message, "Confirm").click();
  await become(page, "Ben");
  await button(message, "Approve").click();
  await reads(message, "Published as");
  await page.setViewportSize(PHONE);
  await picture(page, "approved-phone");
});
