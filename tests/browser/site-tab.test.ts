import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, inject, it } from "vitest";
import { plainPicture } from "#tests/support/pictures.ts";
import { picture, useBrowser } from "./support/browser.ts";
import { answerTo, askFor, become, button, composer, openChannel, reads, say } from "./support/channel.ts";
import { branches } from "./support/repository.ts";

useBrowser();

const now = (page: Page) => page.frameLocator('iframe[title$="on main"]');
const asAsked = (page: Page) => page.frameLocator('iframe[title="The site\'s page as asked"]');
const versions = (page: Page) => page.getByRole("region", { name: "Asked for and published" });

it("shows the page as it was asked for beside the page of now, before anything is published", async () => {
  const page = await openChannel();
  const before = await branches(inject("repository"));
  await askFor(page, '/ux-update command: section:header text:"Hot and fresh" color:"#FFD100"');
  const header = asAsked(page).locator('header[style*="rgb(255, 209, 0)"]');
  await header.getByRole("heading", { name: "Hot and fresh" }).waitFor();
  await now(page).getByRole("heading", { name: "Coffee with a view of the harbour" }).waitFor();
  expect(await branches(inject("repository"))).toEqual(before);
  await picture(page, "as-asked");
});

it("follows an edit, and shows nothing of a request that was cancelled", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:footer text:"First wish"');
  await asAsked(page).getByText("First wish").waitFor();
  await button(message, "Edit").click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Text").fill("Second wish");
  await form.getByRole("button", { name: "Submit" }).click();
  await asAsked(page).getByText("Second wish").waitFor();
  await button(message, "Cancel").click();
  await reads(message, "Cancelled");
  await versions(page).getByText("Second wish").waitFor({ state: "detached" });
  expect(await asAsked(page).getByText("Second wish").count()).toBe(0);
});

it("offers each request that waits, and what was published", async () => {
  const page = await openChannel();
  await askFor(page, '/ux-update command: section:footer text:"Older wish"');
  await become(page, "Ben");
  const newer = await askFor(page, '/ux-update command: section:footer text:"Newer wish"');
  await asAsked(page).getByText("Newer wish").waitFor();
  await versions(page)
    .getByRole("button", { name: /Older wish/ })
    .click();
  await asAsked(page).getByText("Older wish").waitFor();
  await button(newer, "Confirm").click();
  await reads(newer, "Published as");
  await versions(page)
    .getByRole("button", { name: /^Published .*Newer wish/ })
    .first()
    .click();
  await page.frameLocator('iframe[title*="ux-update/footer"]').getByText("Newer wish").waitFor();
  await picture(page, "versions");
});

it("shows hostile words as words, in the sandbox of every page", async () => {
  const page = await openChannel();
  const hostile = '<img src=x onerror="parent.postMessage({href:`https://evil.example`},`*`)">';
  const message = await answerTo(page, () =>
    say(page, `/ux-update command: section:header text:'${hostile}'`),
  );
  await button(message, "Confirm").waitFor();
  await asAsked(page).getByRole("heading", { name: hostile }).waitFor();
  const frame = page.locator('iframe[title="The site\'s page as asked"]');
  expect(await frame.getAttribute("sandbox")).toBe("allow-scripts");
  const answer = await page.request.get((await frame.getAttribute("src")) ?? "");
  expect(answer.headers()["content-security-policy"]).toMatch(/^sandbox allow-scripts; default-src 'none'/);
});

it("turns to the page on which a request shows, and its links lead to other pages", async () => {
  const page = await openChannel();
  await askFor(page, "/ux-update description: change the price of Espresso to €2.60");
  await asAsked(page).getByText("€2.60").waitFor();
  await now(page).getByText("€2.40").waitFor();
  await picture(page, "another-page");
  await page.getByRole("button", { name: "Home", exact: true }).click();
  // Not `click()`: Playwright takes a frame that is scaled down for as large as it is laid out.
  await now(page).getByRole("link", { name: "Our story" }).dispatchEvent("click");
  await now(page).getByRole("heading", { name: "Two sailors and a drum" }).waitFor();
});

it("shows a picture that is asked for, as it will be published", async () => {
  const page = await openChannel();
  await composer(page).fill("/ux-update ");
  await page.keyboard.type("command:");
  await page.keyboard.type("section:pier picture:attached picture-words:“A blue square”");
  await page.getByRole("button", { name: "+ image", exact: true }).click();
  await page.getByLabel("image", { exact: true }).setInputFiles({
    name: "blue.png",
    mimeType: "image/png",
    buffer: await plainPicture(900, 300, { r: 0x12, g: 0x40, b: 0xff }).png().toBuffer(),
  });
  const message = await answerTo(page, () => page.getByRole("button", { name: "Send" }).click());
  await button(message, "Confirm").waitFor();
  const shown = asAsked(page).getByRole("img", { name: "A blue square" });
  await shown.waitFor();
  const source = (await shown.getAttribute("src")) ?? "";
  const shownPicture = sharp(Buffer.from(source.replace(/^.*,/, ""), "base64"));
  expect(await shownPicture.metadata()).toMatchObject({ format: "webp", width: 900, height: 300 });
  expect((await shownPicture.stats()).dominant.b).toBeGreaterThan(200);
  await picture(page, "picture-as-asked");
});
