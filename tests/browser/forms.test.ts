import { expect, it } from "vitest";
import { answerTo, askFor, button, fromMenu, openChannel, reads, say } from "./support/channel.ts";
import { PHONE, picture, useBrowser } from "./support/browser.ts";

useBrowser();

it("changes a value in the form of a section, by keyboard", async () => {
  const page = await openChannel();
  await say(page, "/ux-update section: header");
  const form = page.getByRole("dialog");
  await form.getByLabel("Text").fill("Fresh from the oven");
  await picture(page, "section-form");
  const message = await answerTo(page, () => form.getByLabel("Text").press("Enter"));
  await button(message, "Confirm").waitFor();
  await reads(message, "Fresh from the oven");
});

it("edits one value of a preview, at the width of a phone", async () => {
  const page = await openChannel({ viewport: PHONE });
  const message = await askFor(page, '/ux-update command: section:footer text:"First" color:"navy"');
  await button(message, "Edit").click();
  const form = page.getByRole("dialog");
  expect(await form.getByLabel("Text").inputValue()).toBe("First");
  await picture(page, "edit-form-phone");
  await form.getByLabel("Text").fill("Second");
  await form.getByRole("button", { name: "Submit" }).click();
  await reads(message, "Second");
});

it("makes a request of a message", async () => {
  const page = await openChannel({ colorScheme: "dark" });
  const before = await askFor(page, '/ux-update command: section:header text:"Before"');
  await fromMenu(before, "Request a change");
  const form = page.getByRole("dialog");
  await form.getByLabel("What should be changed?").fill('make the footer say "From a message"');
  await picture(page, "request-form");
  const message = await answerTo(page, () => form.getByRole("button", { name: "Submit" }).click());
  await button(message, "Confirm").waitFor();
  await reads(message, /From a message of/);
  await picture(page, "request-preview");
});
